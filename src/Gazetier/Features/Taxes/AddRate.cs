using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Taxes;

/// <summary>
/// Writes a rate of tax that holds from a day to come, and closes the one before on that day. What was sold is never touched: of the past
/// nothing can be added, changed or taken away (F-30).
/// </summary>
public class AddRate(GazetierDb db)
{
    /// <param name="today">On the newspaper's calendar.</param>
    /// <returns>False: there is one from that day or a later one already.</returns>
    public async Task<bool> RunAsync(VatRate rate, DateOnly today, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(rate.From, today, nameof(rate));
        try
        {
            return await db.InTransactionAsync(token => AddAsync(rate, token), cancel);
        }
        catch (DbUpdateException)
        {
            // Somebody else wrote one for that day at the same time.
            return false;
        }
    }

    /// <summary>Takes one back that has not begun; the one before goes on.</summary>
    /// <returns>Null: there is none, or it has begun.</returns>
    public Task<VatRate?> TakeBackAsync(int id, DateOnly today, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            if (await db.VatRates.FirstOrDefaultAsync(r => r.Id == id && r.From > today, token) is not { } rate)
            {
                return null;
            }

            foreach (var before in await Same(rate).Where(r => r.Until == rate.From).ToListAsync(token))
            {
                before.Until = rate.Until;
            }

            db.VatRates.Remove(rate);
            return rate;
        },
        cancel);

    private async Task<bool> AddAsync(VatRate rate, CancellationToken cancel)
    {
        var others = await Same(rate).ToListAsync(cancel);
        if (others.Exists(r => r.From >= rate.From))
        {
            return false;
        }

        foreach (var before in others.Where(r => r.Until is not { } until || until > rate.From))
        {
            before.Until = rate.From;
        }

        rate.Id = await db.VatRates.MaxAsync(r => (int?)r.Id, cancel) + 1 ?? 1;
        db.VatRates.Add(rate);
        return true;
    }

    private IQueryable<VatRate> Same(VatRate rate) => db.VatRates.Where(r => r.Class == rate.Class && r.Customer == rate.Customer && r.Territory == rate.Territory);
}
