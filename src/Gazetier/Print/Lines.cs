using PdfSharp.Drawing;

namespace Gazetier.Print;

/// <summary>Breaks a text into lines that fit: at blanks, and inside a word only where the word alone is too wide.</summary>
internal static class Lines
{
    /// <param name="width">Points.</param>
    public static IReadOnlyList<string> Of(string text, XFont font, double width, XGraphics measure)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var longer = line.Length == 0 ? word : line + " " + word;
                if (Fits(longer))
                {
                    line = longer;
                    continue;
                }

                if (line.Length > 0)
                {
                    lines.Add(line);
                }

                line = Cut(word, lines);
            }

            lines.Add(line);
        }

        return lines;

        bool Fits(string one) => measure.MeasureString(one, font).Width <= width;

        string Cut(string word, List<string> into)
        {
            while (MostThatFits(word) is var most && most < word.Length)
            {
                into.Add(word[..most]);
                word = word[most..];
            }

            return word;
        }

        // Doubled until it is too wide, then halved: a word of a page's length is not measured whole for each of its lines.
        int MostThatFits(string word)
        {
            var (fits, tooMany) = (1, 2);
            while (tooMany <= word.Length && Fits(word[..tooMany]))
            {
                (fits, tooMany) = (tooMany, tooMany * 2);
            }

            tooMany = Math.Min(tooMany, word.Length + 1);
            while (tooMany - fits > 1)
            {
                var middle = (fits + tooMany) / 2;
                (fits, tooMany) = Fits(word[..middle]) ? (middle, tooMany) : (fits, middle);
            }

            return fits < word.Length && fits > 1 && char.IsLowSurrogate(word[fits]) ? fits - 1 : fits;
        }
    }
}
