using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Magazine;

/// <summary>
/// Keeps what was changed of an issue, in one transaction with the change log and the newsroom's record. Of two who change the same at
/// the same moment, one is told.
/// </summary>
public class KeepPrintIssue(GazetierDb db, PrintFiles files, TimeProvider clock)
{
    /// <summary>Saves what was done to a tracked issue.</summary>
    /// <param name="what">"magazine.changed", "magazine.published"…</param>
    /// <returns>False: somebody was faster, or has its number.</returns>
    public async Task<bool> RunAsync(PrintIssue issue, string what, SignedIn staff, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        issue.ChangedAt = now;
        if (db.Entry(issue) is { State: EntityState.Unchanged } entry)
        {
            // What was changed stands in other rows: its version rises all the same, and be it in the same tick.
            entry.Property(i => i.ChangedAt).IsModified = true;
        }

        db.Append(now, what, MagazineQueries.Tag);
        db.Record(now, staff, what, null, FormattableString.Invariant($"{issue.Number} {issue.Title}"));
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>Gives the issue another PDF, or none; the file of before goes, and the new one where somebody was faster.</summary>
    /// <returns>False: somebody was faster.</returns>
    public async Task<bool> SetPdfAsync(PrintIssue issue, string? key, long bytes, SignedIn staff, CancellationToken cancel)
    {
        var before = issue.PdfKey;
        (issue.PdfKey, issue.PdfBytes) = (key, bytes);
        var isKept = await RunAsync(issue, key is null ? "magazine.pdf-removed" : "magazine.pdf", staff, cancel);
        if ((isKept ? before : key) is { } left)
        {
            files.Forget(left);
        }

        return isKept;
    }
}
