using Gazetier.Data;
using Gazetier.Features.Offers;
using Gazetier.Features.Purchases.Mails;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases;

/// <summary>
/// Takes back orders that opened nothing and that nobody pays: a week after their buyer was told, and never one for which money ever came.
/// </summary>
public class LapsePurchases(GazetierDb db, TimeProvider clock)
{
    /// <summary>Between the warning and the end.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(7);

    private const int Batch = 200;

    /// <returns>How many were warned of or taken back.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var done = 0;
        foreach (var setting in await db.MeansSettings.AsNoTracking().Where(s => s.LapseDays > 0).ToListAsync(cancel))
        {
            var unpaid = Unpaid().Where(p => p.Means == setting.Means);
            foreach (var id in await unpaid.Where(p => p.LapsesAt <= now).OrderBy(p => p.LapsesAt).Select(p => p.Id).Take(Batch).ToListAsync(cancel))
            {
                done += await db.InTransactionAsync(token => TakeBackAsync(id, now, token), cancel);
            }

            var before = now + Notice - TimeSpan.FromDays(setting.LapseDays);
            foreach (var late in await unpaid.Where(p => p.LapsesAt == null && p.OrderedAt <= before).OrderBy(p => p.OrderedAt).Select(p => new { p.Id, p.OrderedAt }).Take(Batch).ToListAsync(cancel))
            {
                var at = late.OrderedAt!.Value.AddDays(setting.LapseDays);
                done += await db.InTransactionAsync(token => WarnAsync(late.Id, at > now + Notice ? at : now + Notice, now, token), cancel);
            }
        }

        return done;
    }

    private IQueryable<Purchase> Unpaid() => db.Purchases.Where(p => p.State == PurchaseState.Ordered && p.GrossCents > 0 && p.PaidCents == 0 && p.SubscriptionId == null
        && !db.Payments.Any(payment => payment.PurchaseId == p.Id));

    private async Task<int> WarnAsync(Guid id, DateTime lapsesAt, DateTime now, CancellationToken cancel)
    {
        var claimed = await Unpaid().Where(p => p.Id == id && p.LapsesAt == null)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.LapsesAt, lapsesAt).SetProperty(x => x.Version, x => x.Version + 1), cancel);
        return await TellAsync(claimed, id, PurchaseMails.LapsesSoon, now, cancel);
    }

    private async Task<int> TakeBackAsync(Guid id, DateTime now, CancellationToken cancel)
    {
        var claimed = await Unpaid().Where(p => p.Id == id && p.LapsesAt <= now).ExecuteUpdateAsync(
            p => p.SetProperty(x => x.State, PurchaseState.Cancelled).SetProperty(x => x.CancelledAt, now).SetProperty(x => x.RemindAt, (DateTime?)null).SetProperty(x => x.Version, x => x.Version + 1),
            cancel);
        if (claimed == 1 && await db.Purchases.Where(p => p.Id == id).Select(p => p.PromotionCodeId).FirstAsync(cancel) is { } code)
        {
            await db.GiveUseBackAsync(code, cancel);
        }

        return await TellAsync(claimed, id, PurchaseMails.Lapsed, now, cancel);
    }

    private async Task<int> TellAsync(int claimed, Guid id, string kind, DateTime now, CancellationToken cancel)
    {
        var to = claimed == 0 ? null : await db.Purchases.Where(p => p.Id == id && p.Account != null).Select(p => new { p.Account!.Email, p.Language }).FirstOrDefaultAsync(cancel);
        if (to?.Email is { } email)
        {
            db.Owe(now, kind, email, new PurchaseMail(id, to.Language));
        }

        return claimed;
    }
}
