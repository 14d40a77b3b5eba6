using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Offers;
using Gazetier.Features.Purchases.Mails;
using Gazetier.Features.Trials;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases;

/// <summary>
/// Orders what somebody has filled in: gives the number, fixes the price, keeps the proof, opens access where the means of payment
/// lets it, and owes the confirmation. Sent twice, or from two windows, it is one order.
/// </summary>
public class PlaceOrder(GazetierDb db, MakeQuote quotes, SalesDoor door, FindOrganisation organisations, OpenAccess access, OfferTrials trials, Masthead masthead, ForgetReader forget, TimeProvider clock)
{
    /// <param name="seenCents">What the customer saw that they would pay.</param>
    /// <param name="accepted">The sentences that they accepted.</param>
    /// <param name="sawTrial">They saw that it begins with free days.</param>
    public async Task<OrderOutcome> RunAsync(Guid id, Guid buyer, int seenCents, IReadOnlyList<string> accepted, CancellationToken cancel, bool sawTrial = false)
    {
        OrderOutcome outcome;
        try
        {
            outcome = await TryAsync(id, buyer, seenCents, accepted, sawTrial, cancel);
        }
        catch (DbUpdateException)
        {
            // Somebody else made the same organisation, or took the trial, a moment ago: now it is there.
            db.ChangeTracker.Clear();
            outcome = await TryAsync(id, buyer, seenCents, accepted, sawTrial, cancel);
        }

        forget(buyer);
        return outcome;
    }

    private Task<OrderOutcome> TryAsync(Guid id, Guid buyer, int seenCents, IReadOnlyList<string> accepted, bool sawTrial, CancellationToken cancel) =>
        db.InTransactionAsync(token => OrderAsync(id, buyer, seenCents, accepted, sawTrial, token), cancel);

