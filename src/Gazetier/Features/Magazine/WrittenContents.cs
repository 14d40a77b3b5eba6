using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Locales;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Magazine;

/// <summary>
/// The contents of an issue as the newsroom writes them, a line each: "8 | Finances | L’épargne brute | 17", which is the page, the section,
/// the title, and the number or address of the article. Without a title the article's own headline is taken.
/// </summary>
public static class WrittenContents
{
    private const int Parts = 4;

    /// <summary>What each line means, in the order of the pages; of one page, in that of the lines.</summary>
    public static async Task<IReadOnlyList<WrittenLine>> ReadAsync(GazetierDb db, string? written, CancellationToken cancel)
    {
        var lines = (written ?? "").Split('\n').Select(Printable.Line).Where(line => line.Length > 0).Take(PrintIssue.MostEntries + 1).Select(line => Shortened.To(500, line)).ToList();
        var parts = lines.ConvertAll(line => line.Split('|', Parts, StringSplitOptions.TrimEntries));
        var numbers = parts.Select(NumberIn).OfType<long>().Distinct().ToList();
        var articles = await db.Articles.Where(a => numbers.Contains(a.Id)).Select(a => new { a.Id, a.Headline }).ToDictionaryAsync(a => a.Id, a => a.Headline, cancel);
        return [.. parts.Select((part, at) => LineOf(lines[at], part, articles)).OrderBy(line => line.Entry.Folio)];
    }

    /// <summary>What is wrong with a line; null: it is clear.</summary>
    /// <param name="pages">Of the issue.</param>
    public static string? Fault(WrittenLine line, int pages, Phrases t) =>
        line.Entry.Folio < 1 || line.Entry.Folio > pages ? t["« {0} » : commencez par la page, de 1 à {1}, puis une barre verticale.", line.Written, pages]
        : line.IsUnknown ? t["« {0} » : cet article n’existe pas ; écrivez son numéro ou son adresse, ou rien.", line.Written]
        : line.Entry.Title.Length == 0 ? t["« {0} » : donnez un titre, ou un article.", line.Written]
        : line.Entry.Title.Length > PrintEntry.MaxTitle || line.Entry.Heading.Length > PrintEntry.MaxHeading ? t["« {0} » : {1} signes au plus pour la rubrique, {2} pour le titre.", line.Written, PrintEntry.MaxHeading, PrintEntry.MaxTitle]
        : null;

    /// <summary>As <see cref="ReadAsync"/> reads it.</summary>
    public static string Write(IEnumerable<PrintEntry> entries) => string.Join('\n', entries.Select(e =>
        string.Create(CultureInfo.InvariantCulture, $"{e.Folio} | {Apart(e.Heading)} | {Apart(e.Title)}{(e.ArticleId is { } id ? FormattableString.Invariant($" | {id}") : "")}")));

    /// <summary>A bar of their own would end them.</summary>
    private static string Apart(string text) => text.Replace('|', '¦');

    private static WrittenLine LineOf(string line, string[] parts, Dictionary<long, string> articles)
    {
        var number = NumberIn(parts);
        var headline = number is { } id ? articles.GetValueOrDefault(id) : null;
        var (heading, title) = parts.Length == 2 ? ("", parts[1]) : (parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "");
        var entry = new PrintEntry
        {
            Folio = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var folio) ? folio : 0,
            Heading = heading,
            Title = title.Length > 0 ? title : Shortened.To(PrintEntry.MaxTitle, headline ?? ""),
            ArticleId = headline is null ? null : number,
        };
        return new WrittenLine(line, entry, IsUnknown: headline is null && parts.ElementAtOrDefault(Parts - 1) is { Length: > 0 });
    }

    private static long? NumberIn(string[] parts) => parts.ElementAtOrDefault(Parts - 1) is { Length: > 0 } called ? ArticleAddress.NumberIn(called) : null;
}

/// <summary>A line, and what it means.</summary>
/// <param name="IsUnknown">It names an article that there is not.</param>
public sealed record WrittenLine(string Written, PrintEntry Entry, bool IsUnknown);
