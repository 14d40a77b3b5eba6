using System.Security.Cryptography;
using Gazetier.Data;
using MimeKit;

namespace Gazetier.Features.Deliveries;

/// <summary>
/// The envelope's sender of a delivery, "bounce+token@domain": a bounce names its delivery, and nobody can invent one (E-04).
/// Hexadecimal, since some servers change capitals in a local part, of which RFC 5321 allows 64 characters.
/// </summary>
public sealed class BounceAddress
{
    private const int MacBytes = 6;
    private const string Prefix = "bounce+";
    private readonly byte[] _key;
    private readonly string _domain;

    private BounceAddress(byte[] key, string domain) => (_key, _domain) = (key, domain);

    public static async ValueTask<BounceAddress> LoadAsync(SecretKeys keys, NewspaperOptions options, CancellationToken cancel) =>
        new(await keys.GetAsync("bounce", cancel), MailboxAddress.Parse(options.Mail.From).Domain);

    public string Of(Guid delivery)
    {
        var id = delivery.ToByteArray(bigEndian: true);
        return Prefix + Convert.ToHexStringLower(id) + Convert.ToHexStringLower(Mac(id)) + "@" + _domain;
    }

    /// <summary>The delivery that an address names, or null when it is not one of ours.</summary>
    public Guid? Read(string address)
    {
        var at = address.LastIndexOf('@');
        var hex = at > 0 && address.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? address[Prefix.Length..at] : "";
        if (hex.Length != 2 * (16 + MacBytes) || !hex.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        var bytes = Convert.FromHexString(hex);
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(16), Mac(bytes.AsSpan(0, 16)))
            ? new Guid(bytes.AsSpan(0, 16), bigEndian: true)
            : null;
    }

    private ReadOnlySpan<byte> Mac(ReadOnlySpan<byte> id) => HMACSHA256.HashData(_key, id).AsSpan(0, MacBytes);
}
