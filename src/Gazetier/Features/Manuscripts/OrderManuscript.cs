using Gazetier.Data;
using Gazetier.Features.Accounts;

namespace Gazetier.Features.Manuscripts;

/// <summary>Gives a manuscript to somebody, or changes what was ordered. An idea that gets a writer is an order from then on.</summary>
public class OrderManuscript(GazetierDb db, TimeProvider clock)
{
    /// <returns>False where there is no such article.</returns>
    public Task<bool> RunAsync(long articleId, Order order, SignedIn staff, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await db.OpenManuscriptAsync(articleId, now, token) is not { } manuscript)
            {
                return false;
            }

            order.CopyTo(manuscript);
            manuscript.Stage = (manuscript.Stage, order.Writer) switch
            {
                (Stage.Idea, not null) => Stage.Assigned,
                (Stage.Assigned, null) => Stage.Idea,
                var (stage, _) => stage,
            };
            db.Record(now, staff, "article.ordered", articleId, order.Writer is { } writer ? (await db.Accounts.FindAsync([writer], token))?.DisplayName ?? "" : "");
            return true;
        },
        cancel);
}
