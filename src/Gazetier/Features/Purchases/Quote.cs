using Gazetier.Features.Offers;
using Gazetier.Features.Taxes;

namespace Gazetier.Features.Purchases;

/// <summary>What a purchase costs: its first term, and each one after. Pure.</summary>
/// <param name="StatedCents">The first term as the offer states it, before anything is taken off.</param>
/// <param name="DiscountCents">What a promotion code takes off that.</param>
/// <param name="Total">The first term, to be paid.</param>
/// <param name="Next">A term once the introductory price is over.</param>
public sealed record Quote(int StatedCents, int DiscountCents, Taxed Total, Taxed Next, VatRate Rate)
{
    /// <param name="code">One that was found good for the offer; null: none.</param>
    public static Quote Of(Offer offer, int quantity, PromotionCode? code, VatRate rate)
    {
        var stated = checked(offer.PriceOfTerm(1) * quantity);
        var discount = code?.Off(stated) ?? 0;
        return new Quote(
            stated,
            discount,
            offer.WithTax(stated - discount, rate.BasisPoints),
            offer.WithTax(checked(offer.PriceCents * quantity), rate.BasisPoints),
            rate);
    }
}

/// <summary>A quote, or why there is none.</summary>
/// <param name="Quote">Null where the tax is not known.</param>
/// <param name="Promotion">The code that was counted in; null: none.</param>
/// <param name="Against">Why a code that was typed takes nothing off.</param>
public sealed record QuoteAnswer(Quote? Quote, VatRefusal? Vat, PromotionCode? Promotion, PromotionRefusal? Against)
{
    /// <summary>The written quote that we keep to; null: it is today's price.</summary>
    public WrittenQuote? Bound { get; init; }
}
