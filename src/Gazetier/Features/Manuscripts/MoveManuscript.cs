using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Manuscripts;

/// <summary>Moves a manuscript on its way, or back. What was written until then stays as a revision of its own.</summary>
public class MoveManuscript(GazetierDb db, TimeProvider clock)
{
    /// <returns>False where there is no such article, or this is no move for them.</returns>
    public Task<bool> RunAsync(long articleId, Stage to, SignedIn staff, CancellationToken cancel) => RunAsync(articleId, null, to, staff, cancel);

    /// <param name="seen">Where they saw it stand; elsewhere by now, it is left there. Null: wherever it stands.</param>
    /// <inheritdoc cref="RunAsync(long, Stage, SignedIn, CancellationToken)"/>
    public Task<bool> RunAsync(long articleId, Stage? seen, Stage to, SignedIn staff, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await db.OpenManuscriptAsync(articleId, now, token) is not { } manuscript
                || (seen is not null && manuscript.Stage != seen)
                || !manuscript.Stage.Moves(staff.Role!.Value, manuscript.IsTheirs(staff.AccountId, staff.Role.Value)).Contains(to))
            {
                db.ChangeTracker.Clear();
                return false;
            }

            // Who reads over may move an idea without taking it.
            manuscript.WriterId = manuscript.IsFree && !staff.Role.Value.May(StaffAct.ReadOver) ? staff.AccountId : manuscript.WriterId;
            manuscript.Stage = to;
            if (await db.Revisions.FindAsync([articleId, manuscript.Newest], token) is { } newest)
            {
                newest.IsSealed = true;
            }

            db.Record(now, staff, "article.moved", articleId, to.ToString());
            return true;
        },
        cancel);
}
