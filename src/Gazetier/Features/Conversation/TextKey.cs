using System.Security.Cryptography;
using System.Text;
using Gazetier.Text;

namespace Gazetier.Features.Conversation;

/// <summary>What two texts have in common that say the same: letters and digits, folded. Pure.</summary>
public static class TextKey
{
    /// <summary>32 signs.</summary>
    public static string Of(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var sign in Fold.Of(text).Where(char.IsLetterOrDigit))
        {
            letters.Append(sign);
        }

        // A text of nothing but signs is its signs.
        var said = letters.Length > 0 ? letters.ToString() : Fold.Of(text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, 16));
    }
}
