using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.MailingLists.Imports;

public static class ImportQueries
{
    /// <summary>Lines that are still to be applied.</summary>
    public static IQueryable<ListImportLine> ToDo(this IQueryable<ListImportLine> lines, Guid import) =>
        lines.Where(l => l.ImportId == import && l.Outcome == ImportOutcome.Accepted && l.DoneAt == null);

    /// <summary>How many lines came to what.</summary>
    public static Task<Dictionary<ImportOutcome, int>> CountsAsync(this IQueryable<ListImportLine> lines, Guid import, CancellationToken cancel) =>
        lines.Where(l => l.ImportId == import).GroupBy(l => l.Outcome).Select(g => new { g.Key, Number = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Number, cancel);

    /// <summary>When those among some readers who left a list did so last, UTC.</summary>
    public static Task<Dictionary<Guid, DateTime>> LeftAmongAsync(this GazetierDb db, IReadOnlyCollection<Guid> accounts, string list, CancellationToken cancel) =>
        db.Consents.AsNoTracking().Where(c => c.List == list && !c.IsGiven && c.AccountId != null && accounts.Contains(c.AccountId.Value))
            .GroupBy(c => c.AccountId!.Value).Select(g => new { g.Key, At = g.Max(c => c.At) }).ToDictionaryAsync(g => g.Key, g => g.At, cancel);

    /// <summary>Accounts by their addresses, as lines have them.</summary>
    public static async Task<Dictionary<string, Guid>> AccountsAmongAsync(this GazetierDb db, IReadOnlyCollection<string> keys, CancellationToken cancel) =>
        (await db.Accounts.AsNoTracking().Where(a => keys.Contains(a.NormalizedEmail)).Select(a => new { a.NormalizedEmail, a.Id }).ToListAsync(cancel))
            .DistinctBy(a => a.NormalizedEmail).ToDictionary(a => a.NormalizedEmail!, a => a.Id, StringComparer.Ordinal);
}
