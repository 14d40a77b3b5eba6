using System.Net;
using System.Text.Json;

namespace Gazetier.Features.Robots;

/// <summary>
/// Reads addresses as owners of robots publish them: JSON with "prefixes" of "ipv4Prefix" and "ipv6Prefix", or one network a line. Pure.
/// </summary>
public static class AddressFile
{
    /// <summary>More is no file of one robot.</summary>
    private const int Most = 20_000;

    /// <exception cref="FormatException">Something in it is no network, or none is in it: then everybody would be an impostor.</exception>
    public static IReadOnlyList<IPNetwork> Read(string text)
    {
        IReadOnlyList<IPNetwork> networks = [.. (text.TrimStart().StartsWith('{') ? OfJson(text) : OfLines(text)).Take(Most).Select(Network)];
        return networks.Count > 0 ? networks : throw new FormatException("No network stands in it.");
    }

    private static IEnumerable<string> OfLines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#');

    private static List<string> OfJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return
            [
                .. from prefix in json.RootElement.GetProperty("prefixes").EnumerateArray()
                   from name in new[] { "ipv4Prefix", "ipv6Prefix" }
                   where prefix.TryGetProperty(name, out _)
                   select prefix.GetProperty(name).GetString(),
            ];
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("It is no JSON with \"prefixes\".", wrong);
        }
    }

    private static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128)
        : throw new FormatException($"“{text}” is no network.");
}
