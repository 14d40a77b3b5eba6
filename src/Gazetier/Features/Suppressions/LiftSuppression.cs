using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Suppressions;

/// <summary>Sends to an address again: asked by its reader, or by the desk. Should it come back again, it is suppressed again.</summary>
public class LiftSuppression(GazetierDb db, TimeProvider clock)
{
    /// <param name="by">Null: the reader whose address it is.</param>
    /// <returns>False: nothing stood against it.</returns>
    public Task<bool> RunAsync(string email, SignedIn? by, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var name = by?.DisplayName ?? "";
            var lifted = await db.Suppressions.Standing().Where(s => s.Email == email)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.LiftedAt, now).SetProperty(x => x.LiftedByName, name), token);
            if (lifted > 0 && by is not null)
            {
                await RecordAsync(email, by, now, token);
            }

            return lifted > 0;
        },
        cancel);

    private async Task RecordAsync(string email, SignedIn by, DateTime now, CancellationToken cancel)
    {
        if (await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedEmail == EmailAddress.Key(email), cancel) is { } account)
        {
            db.RecordAbout(now, by, account, "suppression.lifted");
        }
        else
        {
            db.Record(now, by, "suppression.lifted");
        }
    }
}
