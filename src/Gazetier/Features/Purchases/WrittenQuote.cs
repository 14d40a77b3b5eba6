using Gazetier.Features.Subscriptions;
using Gazetier.Features.Taxes;

namespace Gazetier.Features.Purchases;

/// <summary>
/// Devis: the price of a purchase, on paper, that we keep to until a day (F-02). Never changed. Who orders the purchase within its time
/// accepts it; another quantity, code or territory is another quote.
/// </summary>
public class WrittenQuote
{
    /// <summary>How long we keep to it, unless it is one for a renewal, which holds until the term ends.</summary>
    public const int ValidDays = 30;

    public const int MaxRecipient = 1_500;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>"DEV-7K3F9-2QDX5". Unique.</summary>
    public string Number { get; set; } = SubscriptionReference.New("DEV");

    public Guid PurchaseId { get; set; }
    public Purchase Purchase { get; set; } = null!;

    /// <summary>UTC.</summary>
    public DateTime MadeAt { get; set; }

    /// <summary>UTC, exclusive.</summary>
    public DateTime ValidUntil { get; set; }

    /// <summary>Name and address as they were then, one line each.</summary>
    public string Recipient { get; set; } = "";

    public string OfferName { get; set; } = "";

    public int Quantity { get; set; } = 1;

    public string PromotionCode { get; set; } = "";

    public Territory Territory { get; set; }

    /// <summary>Cents, as the offer states its price.</summary>
    public int StatedCents { get; set; }

    /// <summary>Cents that a promotion code takes off that.</summary>
    public int DiscountCents { get; set; }

    public int NetCents { get; set; }
    public int VatCents { get; set; }

    /// <summary>Of a later term.</summary>
    public int NextNetCents { get; set; }

    /// <summary>Of a later term.</summary>
    public int NextVatCents { get; set; }

    /// <summary>Hundredths of a percent.</summary>
    public int VatBasisPoints { get; set; }

    /// <summary>The text of law behind the rate.</summary>
    public string VatSource { get; set; } = "";

    /// <summary>The contract whose next term it offers; null: it was asked for.</summary>
    public Guid? RenewsId { get; set; }

    /// <summary>UTC; the end of the term after which it would go on.</summary>
    public DateTime? TermEndsAt { get; set; }

    public Taxed Total => new(NetCents, VatCents, VatBasisPoints);

    /// <summary>Whether what is about to be ordered is what it offers, in its time.</summary>
    public bool Binds(Purchase purchase, DateTime now) =>
        now < ValidUntil && Quantity == purchase.Quantity && PromotionCode == purchase.PromotionCode && Territory == purchase.TaxedIn;

    public Quote ToQuote() => new(
        StatedCents,
        DiscountCents,
        Total,
        new Taxed(NextNetCents, NextVatCents, VatBasisPoints),
        new VatRate { Territory = Territory, BasisPoints = VatBasisPoints, Source = VatSource });

    /// <param name="purchase">With its offer.</param>
    public static WrittenQuote Of(Purchase purchase, Quote quote, DateTime now, DateTime validUntil) => new()
    {
        PurchaseId = purchase.Id,
        MadeAt = now,
        ValidUntil = validUntil,
        Recipient = RecipientOf(purchase.Billing),
        OfferName = purchase.Offer.Name,
        Quantity = purchase.Quantity,
        PromotionCode = purchase.PromotionCode,
        Territory = purchase.TaxedIn,
        StatedCents = quote.StatedCents,
        DiscountCents = quote.DiscountCents,
        NetCents = quote.Total.NetCents,
        VatCents = quote.Total.VatCents,
        NextNetCents = quote.Next.NetCents,
        NextVatCents = quote.Next.VatCents,
        VatBasisPoints = quote.Rate.BasisPoints,
        VatSource = quote.Rate.Source,
    };

    public static string RecipientOf(BillingAddress address) =>
        string.Join('\n', new[] { address.Name, address.Contact, address.Street, $"{address.Postcode} {address.City}".Trim(), address.Siret.Length > 0 ? $"SIRET {address.Siret}" : "" }.Where(line => line.Length > 0));
}
