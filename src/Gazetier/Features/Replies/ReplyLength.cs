using Gazetier.Data;
using Gazetier.Text;

namespace Gazetier.Features.Replies;

/// <summary>
/// How long a text is, in lines as well: the law counts in lines, which a screen does not have. A line is so many signs, and each
/// paragraph begins one.
/// </summary>
/// <param name="Signs">Spaces included.</param>
public readonly record struct ReplyLength(int Words, int Signs, int Lines)
{
    public static ReplyLength Of(IEnumerable<string> paragraphs, int signsPerLine)
    {
        var length = default(ReplyLength);
        foreach (var paragraph in paragraphs)
        {
            length = new(
                length.Words + Text.Words.Count(paragraph),
                length.Signs + paragraph.Length,
                length.Lines + paragraph.Split('\n').Sum(line => Math.Max(1, (line.Length + signsPerLine - 1) / signsPerLine)));
        }

        return length;
    }

    /// <summary>Of an article's body.</summary>
    public static ReplyLength OfHtml(string body, int signsPerLine) => Of(Plain.Blocks(body), signsPerLine);

    /// <summary>
    /// Lines that a reply to a text of this length may have: as many as the text, but a short text does not make a reply shorter than
    /// the least, nor a long one longer than the most (loi du 29 juillet 1881, art. 13; décret 2007-1527, art. 3).
    /// </summary>
    public int Allowed(NewspaperOptions.ReplyOptions law) => Math.Clamp(Lines, law.LeastLines, law.MostLines);
}
