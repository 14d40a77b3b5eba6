using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Organisations;
using Gazetier.Features.Purchases.Mails;
using Gazetier.Features.Subscriptions;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases;

/// <summary>
/// Reminds of what was not paid, and stops access when the grace is over (F-01). Each purchase is claimed in the transaction that owes its
/// mail: on several nodes, or run twice, it is reminded once.
/// </summary>
public class CallForPayments(GazetierDb db, ForgetReader forget, TimeProvider clock)
{
    /// <returns>How many purchases were reminded of or suspended.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var settings = await db.MeansSettings.AsNoTracking().ToDictionaryAsync(s => s.Means, cancel);
        var done = 0;
        foreach (var id in await db.Purchases.ToSuspend(now).OrderBy(p => p.GraceUntil).Select(p => p.Id).ToListAsync(cancel))
        {
            done += await SuspendAsync(id, now, cancel);
        }

        foreach (var purchase in await db.Purchases.AsNoTracking().ToRemind(now).OrderBy(p => p.RemindAt).ToListAsync(cancel))
        {
            var setting = purchase.Means is { } means ? settings.GetValueOrDefault(means) : null;
            done += await db.InTransactionAsync(token => RemindAsync(purchase, setting, now, token), cancel);
        }

        return done;
    }

    private async Task<int> RemindAsync(Purchase purchase, MeansSetting? setting, DateTime now, CancellationToken cancel)
    {
        var sent = purchase.Reminders + 1;
        var next = setting?.NextReminder(purchase.DueAt!.Value, sent);
        // A node that slept for weeks reminds once, not once for each day that it missed.
        while (next <= now)
        {
            next = setting!.NextReminder(purchase.DueAt!.Value, ++sent);
        }

        var claimed = await db.Purchases.ToRemind(now).Where(p => p.Id == purchase.Id && p.Reminders == purchase.Reminders).ExecuteUpdateAsync(
            p => p.SetProperty(x => x.Reminders, sent).SetProperty(x => x.RemindAt, next).SetProperty(x => x.Version, x => x.Version + 1), cancel);
        if (claimed == 1)
        {
            await OweAsync(purchase.Id, PurchaseMails.Reminder, now, cancel);
        }

        return claimed;
    }

    private async Task<int> SuspendAsync(Guid id, DateTime now, CancellationToken cancel)
    {
        IReadOnlyList<Guid> readers = [];
        var claimed = await db.InTransactionAsync(
            async token =>
            {
                var one = await db.Purchases.ToSuspend(now).Where(p => p.Id == id)
                    .ExecuteUpdateAsync(p => p.SetProperty(x => x.SuspendedAt, now).SetProperty(x => x.Version, x => x.Version + 1), token);
                if (one == 0)
                {
                    return 0;
                }

                var subscription = await db.Purchases.Where(p => p.Id == id).Select(p => p.SubscriptionId!.Value).SingleAsync(token);
                // One that is paused already stays so: nothing is open, and its end is another's matter.
                await db.Subscriptions.Where(s => s.Id == subscription && s.SuspendedAt == null).ExecuteUpdateAsync(
                    s => s.SetProperty(x => x.SuspendedAt, now).SetProperty(x => x.Suspension, Suspension.Unpaid).SetProperty(x => x.Version, x => x.Version + 1), token);
                readers = await db.ReadersOfAsync(subscription, token);
                await OweAsync(id, PurchaseMails.Suspended, now, token);
                return 1;
            },
            cancel);
        foreach (var reader in readers)
        {
            forget(reader);
        }

        return claimed;
    }

    private async Task OweAsync(Guid id, string kind, DateTime now, CancellationToken cancel)
    {
        var to = await db.Purchases.Where(p => p.Id == id && p.Account != null).Select(p => new { p.Account!.Email, p.Language }).FirstOrDefaultAsync(cancel);
        if (to?.Email is { } email)
        {
            db.Owe(now, kind, email, new PurchaseMail(id, to.Language));
        }
    }
}
