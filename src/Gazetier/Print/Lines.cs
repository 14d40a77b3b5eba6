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
            while (!Fits(word))
            {
                var most = word.Length - 1;
                while (most > 1 && (!Fits(word[..most]) || char.IsLowSurrogate(word[most])))
                {
                    most--;
                }

                into.Add(word[..most]);
                word = word[most..];
            }

            return word;
        }
    }
}
