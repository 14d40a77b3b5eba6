using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;

namespace Gazetier.Data;

/// <summary>
/// What a link names, sealed with one of the newspaper's keys (<see cref="SecretKeys"/>): nobody can invent it, and nothing is stored
/// for it. What was sealed stays readable for ever: links in old mails work. Pure.
/// </summary>
public static class SealedToken
{
    private const int SealBytes = 16;

    /// <summary>Longer ones are none of ours, and are not looked at.</summary>
    private const int MaxLength = 200;

    /// <summary>Letters, digits, "-" and "_".</summary>
    public static string Write(byte[] key, ReadOnlySpan<byte> named) => WebEncoders.Base64UrlEncode([.. named, .. SealOf(key, named)]);

    /// <summary>What a token names; null when it is none of ours.</summary>
    public static byte[]? Read(byte[] key, string token)
    {
        if (token.Length > MaxLength || Decode(token) is not { Length: > SealBytes } bytes)
        {
            return null;
        }

        var named = bytes.AsSpan(0, bytes.Length - SealBytes);
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(named.Length), SealOf(key, named)) ? named.ToArray() : null;
    }

    private static ReadOnlySpan<byte> SealOf(byte[] key, ReadOnlySpan<byte> named) => HMACSHA256.HashData(key, named).AsSpan(0, SealBytes);

    private static byte[]? Decode(string token)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(token);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
