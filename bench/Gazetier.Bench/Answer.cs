using System.Net;
using System.Text.Json;

namespace Gazetier.Bench;

/// <summary>An answer of ours, byte for byte and header for header, for the peer to give.</summary>
public record Answer(int Status, Dictionary<string, string> Headers, byte[] Body)
{
    /// <summary>Set by the server for each answer, or belonging to the connection.</summary>
    private static readonly string[] OfTheServer = ["Date", "Transfer-Encoding", "Connection", "Keep-Alive"];

    public static async Task<Answer> FetchAsync(string url, IReadOnlyDictionary<string, string> headers, CancellationToken cancel)
    {
        using var silent = new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, UseCookies = false };
        using var client = new HttpClient(silent);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request, cancel);
        var all = response.Headers.Concat(response.Content.Headers)
            .Where(header => !OfTheServer.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer((int)response.StatusCode, all, await response.Content.ReadAsByteArrayAsync(cancel));
    }

    public static Answer Load(string file) => JsonSerializer.Deserialize<Answer>(File.ReadAllText(file))!;

    public void Save(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this));
}
