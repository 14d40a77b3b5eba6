using System.Buffers;
using System.Globalization;

namespace Gazetier.Mail.Wire;

/// <summary>
/// A mail as it goes over the wire: lines of ASCII that end with CRLF, none of which begins with a dot, and the last of
/// which is whole. Most pieces of <see cref="Body"/> are shared by many mails, and only copied when they are sent.
/// </summary>
/// <param name="EnvelopeFrom">Where bounces go.</param>
/// <param name="To">As the reader wrote it.</param>
/// <param name="Head">All headers, without the empty line that ends them.</param>
/// <param name="Body">What follows the empty line.</param>
public sealed record WireMail(string EnvelopeFrom, string To, ReadOnlyMemory<byte> Head, IReadOnlyList<ReadOnlyMemory<byte>> Body)
{
    private static ReadOnlySpan<byte> EndOfHead => "\r\n"u8;

    public int Size
    {
        get
        {
            var size = Head.Length + EndOfHead.Length;
            foreach (var part in Body)
            {
                size += part.Length;
            }

            return size;
        }
    }

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

    public void WriteTo(IBufferWriter<byte> into)
    {
        into.Write(Head.Span);
        into.Write(EndOfHead);
        foreach (var part in Body)
        {
            into.Write(part.Span);
        }
    }

    /// <summary>The whole of it, for who keeps or reads it.</summary>
    public byte[] ToBytes()
    {
        var whole = new ArrayBufferWriter<byte>(Size);
        WriteTo(whole);
        return whole.WrittenSpan.ToArray();
    }
}
