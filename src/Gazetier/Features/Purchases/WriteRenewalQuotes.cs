using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Offers;
using Gazetier.Features.Purchases.Mails;
using Gazetier.Features.Subscriptions;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases;

/// <summary>
/// Writes the quote for the next term of each organisation's contract that ends by itself, four months before (F-02): a town hall has to
/// vote its money. Once for each term, to all stewards; it holds until the term ends.
/// </summary>
public partial class WriteRenewalQuotes(GazetierDb db, MakeQuote quotes, TimeProvider clock, ILogger<WriteRenewalQuotes> log)
{
    /// <summary>Months before the end of the term. The law of the trade wants three (F-02).</summary>
    private const int Early = 4;

    /// <summary>Months; a shorter term is over before anybody has voted on it.</summary>
    private const int ShortestTerm = 6;

    private const int Batch = 100;

    /// <returns>How many were written.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var until = now.AddMonths(Early);
        var ending = await db.Subscriptions.AsNoTracking().Include(s => s.Offer)
            .Where(s => s.OrganisationId != null && s.Kind == SubscriptionKind.Paid && !s.Renews && s.CancelledAt == null && s.Until > now && s.Until <= until)
            .Where(s => s.Offer != null && !s.Offer.IsOnQuote && s.Offer.PriceCents > 0 && s.Offer.TermMonths >= ShortestTerm)
            .Where(s => !db.WrittenQuotes.Any(q => q.RenewsId == s.Id && q.TermEndsAt == s.Until) && db.Stewards.Any(w => w.OrganisationId == s.OrganisationId))
            .OrderBy(s => s.Until).Take(Batch).ToListAsync(cancel);
        var written = 0;
        foreach (var contract in ending)
        {
            written += await WriteAsync(contract, now, cancel) ? 1 : 0;
            db.ChangeTracker.Clear();
        }

        return written;
    }

    private async Task<bool> WriteAsync(Subscription contract, DateTime now, CancellationToken cancel)
    {
        var stewards = await db.Stewards.AsNoTracking().Where(s => s.OrganisationId == contract.OrganisationId && s.Account.Email != null).OrderBy(s => s.AddedAt)
            .Select(s => s.Account).ToListAsync(cancel);
        if (stewards.Count == 0)
        {
            return false;
        }

        var purchase = await BeginAsync(contract, stewards[0], now, cancel);
        var rate = (await quotes.RateAsync(contract.Offer!, purchase.TaxedIn, now, cancel)).Rate;
        if (rate is null)
        {
            HasNoRate(log, contract.Reference);
            return false;
        }

        // A launch price was for who came; who stays is told the price.
        var net = contract.Offer!.WithTax(checked(contract.Offer.PriceCents * purchase.Quantity), rate.BasisPoints);
        var quote = new Quote(checked(contract.Offer.PriceCents * purchase.Quantity), 0, net, net, rate);
        purchase.Offer = contract.Offer;
        var written = WrittenQuote.Of(purchase, quote, now, contract.Until);
        purchase.Offer = null!;
        (written.RenewsId, written.TermEndsAt) = (contract.Id, contract.Until);
        db.Purchases.Add(purchase);
        db.WrittenQuotes.Add(written);
        foreach (var steward in stewards)
        {
            db.Owe(now, PurchaseMails.RenewalQuote, steward.Email!, new PurchaseMail(purchase.Id, steward.Language));
        }

        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another node was first: the unique index of the term lets one through.
            return false;
        }
    }

    private async Task<Purchase> BeginAsync(Subscription contract, Account buyer, DateTime now, CancellationToken cancel)
    {
        var last = await db.Purchases.AsNoTracking().Ordered().FirstOrDefaultAsync(p => p.SubscriptionId == contract.Id, cancel);
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == contract.OrganisationId, cancel);
        var seats = contract.Offer!.Seats is { } each and > 0 && contract.Seats is { } all ? (all + each - 1) / each : 1;
        return new Purchase
        {
            AccountId = buyer.Id,
            OfferId = contract.OfferId!.Value,
            Quantity = Math.Clamp(seats, 1, Offer.MaxQuantity),
            Inhabitants = last?.Inhabitants ?? organisation.Size,
            Billing = last is null ? new BillingAddress { Name = organisation.Name, FoldedName = organisation.FoldedName, Siret = organisation.Siret ?? "" } : RenewSubscriptions.Copy(last.Billing),
            Language = buyer.Language,
            BegunAt = now,
            RenewsId = contract.Id,
        };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "No quote for the renewal of {Reference}: the table has no VAT rate for it today")]
    private static partial void HasNoRate(ILogger log, string reference);
}
