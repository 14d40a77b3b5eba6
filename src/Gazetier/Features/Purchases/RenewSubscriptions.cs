using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Offers;
using Gazetier.Features.Organisations;
using Gazetier.Features.Purchases.Mails;
using Gazetier.Features.Subscriptions;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases;

/// <summary>
/// Renews at its end what goes on by itself (tacite reconduction): the same offer, or the one that its holder chose instead, at the price of that term, with a purchase of its
/// own that is paid as the one before. Where nobody can prove that the holder was told in time, it says so on the contract, which may
/// then be ended on any day (L-20). Each contract is claimed by its end: on several nodes, or run twice, it is renewed once.
/// </summary>
public partial class RenewSubscriptions(GazetierDb db, MakeQuote quotes, Masthead masthead, ForgetReader forget, TimeProvider clock, ILogger<RenewSubscriptions> log)
{
    /// <summary>Months of a term that is long enough for the law's window.</summary>
    private const int TermWithNotice = 3;

    /// <summary>What ended longer ago was let go: nobody wakes up to a bill for what they have forgotten.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromDays(7);

    private const int Batch = 100;

    /// <returns>How many were renewed.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now - Late;
        var ended = await db.Subscriptions.AsNoTracking()
            .Where(s => s.Renews && s.CancelledAt == null && s.SuspendedAt == null && s.Kind == SubscriptionKind.Paid && s.OfferId != null && s.Until <= now && s.Until > since)
            // Given by the desk with an offer, or with an account that is gone: nobody is there to be asked for money.
            .Where(s => !s.Offer!.IsOnQuote && db.Purchases.Any(p => p.SubscriptionId == s.Id && p.AccountId != null))
            .OrderBy(s => s.Until).Select(s => s.Id).Take(Batch).ToListAsync(cancel);
        var renewed = 0;
        foreach (var id in ended)
        {
            renewed += await RenewAsync(id, now, cancel) ? 1 : 0;
            db.ChangeTracker.Clear();
        }

