using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Gazetier.Data;

/// <summary>
/// Closes small secrets with a key of the newspaper's own (AES-256-GCM). What was closed for one purpose opens for no other, so
/// that nothing can be moved to another row or another account. The key lies in the database: whoever has all of it has both.
/// </summary>
public class Seal(SecretKeys keys)
{
    private const string KeyName = "seal";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Makes the key where there is none yet: before a transaction that closes something, for no other may write inside it.</summary>
    public async Task PrepareAsync(CancellationToken cancel) => await keys.GetAsync(KeyName, cancel);

    /// <summary>Text that stands in a column, a cookie or a form.</summary>
    public async ValueTask<string> CloseAsync(string text, string purpose, CancellationToken cancel)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var closed = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = closed.AsMemory(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = new AesGcm(await keys.GetAsync(KeyName, cancel), TagBytes);
        aes.Encrypt(nonce.Span, plain, closed.AsSpan(NonceBytes + TagBytes), closed.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(purpose));
        return WebEncoders.Base64UrlEncode(closed);
    }

    /// <summary>Null: it is none of ours, was closed for something else, or was changed.</summary>
    public async ValueTask<string?> OpenAsync(string? closed, string purpose, CancellationToken cancel)
    {
        if (Bytes(closed) is not { Length: >= NonceBytes + TagBytes } bytes)
        {
            return null;
        }

        var plain = new byte[bytes.Length - NonceBytes - TagBytes];
        try
        {
            using var aes = new AesGcm(await keys.GetAsync(KeyName, cancel), TagBytes);
            aes.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes + TagBytes), bytes.AsSpan(NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(purpose));
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[]? Bytes(string? closed)
    {
        try
        {
            return closed is { Length: < 8_000 } ? WebEncoders.Base64UrlDecode(closed) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
