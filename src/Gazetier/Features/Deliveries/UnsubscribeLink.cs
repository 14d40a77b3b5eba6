using System.Security.Cryptography;
using System.Text;
using Gazetier.Data;
using Microsoft.AspNetCore.WebUtilities;

namespace Gazetier.Features.Deliveries;

/// <summary>
/// The token of "/u/{token}": one account and one list, signed, without an end, so that a link in an old mail still works
/// (E-02). Nothing is stored for it.
/// </summary>
public sealed class UnsubscribeLink(SecretKeys keys)
{
    private const int MacBytes = 16;
    private const int IdBytes = 16;

    /// <summary>Makes the tokens of one list.</summary>
    public async ValueTask<Func<Guid, string>> ForAsync(string list, CancellationToken cancel)
    {
        var key = await keys.GetAsync("unsubscribe", cancel);
        return account =>
        {
            byte[] named = [.. account.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(list)];
            return WebEncoders.Base64UrlEncode([.. named, .. Mac(key, named)]);
        };
    }

    /// <summary>Whom a token takes off which list; null when it is not one of ours.</summary>
    public async ValueTask<Leaver?> ReadAsync(string token, CancellationToken cancel)
    {
        if (token.Length > 200 || !TryDecode(token, out var bytes) || bytes.Length <= IdBytes + MacBytes)
        {
            return null;
        }

        var named = bytes.AsMemory(0, bytes.Length - MacBytes);
        var mac = Mac(await keys.GetAsync("unsubscribe", cancel), named.Span);
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(bytes.Length - MacBytes), mac)
            ? new Leaver(new Guid(named.Span[..IdBytes], bigEndian: true), Encoding.UTF8.GetString(named.Span[IdBytes..]))
            : null;
    }

    private static byte[] Mac(byte[] key, ReadOnlySpan<byte> named) => HMACSHA256.HashData(key, named)[..MacBytes];

    private static bool TryDecode(string token, out byte[] bytes)
    {
        try
        {
            bytes = WebEncoders.Base64UrlDecode(token);
            return true;
        }
        catch (FormatException)
        {
            bytes = [];
            return false;
        }
    }
}

/// <summary>Who leaves which list.</summary>
public sealed record Leaver(Guid AccountId, string List);
