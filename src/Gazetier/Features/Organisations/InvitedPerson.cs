using Gazetier.Features.Accounts;
using Gazetier.Text;

namespace Gazetier.Features.Organisations;

/// <summary>One line of what a steward typed, pasted or sent as a file: whom to invite.</summary>
/// <param name="Line">From 1, as an editor counts them.</param>
/// <param name="Typed">What stood there where an address was looked for.</param>
/// <param name="Email">As we keep it; null: what stands there is no address.</param>
public sealed record InvitedPerson(int Line, string Typed, string? Email, string Name)
{
    /// <summary>Lines that are taken at once.</summary>
    public const int Most = 2_000;

    private static readonly char[] Separators = [';', ',', '\t'];

    /// <summary>
    /// Reads addresses one a line, "Nom &lt;adresse&gt;" too, and tables of a spreadsheet, with their heads or without: the cell with the
    /// sign @ is the address, the others make the name. Lines of one address each also come separated by commas or semicolons.
    /// </summary>
    public static IEnumerable<InvitedPerson> Read(string text)
    {
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (line.Trim().Trim('\uFEFF', '"').Length == 0)
            {
                continue;
            }

            var cells = Cells(line.Trim().Trim('\uFEFF'));
            var addresses = cells.Where(cell => cell.Contains('@', StringComparison.Ordinal)).ToList();
            if (addresses.Count > 1)
            {
                foreach (var address in addresses)
                {
                    yield return Of(number, address, "");
                }
            }
            else if (addresses.Count == 1)
            {
                yield return Of(number, addresses[0], string.Join(' ', cells.Where(cell => cell != addresses[0])));
            }
            else if (number > 1 || !IsHead(cells))
            {
                yield return new InvitedPerson(number, Shortened.To(80, Printable.Line(line)), null, "");
            }
        }
    }

    private static InvitedPerson Of(int line, string cell, string name)
    {
        var open = cell.LastIndexOf('<');
        var address = open >= 0 ? cell[(open + 1)..].TrimEnd('>', ' ') : cell;
        name = open > 0 ? cell[..open] : name;
        return new InvitedPerson(line, Shortened.To(80, Printable.Line(cell)), EmailAddress.Read(address), NameOf(name));
    }

    private static string NameOf(string typed)
    {
        var name = Printable.Line(typed).Trim('"', ' ');
        return name.Length <= DisplayNames.Longest ? name : "";
    }

    /// <summary>The first line of a table names its columns: "Nom;Prénom;Adresse e-mail".</summary>
    private static bool IsHead(IReadOnlyList<string> cells) =>
        cells.Any(cell => Fold.Of(cell) is var name && (name.Contains("mail", StringComparison.Ordinal) || name.StartsWith("adresse", StringComparison.Ordinal) || name.StartsWith("courriel", StringComparison.Ordinal)));

    /// <summary>Cells of a line of CSV, in quotation marks or not.</summary>
    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var sign = line[i];
            if (sign == '"')
            {
                if (isQuoted && i + 1 < line.Length && line[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    isQuoted = !isQuoted;
                }
            }
            else if (!isQuoted && Separators.Contains(sign))
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
        return [.. cells.Where(one => one.Length > 0)];
    }
}
