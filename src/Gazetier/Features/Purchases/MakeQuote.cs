using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Offers;
using Gazetier.Features.Taxes;
using Gazetier.Web;

namespace Gazetier.Features.Purchases;

/// <summary>Works out what a purchase costs today, at the address that it is invoiced to: what we wrote in a quote, while we keep to it.</summary>
public class MakeQuote(GazetierDb db, Masthead masthead, TimeProvider clock)
{
    /// <param name="purchase">With its offer.</param>
    public async Task<QuoteAnswer> OfAsync(Purchase purchase, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (promotion, against) = await PromotionAsync(purchase, now, cancel);
        if (await db.WrittenQuotes.BindingAsync(purchase, now, cancel) is { } written)
        {
            return new QuoteAnswer(written.ToQuote(), null, promotion, null) { Bound = written };
        }

        var answer = await RateAsync(purchase.Offer, purchase.TaxedIn, now, cancel);
        return answer.Rate is { } rate
            ? new QuoteAnswer(Quote.Of(purchase.Offer, purchase.Quantity, promotion, rate), null, promotion, against)
            : new QuoteAnswer(null, answer.Refusal, promotion, against);
    }

    /// <summary>The rate of an offer on a day of its sale (F-30, F-31).</summary>
    public async Task<VatAnswer> RateAsync(Offer offer, Territory territory, DateTime now, CancellationToken cancel) =>
        (await db.VatTableAsync(cancel)).RateOf(
            offer.VatClass, offer.VatCustomer, territory, LocalMoment.DayOf(now, await masthead.ZoneAsync(cancel)), await masthead.ImprintAsync(cancel));

    private async Task<(PromotionCode? Code, PromotionRefusal? Against)> PromotionAsync(Purchase purchase, DateTime now, CancellationToken cancel)
    {
        if (purchase.PromotionCode.Length == 0)
        {
            return (null, null);
        }

        var found = await db.PromotionAsync(purchase.PromotionCode, cancel);
        var against = found is null ? PromotionRefusal.Unknown : found.Against(purchase.Offer, now);
        return (against is null ? found : null, against);
    }
}
