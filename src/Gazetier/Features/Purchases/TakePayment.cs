using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Organisations;
using Gazetier.Features.Purchases.Cards;
using Gazetier.Features.Purchases.Mails;
using Gazetier.Features.Subscriptions;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases;

/// <summary>
/// Counts money in and out. What is paid in full opens what it bought, or lifts its suspension, at once; what is no longer paid
/// falls due again. More than is owed is never counted, however many people record it at the same time.
/// </summary>
public class TakePayment(GazetierDb db, OpenAccess access, Masthead masthead, ForgetReader forget, TimeProvider clock)
{
    /// <summary>Records a payment (<paramref name="payment"/> above zero), a refund or a counter-entry (below).</summary>
    /// <param name="by">Null: a provider says so.</param>
    /// <param name="payment">Of a refund that a provider tells (<see cref="Payment.GivesBackId"/>), what went back of its payment in all: what was counted of it is taken off here.</param>
    /// <param name="notice">By which the provider says so; told again, nothing is counted.</param>
    public async Task<PaymentOutcome> RunAsync(Payment payment, SignedIn? by, CancellationToken cancel, CardNotice? notice = null)
    {
        IReadOnlyList<Guid> readers = [];
        var said = payment.Cents;
        var outcome = await db.InTransactionAsync(
            async token =>
            {
                await HoldAsync(payment.PurchaseId, token);
                if (notice is not null && !await IsNewsAsync(notice, payment, token))
                {
                    return PaymentOutcome.ToldAlready;
                }

                if (payment.GivesBackId is not null && (payment.Cents = said + await CountedBackAsync(payment, token)) >= 0)
                {
                    return PaymentOutcome.ToldAlready;
                }

                var counted = await CountAsync(payment, token);
                if (counted != PaymentOutcome.Done)
                {
                    return counted;
                }

                var now = clock.GetUtcNow().UtcDateTime;
                payment.RecordedAt = now;
                payment.ByName = by?.DisplayName ?? payment.ByName;
                db.Payments.Add(payment);
                var purchase = await FindAsync(payment.PurchaseId, token);
                await SettleAsync(purchase, now, token);
                await OweAsync(purchase, payment, now, token);
                if (by is not null)
                {
                    db.Record(now, by, ActOf(payment.Kind), detail: purchase.Number!);
                }

                readers = await ReadersAsync(purchase, token);
                return PaymentOutcome.Done;
            },
            cancel);
        foreach (var reader in readers)
        {
            forget(reader);
        }

        return outcome;
    }

    /// <summary>Of two who undo the same payment, or are told of it at the same time, the second waits here, and then finds that it is done.</summary>
    private Task<int> HoldAsync(Guid purchase, CancellationToken cancel) =>
        db.Purchases.Where(p => p.Id == purchase).ExecuteUpdateAsync(p => p.SetProperty(x => x.Version, x => x.Version + 1), cancel);

    private async Task<bool> IsNewsAsync(CardNotice notice, Payment payment, CancellationToken cancel)
    {
        if (await db.CardNotices.AnyAsync(n => n.Id == notice.Id, cancel) || await db.Payments.AnyAsync(p => p.ProviderReference == payment.ProviderReference, cancel))
        {
            return false;
        }

        db.CardNotices.Add(notice);
        return true;
    }

    /// <summary>Cents of the same payment that went back as we know it: by a notice before, or recorded by the desk as a refund to the card.</summary>
    private async Task<int> CountedBackAsync(Payment refund, CancellationToken cancel)
    {
        var before = await db.Payments.AsNoTracking()
            .Where(p => p.PurchaseId == refund.PurchaseId && p.Kind == PaymentKind.Refund && p.Means == PaymentMeans.Card && (p.GivesBackId == null || p.GivesBackId == refund.GivesBackId))
            .Where(p => !db.Payments.Any(undo => undo.UndoesId == p.Id))
            .SumAsync(p => p.Cents, cancel);
        return -before;
    }

