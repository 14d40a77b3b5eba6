using Gazetier.Data;
using Gazetier.Features.Accounts;

namespace Gazetier.Features.Manuscripts;

/// <summary>Makes an earlier revision the newest again: a new one with its content. The one that it takes the place of stays.</summary>
public class RestoreRevision(GazetierDb db, SaveManuscript save, TimeProvider clock)
{
    /// <param name="newest">The newest that whoever restores has seen.</param>
    /// <returns>Null where there is no such revision, or they may not write on it.</returns>
    public async Task<SaveOutcome?> RunAsync(long articleId, int number, int newest, SignedIn staff, CancellationToken cancel)
    {
        if (await db.Revisions.FindAsync([articleId, number], cancel) is not { } revision)
        {
            return null;
        }

        var outcome = await save.RunAsync(articleId, new StartingPoint(newest), Content.FromJson(revision.Json), staff, number, cancel);
        if (outcome is { Overtaken: null })
        {
            db.Record(clock.GetUtcNow().UtcDateTime, staff, "article.restored", articleId, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await db.SaveChangesAsync(cancel);
        }

        return outcome;
    }
}
