using System.Globalization;
using Gazetier.Features.Accounts;
using Gazetier.Features.Consents;
using Gazetier.Text;
using Gazetier.Web;

namespace Gazetier.Features.MailingLists.Imports;

/// <summary>
/// Reads lines of address, date, text, origin and, if one likes, name; in this order, or in any under heads that say so. What a line
/// says of itself is judged here; what we know of the address is not. Pure.
/// </summary>
public class ConsentTable(TimeZoneInfo zone, DateTime now)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int[]? _columns;

    private static readonly string[][] Heads =
    [
        ["adresse", "email", "e-mail", "mail", "courriel"],
        ["date", "consenti le", "accord le"],
        ["texte", "text", "phrase", "consentement"],
        ["origine", "origin", "source", "formulaire"],
        ["nom", "name", "prenom"],
    ];

    /// <summary>The lines of the table, each with what it comes to so far. At most one more than <see cref="ListImport.MostLines"/>.</summary>
    public IEnumerable<ListImportLine> Read(string text)
    {
        var count = 0;
        foreach (var line in CsvTable.Read(text))
        {
            if (_columns is null)
            {
                var named = ColumnsOf(line);
                _columns = named ?? [0, 1, 2, 3, 4];
                if (named is not null)
                {
                    continue;
                }
            }

            yield return Read(line);
            if (++count > ListImport.MostLines)
            {
                yield break;
            }
        }
    }

    private ListImportLine Read(CsvLine line)
    {
        var typed = Cell(line, 0);
        var email = EmailAddress.Read(typed);
        var at = When(line[_columns![1]]);
        var (said, origin) = (Shortened.To(Consent.MaxText, Cell(line, 2)), Shortened.To(Consent.MaxOrigin, Cell(line, 3)));
        return new ListImportLine
        {
            Number = line.Number,
            Email = email ?? Shortened.To(80, typed),
            Name = DisplayNames.Read(Cell(line, 4)) ?? "",
            At = at,
            Text = said,
            Origin = origin,
            Outcome = email is null ? ImportOutcome.Malformed
                : MistypedDomain.Guess(email) is not null ? ImportOutcome.Mistyped
                : at is null || at > now ? ImportOutcome.NoDate
                : said.Length == 0 || origin.Length == 0 ? ImportOutcome.NoProof
                : !_seen.Add(email) ? ImportOutcome.Twice
                : ImportOutcome.Accepted,
        };
    }

    private string Cell(CsvLine line, int which) => Printable.Line(line[_columns![which]]);

    /// <summary>A day, or a moment on the newspaper's clock, or one of its own zone (ISO 8601). UTC.</summary>
    private DateTime? When(string typed) =>
        LocalMoment.ReadDay(typed) is { } day ? LocalMoment.StartOf(day, zone)
        : LocalMoment.TryRead(typed, zone, out var moment) && moment is not null ? moment
        : typed.Contains('T', StringComparison.Ordinal) && DateTime.TryParse(typed, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var utc) && utc.Year is >= 1990 and < 2200 ? utc
        : null;

    /// <summary>Null: the line is no head.</summary>
    private static int[]? ColumnsOf(CsvLine head)
    {
        var names = head.Cells.Select(Fold.Of).ToList();
        int Named(string[] words) => names.FindIndex(name => words.Any(word => name.StartsWith(word, StringComparison.Ordinal)));
        return head.Cells.Any(cell => cell.Contains('@', StringComparison.Ordinal)) || Named(Heads[0]) < 0 ? null : [.. Heads.Select(Named)];
    }
}
