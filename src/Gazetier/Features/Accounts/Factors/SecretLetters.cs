using System.Text;

namespace Gazetier.Features.Accounts.Factors;

/// <summary>How a secret is typed into an application (RFC 4648, section 6), without padding. Pure.</summary>
public static class SecretLetters
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (bits, count) = (0, 0);
        foreach (var one in bytes)
        {
            bits = ((bits << 8) | one) & 0xfff;
            for (count += 8; count >= 5; count -= 5)
            {
                text.Append(Letters[(bits >> (count - 5)) & 31]);
            }
        }

        return count == 0 ? text.ToString() : text.Append(Letters[(bits << (5 - count)) & 31]).ToString();
    }

    /// <summary>Of what <see cref="Of"/> wrote.</summary>
    /// <exception cref="FormatException">It holds another letter.</exception>
    public static byte[] Bytes(string text)
    {
        var bytes = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var letter in text)
        {
            var value = Letters.IndexOf(letter, StringComparison.Ordinal);
            bits = value < 0 ? throw new FormatException($"'{letter}' is no letter of Base32.") : ((bits << 5) | value) & 0xfff;
            count += 5;
            if (count >= 8)
            {
                count -= 8;
                bytes.Add((byte)(bits >> count));
            }
        }

        return [.. bytes];
    }
}
