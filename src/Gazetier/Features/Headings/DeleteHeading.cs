using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Follows;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Headings;

/// <summary>Deletes a section, theme, dossier or author that nothing depends on.</summary>
public class DeleteHeading(GazetierDb db, TimeProvider clock)
{
    /// <returns>False where something depends on it: nothing was deleted.</returns>
    public Task<bool> RunAsync(FollowKind kind, Guid id, string name, SignedIn staff, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            if (!(await HeadingUse.ReadAsync(db, kind, id, token)).IsNone)
            {
                return false;
            }

            // A menu is no reason to keep it: its entry goes with it.
            await db.MenuEntries.Where(e => e.SectionId == id).ExecuteDeleteAsync(token);
            await (kind switch
            {
                FollowKind.Theme => db.Themes.Where(x => x.Id == id).ExecuteDeleteAsync(token),
                FollowKind.Section => db.Sections.Where(x => x.Id == id).ExecuteDeleteAsync(token),
                FollowKind.Dossier => db.Dossiers.Where(x => x.Id == id).ExecuteDeleteAsync(token),
                _ => db.Authors.Where(x => x.Id == id).ExecuteDeleteAsync(token),
            });
            var what = Followable.NameOf(kind) + ".deleted";
            var now = clock.GetUtcNow().UtcDateTime;
            db.Append(now, what, ChangeLog.Everything);
            db.Record(now, staff, what, null, name);
            return true;
        },
        cancel);
}
