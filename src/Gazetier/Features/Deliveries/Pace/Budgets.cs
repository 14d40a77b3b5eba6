using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Deliveries.Pace;

/// <summary>
/// Takes shares of a limit, by updates on the condition that they are free, so that nodes together never take more. What a node
/// that died had taken is lost for the window: less is sent, never more.
/// </summary>
public class Budgets(GazetierDb db)
{
    /// <summary>Days that are looked back on.</summary>
    private static readonly TimeSpan Keeps = TimeSpan.FromDays(3);

    /// <returns>How many were taken, from 0 to <paramref name="most"/>.</returns>
    public async Task<int> TakeAsync(PaceLimit limit, int most, CancellationToken cancel)
    {
        while (true)
        {
            var used = await Of(limit).Select(b => (int?)b.Used).FirstOrDefaultAsync(cancel);
            var share = Math.Min(most, limit.Most - (used ?? 0));
            if (share <= 0)
            {
                return 0;
            }

            if (used is null ? await BeginAsync(limit, share, cancel) : await TakeAsync(limit, used.Value, share, cancel))
            {
                return share;
            }
        }
    }

    /// <summary>Gives back what was not used.</summary>
    public Task GiveBackAsync(PaceLimit limit, int share, CancellationToken cancel) => share == 0
        ? Task.CompletedTask
        : db.InTransactionAsync(token => Of(limit).ExecuteUpdateAsync(b => b.SetProperty(x => x.Used, x => x.Used - share), token), cancel);

    public Task ForgetAsync(DateTime now, CancellationToken cancel)
    {
        var before = now - Keeps;
        return db.InTransactionAsync(token => db.PaceBudgets.Where(b => b.From < before).ExecuteDeleteAsync(token), cancel);
    }

    private async Task<bool> TakeAsync(PaceLimit limit, int used, int share, CancellationToken cancel) =>
        await db.InTransactionAsync(
            token => Of(limit).Where(b => b.Used == used).ExecuteUpdateAsync(b => b.SetProperty(x => x.Used, x => x.Used + share), token), cancel) == 1;

    private async Task<bool> BeginAsync(PaceLimit limit, int share, CancellationToken cancel)
    {
        db.PaceBudgets.Add(new PaceBudget { Domain = limit.Domain, Window = limit.Window, From = limit.From, Used = share });
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another node began it at the same moment.
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private IQueryable<PaceBudget> Of(PaceLimit limit) =>
        db.PaceBudgets.AsNoTracking().Where(b => b.Domain == limit.Domain && b.Window == limit.Window && b.From == limit.From);
}
