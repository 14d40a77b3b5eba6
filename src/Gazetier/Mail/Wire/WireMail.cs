using System.Globalization;

namespace Gazetier.Mail.Wire;

/// <summary>
/// A mail as it goes over the wire: lines of ASCII that end with CRLF, none of which begins with a dot, and the last of
/// which is whole. Most of <see cref="Parts"/> are shared by many mails, and only copied when they are sent.
/// </summary>
/// <param name="EnvelopeFrom">Where bounces go.</param>
/// <param name="To">As the reader wrote it.</param>
public sealed record WireMail(string EnvelopeFrom, string To, IReadOnlyList<ReadOnlyMemory<byte>> Parts)
{
    public int Size => Parts.Sum(part => part.Length);

    /// <summary>An address as SMTP writes it, its domain in ASCII (IDNA); null when it cannot be written so.</summary>
    public static string? AddressOf(string address)
    {
        var at = address.LastIndexOf('@');
        if (at is <= 0 or > 64 || address.Length > 254 || address.AsSpan(0, at).ContainsAnyExceptInRange('!', '~') || address.AsSpan().ContainsAny('<', '>', '"'))
        {
            return null;
        }

        try
        {
            var domain = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(address[(at + 1)..]);
            return string.Concat(address.AsSpan(0, at), "@", domain);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The whole of it, for who keeps or reads it.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        var at = 0;
        foreach (var part in Parts)
        {
            part.Span.CopyTo(bytes.AsSpan(at));
            at += part.Length;
        }

        return bytes;
    }
}