    private async Task<OrderOutcome> OrderAsync(Guid id, Guid buyer, int seenCents, IReadOnlyList<string> accepted, bool sawTrial, CancellationToken cancel)
    {
        // Holds the row: a second window waits here, and then finds that it is ordered.
        if (await db.Purchases.Where(p => p.Id == id && p.AccountId == buyer && p.State == PurchaseState.Begun)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.Version, x => x.Version + 1), cancel) == 0)
        {
            return OrderOutcome.AlreadyOrdered;
        }

        var purchase = (await db.Purchases.OfReaderAsync(id, buyer, cancel))!;
        await db.Entry(purchase).ReloadAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var answer = await quotes.OfAsync(purchase, cancel);
        var terms = await door.TermsAsync(cancel);
        var means = (await door.MeansAsync(purchase.Offer.Customer, cancel)).FirstOrDefault(s => s.Means == purchase.Means);
        if (Refusal(purchase, answer, seenCents, terms, means, now) is { } refusal)
        {
            return refusal;
        }

        var trial = answer.Quote!.Total.GrossCents == 0 || purchase.RenewsId is not null ? null : await trials.EndOfAsync(purchase.Offer, buyer, purchase.Billing.Siret, now, cancel);
        if (trial is not null != sawTrial)
        {
            return OrderOutcome.TrialChanged;
        }

        if (answer.Promotion is { } code && !await db.TakeUseAsync(code.Id, cancel) && answer.Bound is null)
        {
            return OrderOutcome.PromotionGone;
        }

        await FixAsync(purchase, answer, means!, trial, cancel);
        var opens = await OpenAsync(purchase, means!, trial, cancel);
        purchase.TermsVersion = terms!.Version;
        purchase.Evidence = Evidence.Of(purchase, answer.Quote!, terms, accepted, opens, answer.Bound?.Number);
        purchase.EvidenceHash = Evidence.HashOf(purchase.Evidence);
        await OweAsync(purchase, cancel);
        return OrderOutcome.Done;
    }

    private static OrderOutcome? Refusal(Purchase purchase, QuoteAnswer answer, int seenCents, SalesTerms? terms, MeansSetting? means, DateTime now) => purchase switch
    {
        { Offer: var offer } when (!offer.IsSold(now) && answer.Bound is null) || offer.IsOnQuote || terms is null => OrderOutcome.NotSold,
        { NextStep: not PurchaseStep.Summary } => OrderOutcome.Incomplete,
        _ when answer.Against is not null => OrderOutcome.PromotionGone,
        _ when answer.Quote is null => OrderOutcome.NoRate,
        _ when answer.Quote.Total.GrossCents != seenCents => OrderOutcome.PriceChanged,
        _ when means is null && answer.Quote.Total.GrossCents > 0 => OrderOutcome.Incomplete,
        _ => null,
    };

    private async Task FixAsync(Purchase purchase, QuoteAnswer answer, MeansSetting means, DateTime? trial, CancellationToken cancel)
    {
        var zone = await masthead.ZoneAsync(cancel);
        purchase.Number = await db.NextNumberAsync(LocalMoment.DayOf(clock.GetUtcNow().UtcDateTime, zone).Year, cancel);
        // Read once the number is held, so that times follow numbers (F-40).
        var now = clock.GetUtcNow().UtcDateTime;
        var total = answer.Quote!.Total;
        purchase.State = PurchaseState.Ordered;
        purchase.OrderedAt = now;
        purchase.OfferName = purchase.Offer.Name;
        purchase.Currency = purchase.Offer.Currency;
        purchase.TermMonths = purchase.Offer.TermMonths;
        purchase.DiscountCents = answer.Quote.DiscountCents;
        purchase.PromotionCodeId = answer.Promotion?.Id;
        (purchase.NetCents, purchase.VatCents, purchase.GrossCents, purchase.VatBasisPoints) = (total.NetCents, total.VatCents, total.GrossCents, total.BasisPoints);
        purchase.VatSource = answer.Quote.Rate.Source;
        if (total.GrossCents == 0)
        {
            purchase.Means = PaymentMeans.Complimentary;
            purchase.PaidAt = now;
            return;
        }

        purchase.FallDue(means, now, zone, trial);
        // What was paid before runs to its end, whatever becomes of this one.
        purchase.GraceUntil = answer.Bound?.TermEndsAt is { } term && purchase.GraceUntil < term ? term : purchase.GraceUntil;
    }

    /// <returns>When access begins and ends; null: not yet.</returns>
    private async Task<(DateTime From, DateTime Until)?> OpenAsync(Purchase purchase, MeansSetting? means, DateTime? trial, CancellationToken cancel)
    {
        var now = purchase.OrderedAt!.Value;
        if (purchase.Offer.Customer == CustomerKind.Organisation)
        {
            purchase.OrganisationId = await organisations.RunAsync(purchase, purchase.AccountId!.Value, now, cancel);
            if (purchase.OrganisationId is null)
            {
                purchase.State = PurchaseState.Waiting;
                return null;
            }
        }

        if (trial is not null)
        {
            await trials.TakeAsync(purchase.Offer, purchase.AccountId!.Value, now, cancel);
        }
        else if (purchase.GrossCents > 0 && means!.OpensOnPayment)
        {
            return null;
        }

        var opened = await access.RunAsync(purchase, now, cancel, trial);
        return (opened.From, opened.Until);
    }

    private async Task OweAsync(Purchase purchase, CancellationToken cancel)
    {
        var now = purchase.OrderedAt!.Value;
        var email = await db.Accounts.Where(a => a.Id == purchase.AccountId).Select(a => a.Email).FirstAsync(cancel);
        db.Owe(now, PurchaseMails.Ordered, email!, new PurchaseMail(purchase.Id, purchase.Language));
        foreach (var (desk, language) in purchase.State == PurchaseState.Waiting ? await door.DeskAsync(cancel) : [])
        {
            db.Owe(now, PurchaseMails.Waiting, desk, new PurchaseMail(purchase.Id, language));
        }
    }
}

/// <summary>What came of sending an order.</summary>
public enum OrderOutcome
{
    Done,

    /// <summary>A moment ago, in another window, or by a second click.</summary>
    AlreadyOrdered,

    /// <summary>The offer is sold no more, or the newspaper sells nothing.</summary>
    NotSold,

    /// <summary>A step is missing, or the means of payment is offered no more.</summary>
    Incomplete,

    /// <summary>The code takes nothing off any more.</summary>
    PromotionGone,

    /// <summary>No rate of tax is known for this address.</summary>
    NoRate,

    /// <summary>It costs something else than was shown.</summary>
    PriceChanged,

    /// <summary>It begins with free days, or does not, otherwise than was shown.</summary>
    TrialChanged,
}
