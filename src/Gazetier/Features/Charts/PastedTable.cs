using System.Text;

namespace Gazetier.Features.Charts;

/// <summary>
/// A table that was pasted as text: from a spreadsheet (tabs) or a CSV file (semicolons, commas). Which sign separates is told by
/// the text itself; within quotation marks it separates nothing (RFC 4180).
/// </summary>
public static class PastedTable
{
    /// <summary>Characters; a chart of the greatest size has some 10,000.</summary>
    public const int MaxLength = 100_000;

    private static readonly char[] Separators = ['\t', ';', ','];

    /// <summary>Rows that say something; empty where the text is no table.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text)
    {
        var clean = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        return [.. Parse(clean, SeparatorOf(clean)).Where(row => row.Any(cell => cell.Length > 0))];
    }

    /// <summary>The first that every line has as often as the first line, and at least once; a comma may be a decimal one.</summary>
    private static char SeparatorOf(string text)
    {
        foreach (var separator in Separators)
        {
            var counts = Parse(text, separator).Where(row => row.Any(cell => cell.Length > 0)).Take(20).Select(row => row.Count).ToList();
            if (counts.Count > 0 && counts[0] > 1 && counts.TrueForAll(count => count == counts[0]))
            {
                return separator;
            }
        }

        // Rows of several lengths: the last cells of a line were left out.
        var first = text.Split('\n')[0];
        return Array.Find(Separators, separator => first.Contains(separator, StringComparison.Ordinal)) is var found and not '\0' ? found : '\t';
    }

    private static List<IReadOnlyList<string>> Parse(string text, char separator)
    {
        var rows = new List<IReadOnlyList<string>>();
        var row = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (isQuoted && c == '"' && at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else if (c == '"' && (isQuoted || cell.ToString().Trim().Length == 0))
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && (c == separator || c == '\n'))
            {
                EndCell();
                if (c == '\n')
                {
                    EndRow();
                }
            }
            else
            {
                cell.Append(c == '\n' ? ' ' : c);
            }
        }

        EndCell();
        EndRow();
        return rows;

        void EndCell()
        {
            row.Add(cell.ToString().Trim());
            cell.Clear();
        }

        void EndRow()
        {
            rows.Add(row);
            row = [];
        }
    }
}
