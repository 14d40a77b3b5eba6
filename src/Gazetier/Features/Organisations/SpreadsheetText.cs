using System.Text;

namespace Gazetier.Features.Organisations;

/// <summary>The text of a file that a spreadsheet saved, whichever encoding it chose: UTF-8 and UTF-16 with their marks, UTF-8 without, or the one of Windows (1252). Pure.</summary>
public static class SpreadsheetText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // What 1252 has where Latin-1 has control characters, 0x80 to 0x9F.
    private const string Upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    public static string Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        _ => Plain(bytes),
    };

    private static string Plain(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            var text = new StringBuilder(bytes.Length);
            foreach (var one in bytes)
            {
                text.Append(one is >= 0x80 and <= 0x9F ? Upper[one - 0x80] : (char)one);
            }

            return text.ToString();
        }
    }
}
