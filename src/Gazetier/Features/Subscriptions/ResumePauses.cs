using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Subscriptions;

/// <summary>Ends the pauses whose time is over.</summary>
public class ResumePauses(GazetierDb db, ForgetReader forget, TimeProvider clock)
{
    private const int Batch = 100;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var paused in await db.Subscriptions.Where(s => s.ResumesAt <= now).OrderBy(s => s.ResumesAt).Take(Batch).ToListAsync(cancel))
        {
            paused.Resume(now);
            try
            {
                await db.SaveChangesAsync(cancel);
                forget(paused.AccountId ?? Guid.Empty);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Its holder, or another node, was first.
                db.Entry(paused).State = EntityState.Detached;
            }
        }
    }
}