    /// <summary>The purchase's own sums, changed only where they stay between nothing and what it costs.</summary>
    private async Task<PaymentOutcome> CountAsync(Payment payment, CancellationToken cancel)
    {
        if (payment.UndoesId is { } undone && await db.Payments.AnyAsync(p => p.UndoesId == undone, cancel))
        {
            return PaymentOutcome.UndoneAlready;
        }

        var isRefund = payment.Kind == PaymentKind.Refund || await db.Payments.AnyAsync(p => p.Id == payment.UndoesId && p.Kind == PaymentKind.Refund, cancel);
        var (paid, refunded) = isRefund ? (0, -payment.Cents) : (payment.Cents, 0);
        var purchase = db.Purchases.Where(p => p.Id == payment.PurchaseId && p.OrderedAt != null && (payment.Kind != PaymentKind.Received || p.State == PurchaseState.Ordered));
        var counted = await purchase
            .Where(p => p.PaidCents + paid <= p.GrossCents && p.RefundedCents + refunded >= 0 && p.RefundedCents + refunded <= p.PaidCents + paid)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.PaidCents, x => x.PaidCents + paid).SetProperty(x => x.RefundedCents, x => x.RefundedCents + refunded), cancel);
        return counted == 1 ? PaymentOutcome.Done
            : !await purchase.AnyAsync(cancel) ? PaymentOutcome.NotOrdered
            : paid > 0 ? PaymentOutcome.MoreThanOwed : PaymentOutcome.MoreThanPaid;
    }

    private async Task<Purchase> FindAsync(Guid id, CancellationToken cancel)
    {
        var purchase = await db.Purchases.Include(p => p.Offer).SingleAsync(p => p.Id == id, cancel);
        // The context may hold it from before the count.
        await db.Entry(purchase).ReloadAsync(cancel);
        return purchase;
    }

    private async Task SettleAsync(Purchase purchase, DateTime now, CancellationToken cancel)
    {
        if (purchase.State != PurchaseState.Ordered || purchase.PaidCents < purchase.GrossCents)
        {
            await FallDueAgainAsync(purchase, cancel);
            return;
        }

        purchase.PaidAt ??= now;
        purchase.RemindAt = null;
        // Without an account and an organisation nobody is left to read.
        if (purchase.SubscriptionId is null && (purchase.AccountId ?? purchase.OrganisationId) is not null)
        {
            await access.RunAsync(purchase, now, cancel);
        }
        else if (purchase.SuspendedAt is not null)
        {
            await db.Subscriptions.Where(s => s.Id == purchase.SubscriptionId && s.Suspension == Suspension.Unpaid)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.SuspendedAt, (DateTime?)null).SetProperty(x => x.Suspension, (Suspension?)null).SetProperty(x => x.Version, x => x.Version + 1), cancel);
        }

        purchase.SuspendedAt = null;
    }

    private async Task FallDueAgainAsync(Purchase purchase, CancellationToken cancel)
    {
        if (purchase.PaidAt is null || purchase.State != PurchaseState.Ordered)
        {
            return;
        }

        purchase.PaidAt = null;
        if (await db.MeansSettings.AsNoTracking().FirstOrDefaultAsync(s => s.Means == purchase.Means, cancel) is { } means)
        {
            purchase.FallDue(means, clock.GetUtcNow().UtcDateTime, await masthead.ZoneAsync(cancel));
        }
    }

    private async Task OweAsync(Purchase purchase, Payment payment, DateTime now, CancellationToken cancel)
    {
        // A slip of the desk's is no news to the customer.
        if (payment.Kind != PaymentKind.CounterEntry
            && await db.Accounts.Where(a => a.Id == purchase.AccountId).Select(a => a.Email).FirstOrDefaultAsync(cancel) is { } email)
        {
            db.Owe(now, payment.Kind == PaymentKind.Received ? PurchaseMails.Paid : PurchaseMails.Refunded, email, new PurchaseMail(purchase.Id, purchase.Language, Math.Abs(payment.Cents)));
        }
    }

    private async Task<IReadOnlyList<Guid>> ReadersAsync(Purchase purchase, CancellationToken cancel) =>
        purchase.SubscriptionId is { } subscription
            ? [.. await db.ReadersOfAsync(subscription, cancel), .. purchase.AccountId is { } buyer ? [buyer] : Array.Empty<Guid>()]
            : [];

    private static string ActOf(PaymentKind kind) => kind switch
    {
        PaymentKind.Received => "payment.recorded",
        PaymentKind.Refund => "payment.refunded",
        _ => "payment.undone",
    };
}

/// <summary>What came of a payment.</summary>
public enum PaymentOutcome
{
    Done,

    /// <summary>There is no such purchase, or it was taken back.</summary>
    NotOrdered,
    MoreThanOwed,

    /// <summary>No more can go back than came.</summary>
    MoreThanPaid,
    UndoneAlready,

    /// <summary>The provider said so before.</summary>
    ToldAlready,
}
