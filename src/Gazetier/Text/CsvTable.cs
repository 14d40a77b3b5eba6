using System.Text;

namespace Gazetier.Text;

/// <summary>
/// Reads a table that a spreadsheet saved: cells separated by semicolons, commas or tabs, whichever the first line has most of; in
/// quotation marks a cell may hold them, and line breaks. Pure, and lazy: one line at a time.
/// </summary>
public static class CsvTable
{
    private const char Quote = '"';

    /// <summary>Lines that hold something. What is odd (a quotation mark that is never closed) is read as far as it goes.</summary>
    public static IEnumerable<CsvLine> Read(string text)
    {
        var at = text.StartsWith('\uFEFF') ? 1 : 0;
        var separator = SeparatorOf(text.AsSpan(at));
        var number = 1;
        while (at < text.Length)
        {
            var begin = number;
            var cells = Next(text, separator, ref at, ref number);
            if (cells.Exists(cell => cell.Length > 0))
            {
                yield return new CsvLine(begin, cells);
            }
        }
    }

    private static char SeparatorOf(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny('\r', '\n');
        var first = end < 0 ? text : text[..end];
        var (best, most) = (';', first.Count(';'));
        foreach (var other in new[] { '\t', ',' })
        {
            (best, most) = first.Count(other) > most ? (other, first.Count(other)) : (best, most);
        }

        return best;
    }

    private static List<string> Next(string text, char separator, ref int at, ref int number)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (; at < text.Length; at++)
        {
            var sign = text[at];
            if (sign == Quote)
            {
                if (isQuoted && at + 1 < text.Length && text[at + 1] == Quote)
                {
                    cell.Append(Quote);
                    at++;
                    continue;
                }

                isQuoted = !isQuoted;
                continue;
            }

            var isEnd = sign is '\n' or '\r';
            if (isEnd && (sign == '\n' || at + 1 >= text.Length || text[at + 1] != '\n'))
            {
                number++;
            }

            if (isEnd && !isQuoted)
            {
                // "\r\n" is one end.
                at += sign == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
                number += sign == '\r' && text[at - 1] == '\n' ? 1 : 0;
                cells.Add(cell.ToString().Trim());
                return cells;
            }

            if (sign == separator && !isQuoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(sign);
            }
        }

        cells.Add(cell.ToString().Trim());
        return cells;
    }
}

/// <param name="Number">From 1, as an editor counts them; where the line begins.</param>
public sealed record CsvLine(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Empty where the line is shorter.</summary>
    public string this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : "";
}
