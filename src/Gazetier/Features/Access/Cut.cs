using Gazetier.Text;

namespace Gazetier.Features.Access;

/// <summary>
/// A body in two halves: what everyone may read, and what is withheld (G-05). Both are well-formed HTML; joined they
/// have the text of the body. <see cref="Words"/> and <see cref="WordsWithheld"/> give « NN % reste à lire » (G-04).
/// </summary>
/// <param name="Open">HTML that may be shown to all; no link in it leads into the withheld half.</param>
/// <param name="Withheld">HTML for the entitled only.</param>
/// <param name="Words">Of the whole body, footnotes included.</param>
/// <param name="WordsWithheld">Of <paramref name="Withheld"/>.</param>
/// <param name="HeadingsWithheld">Headings of the withheld half, in order, as plain text.</param>
public sealed record Cut(string Open, string Withheld, int Words, int WordsWithheld, IReadOnlyList<string> HeadingsWithheld)
{
    /// <summary>The part that opens the appetite, where no mark says otherwise.</summary>
    public const double DefaultShare = 0.10;

    /// <summary>NN of « NN % reste à lire », 0 to 100.</summary>
    public int PercentWithheld
    {
        get
        {
            if (Words == 0)
            {
                return Withheld.Length == 0 ? 0 : 100;
            }

            return (int)Math.Round(100.0 * WordsWithheld / Words, MidpointRounding.AwayFromZero);
        }
    }

    public int MinutesWithheld => Text.Words.Minutes(WordsWithheld);

    /// <summary>
    /// Cuts a sanitised body at the mark <c>hr.cut</c>, or else at the end of the sentence nearest to
    /// <paramref name="share"/> of its words. Without a mark at most half the words are open; a body that offers no
    /// such place is withheld whole. Lists, tables, sections and figures are never cut inside.
    /// </summary>
    public static Cut Of(string bodyHtml, double share = DefaultShare) => BodyCutter.Cut(bodyHtml, share);

    /// <summary>The beginning of the open part of a body as plain text, for descriptions: never a withheld word.</summary>
    public static string PlainOpening(string bodyHtml, int maxChars) => Of(bodyHtml).PlainOpening(maxChars);

    /// <summary>The beginning of <see cref="Open"/> as plain text of at most so many characters, cut after a word.</summary>
    public string PlainOpening(int maxChars) => Plain.Shorten(Plain.Of(Open), maxChars);
}
