using System.Text;
using Gazetier.Text;

namespace Gazetier.Features.Replies;

/// <summary>
/// What may still be mended in a reply once it is published: blanks, quotation marks, apostrophes, dashes, accents and capitals.
/// Its words, their order and its stops are its author's.
/// </summary>
public static class ReplyWording
{
    /// <summary>Whether two texts say the same, sign for sign but for typography.</summary>
    public static bool IsSame(string before, string after) => Bare(before) == Bare(after);

    private static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        var isGap = false;
        foreach (var sign in Fold.Of(text.Replace("…", "...", StringComparison.Ordinal)))
        {
            if (char.IsWhiteSpace(sign))
            {
                isGap = bare.Length > 0;
                continue;
            }

            var kept = Unified(sign);
            // A blank counts where it parts two words, not beside a stop or a quotation mark.
            if (isGap && char.IsLetterOrDigit(sign) && char.IsLetterOrDigit(bare[^1]))
            {
                bare.Append(' ');
            }

            bare.Append(kept);
            isGap = false;
        }

        return bare.ToString();
    }

    private static char Unified(char sign) => sign switch
    {
        '«' or '»' or '“' or '”' or '„' or '‟' => '"',
        '’' or '‘' or '‛' => '\'',
        '–' or '—' or '‑' or '‐' or '−' => '-',
        _ => sign,
    };
}
