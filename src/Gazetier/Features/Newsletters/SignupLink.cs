using System.Security.Cryptography;
using Gazetier.Data;
using Microsoft.AspNetCore.WebUtilities;

namespace Gazetier.Features.Newsletters;

/// <summary>The token of "/lettres/confirmer/{token}": one request, signed. Nothing secret is stored; how long it works, its row says.</summary>
public sealed class SignupLink(SecretKeys keys)
{
    private const string KeyName = "newsletter-signup";
    private const int IdBytes = 16;
    private const int MacBytes = 16;

    public async ValueTask<string> TokenAsync(Guid request, CancellationToken cancel)
    {
        var id = request.ToByteArray(bigEndian: true);
        return WebEncoders.Base64UrlEncode([.. id, .. Mac(await keys.GetAsync(KeyName, cancel), id)]);
    }

    /// <summary>The request that a token names; null when it is none of ours.</summary>
    public async ValueTask<Guid?> ReadAsync(string token, CancellationToken cancel)
    {
        var bytes = new byte[IdBytes + MacBytes];
        // 32 bytes are 43 characters, and no others.
        if (token.Length != 43 || !TryDecode(token, bytes))
        {
            return null;
        }

        var mac = Mac(await keys.GetAsync(KeyName, cancel), bytes.AsSpan(0, IdBytes));
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(IdBytes), mac) ? new Guid(bytes.AsSpan(0, IdBytes), bigEndian: true) : null;
    }

    private static bool TryDecode(string token, byte[] into)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(token) is { Length: IdBytes + MacBytes } bytes && bytes.AsSpan().TryCopyTo(into);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static byte[] Mac(byte[] key, ReadOnlySpan<byte> id) => HMACSHA256.HashData(key, id)[..MacBytes];
}
