using System.Globalization;
using System.Text;

namespace Gazetier.Features.Generate;

/// <summary>Writes text that has the shape of a newspaper's: its lengths, its punctuation, its headings. Not its sense.</summary>
internal static class FrenchProse
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("fr-FR");

    public static string Headline(ref Dice dice) => Capital(Claim(ref dice));

    public static string Standfirst(ref Dice dice) => $"{Sentence(ref dice)} {dice.Of(FrenchWords.Sentences)}";

    /// <summary>A body of the closed vocabulary of HTML (p, h2), 300 to 900 words, and how many words it has.</summary>
    public static (string Html, int Words) Body(ref Dice dice)
    {
        var html = new StringBuilder(6000);
        var words = 0;
        var wanted = 300 + dice.Next(520);
        for (var paragraph = 1; words < wanted; paragraph++)
        {
            if (paragraph % 3 == 0)
            {
                words += Add(html, "h2", dice.Of(FrenchWords.Headings));
            }

            words += Add(html, "p", Paragraph(ref dice));
        }

        return (html.ToString(), words);
    }

    /// <summary>ASCII letters and hyphens, for addresses.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (!char.IsAscii(c) && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length >= 70 && slug[^1] == '-')
            {
                break;
            }
        }

        return slug.ToString().TrimEnd('-');
    }

    private static string Paragraph(ref Dice dice)
    {
        var sentences = new string[3 + dice.Next(3)];
        for (var i = 0; i < sentences.Length; i++)
        {
            sentences[i] = dice.IsLucky(35) ? dice.Of(FrenchWords.Sentences) : Sentence(ref dice);
        }

        return string.Join(' ', sentences);
    }

    private static string Sentence(ref Dice dice) => dice.IsLucky(50)
        ? $"{Capital(Claim(ref dice))} {Circumstance(ref dice)}."
        : $"{Capital(Circumstance(ref dice))}, {Claim(ref dice)}.";

    private static string Claim(ref Dice dice) =>
        $"{string.Format(Culture, dice.Of(FrenchWords.Who), dice.Of(FrenchWords.Places))} {dice.Of(FrenchWords.Does)} {dice.Of(FrenchWords.What)}";

    private static string Circumstance(ref Dice dice) =>
        string.Format(Culture, dice.Of(FrenchWords.How), ((dice.Next(900) + 20) * 1000).ToString("N0", Culture), 12 + dice.Next(30), 2 + dice.Next(9));

    private static string Capital(string sentence) => char.ToUpper(sentence[0], Culture) + sentence[1..];

    private static int Add(StringBuilder html, string element, string text)
    {
        html.Append('<').Append(element).Append('>').Append(text).Append("</").Append(element).Append('>');
        return text.Count(c => c == ' ') + 1;
    }
}