        return renewed;
    }

    private async Task<bool> RenewAsync(Guid id, DateTime now, CancellationToken cancel)
    {
        // Read anew, and asked anew: another node may have renewed it since it was listed.
        var contract = await db.Subscriptions.AsNoTracking().Include(s => s.Offer).Include(s => s.NextOffer)
            .SingleOrDefaultAsync(s => s.Id == id && s.Until <= now && s.CancelledAt == null && s.SuspendedAt == null, cancel);
        if (contract is null)
        {
            return false;
        }

        var before = await db.Purchases.AsNoTracking().Include(p => p.Offer).Where(p => p.SubscriptionId == id).OrderByDescending(p => p.OrderedAt).ToListAsync(cancel);
        if (before.Count == 0 || before[0].AccountId is null || contract.Offer!.IsOnQuote)
        {
            return false;
        }

        // What was chosen may be sold no more: then it goes on as it was.
        var offer = contract.NextOffer is { IsOnQuote: false } chosen && chosen.IsSold(now) ? chosen : contract.Offer;
        var rate = (await quotes.RateAsync(offer, before[0].Billing.Territory, now, cancel)).Rate;
        if (rate is null)
        {
            HasNoRate(log, contract.Reference);
            return false;
        }

        var zone = await masthead.ZoneAsync(cancel);
        // A launch price is for who comes to an offer, not for who changes to it.
        var stated = before.Exists(p => p.OfferId != offer.Id) ? offer.PriceCents : offer.PriceOfTerm(before.Count + 1);
        var next = Next(before[0], offer, stated, rate.BasisPoints, rate.Source);
        var until = Term.EndOf(contract.Until, offer.TermMonths, zone);
        var isDone = await db.InTransactionAsync(token => KeepAsync(contract, offer, next, until, now, zone, token), cancel);
        if (isDone)
        {
            await ForgetAsync(contract, cancel);
        }

        return isDone;
    }

    private async Task<bool> KeepAsync(Subscription contract, Offer offer, Purchase next, DateTime until, DateTime now, TimeZoneInfo zone, CancellationToken cancel)
    {
        var wasTold = contract.Offer!.TermMonths < TermWithNotice
            || await db.RenewalNotices.AnyAsync(n => n.SubscriptionId == contract.Id && n.TermEndsAt == contract.Until && n.AcceptedAt != null, cancel);
        DateTime? untold = wasTold ? contract.RenewedUntoldAt : now;
        var isChanged = offer.Id != contract.OfferId;
        var (products, origin, renews) = isChanged ? (offer.Products, $"Formule {offer.Name}", offer.Renews) : (contract.Products, contract.Origin, contract.Renews);
        var claimed = await db.Subscriptions
            .Where(s => s.Id == contract.Id && s.Until == contract.Until && s.NextOfferId == contract.NextOfferId && s.CancelledAt == null && s.SuspendedAt == null)
            .ExecuteUpdateAsync(
                s => s.SetProperty(x => x.Until, until).SetProperty(x => x.RenewedUntoldAt, untold).SetProperty(x => x.OfferId, offer.Id).SetProperty(x => x.NextOfferId, (Guid?)null)
                    .SetProperty(x => x.Products, products).SetProperty(x => x.Origin, origin).SetProperty(x => x.Renews, renews).SetProperty(x => x.Version, x => x.Version + 1),
                cancel);
        if (claimed == 0)
        {
            return false;
        }

        next.Number = await db.NextNumberAsync(LocalMoment.DayOf(now, zone).Year, cancel);
        if (await db.MeansSettings.AsNoTracking().FirstOrDefaultAsync(s => s.Means == next.Means, cancel) is { } means && next.GrossCents > 0)
        {
            next.FallDue(means, now, zone);
        }

        db.Purchases.Add(next);
        var email = await db.Accounts.Where(a => a.Id == next.AccountId).Select(a => a.Email).FirstOrDefaultAsync(cancel);
        db.Owe(now, PurchaseMails.Renewed, email!, new PurchaseMail(next.Id, next.Language));
        return true;
    }

    /// <summary>The purchase that pays for the next term: as the last one, at the price of this one.</summary>
    /// <param name="stated">Cents of the term, as the offer states them.</param>
    private Purchase Next(Purchase last, Offer offer, int stated, int basisPoints, string source)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var total = offer.WithTax(checked(stated * last.Quantity), basisPoints);
        return new Purchase
        {
            AccountId = last.AccountId,
            State = PurchaseState.Ordered,
            OfferId = offer.Id,
            Offer = null!,
            Quantity = last.Quantity,
            Inhabitants = last.Inhabitants,
            Billing = Copy(last.Billing),
            Means = total.GrossCents == 0 ? PaymentMeans.Complimentary : last.Means,
            Language = last.Language,
            BegunAt = now,
            OrderedAt = now,
            OfferName = offer.Name,
            Currency = offer.Currency,
            NetCents = total.NetCents,
            VatCents = total.VatCents,
            GrossCents = total.GrossCents,
            VatBasisPoints = basisPoints,
            VatSource = source,
            TermMonths = offer.TermMonths,
            TermsVersion = last.TermsVersion,
            SubscriptionId = last.SubscriptionId,
            OrganisationId = last.OrganisationId,
            PaidAt = total.GrossCents == 0 ? now : null,
        };
    }

    /// <summary>Who is invoiced again, for another year.</summary>
    public static BillingAddress Copy(BillingAddress of) => new()
    {
        Name = of.Name,
        FoldedName = of.FoldedName,
        Contact = of.Contact,
        Street = of.Street,
        Postcode = of.Postcode,
        City = of.City,
        Country = of.Country,
        Siret = of.Siret,
        ServiceCode = of.ServiceCode,
        // An engagement is for one year's money: the next order has another.
        EngagementComesLater = of.Engagement.Length > 0 || of.EngagementComesLater,
    };

    private async Task ForgetAsync(Subscription contract, CancellationToken cancel)
    {
        foreach (var reader in await db.ReadersOfAsync(contract.Id, cancel))
        {
            forget(reader);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Reference} cannot be renewed: the table has no VAT rate for it today")]
    private static partial void HasNoRate(ILogger log, string reference);
}
