using System.Buffers;
using System.Text;

namespace Gazetier.Mail.Wire;

/// <summary>
/// Text as quoted-printable (RFC 2045 §6.7) in pieces that may be put together in any order: each begins and ends at the
/// start of a line, with a soft break where the text itself has none. No line begins with a dot, so that nothing has to be
/// stuffed when it is sent.
/// </summary>
public static class QuotedPrintable
{
    /// <summary>RFC 2045: a line has at most 76 characters, the mark of a soft break included.</summary>
    private const int Longest = 75;

    public static byte[] Encode(string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var into = new ArrayBufferWriter<byte>(text.Length + (text.Length / 8) + 16);
            Write(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)), into);
            return into.WrittenSpan.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static void Write(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> into)
    {
        var column = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var value = text[at];
            if (value is (byte)'\n' or (byte)'\r')
            {
                at += value == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 1 : 0;
                into.Write("\r\n"u8);
                column = 0;
                continue;
            }

            var isPlain = IsPlain(value, column, EndsLine(text, at + 1));
            if (column + (isPlain ? 1 : 3) > Longest)
            {
                into.Write("=\r\n"u8);
                column = 0;
                isPlain = IsPlain(value, column, EndsLine(text, at + 1));
            }

            column += Put(value, isPlain, into);
        }

        if (column > 0)
        {
            into.Write("=\r\n"u8);
        }
    }

    private static int Put(byte value, bool isPlain, ArrayBufferWriter<byte> into)
    {
        if (isPlain)
        {
            into.GetSpan(1)[0] = value;
            into.Advance(1);
            return 1;
        }

        var span = into.GetSpan(3);
        (span[0], span[1], span[2]) = ((byte)'=', "0123456789ABCDEF"u8[value >> 4], "0123456789ABCDEF"u8[value & 15]);
        into.Advance(3);
        return 3;
    }

    /// <summary>Blanks at the end of a line are taken off on the way, and a dot at its start ends a mail.</summary>
    private static bool IsPlain(byte value, int column, bool isLast) => value switch
    {
        (byte)' ' or (byte)'\t' => !isLast,
        (byte)'.' => column > 0,
        (byte)'=' => false,
        _ => value is > 32 and < 127,
    };

    private static bool EndsLine(ReadOnlySpan<byte> text, int next) => next < text.Length && text[next] is (byte)'\n' or (byte)'\r';
}
