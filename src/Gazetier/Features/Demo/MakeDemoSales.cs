using Gazetier.Data;
using Gazetier.Features.Offers;
using Gazetier.Features.Products;
using Gazetier.Features.Purchases;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Demo;

/// <summary>What the demonstration newspaper sells, and how it is paid.</summary>
public class MakeDemoSales(GazetierDb db)
{
    /// <summary>Within the transaction that makes the demonstration.</summary>
    public async Task RunAsync(DemoNewspaper newspaper, DateTime now, CancellationToken cancel)
    {
        db.AddRange(newspaper.Products.Select(p => new Product { Number = p.Number, Slug = p.Slug, Name = p.Name, Description = p.About, TrialDays = p.TrialDays }));
        db.AddRange(newspaper.Offers.Select(OfferOf));
        db.AddRange(newspaper.PromotionCodes.Select(p => new PromotionCode { Code = p.Code, PercentOff = p.PercentOff, MostUses = p.MostUses, CreatedAt = now }));
        db.Add(new SalesTerms { Version = 1, Text = newspaper.Terms.Trim(), From = now });
        var settings = await db.MeansSettings.ToListAsync(cancel);
        foreach (var offered in newspaper.Means)
        {
            var setting = settings.Single(s => s.Means == Enum.Parse<PaymentMeans>(offered.Means));
            (setting.IsOn, setting.Text) = (true, offered.Text);
        }
    }

    private static Offer OfferOf(DemoOffer offer, int index) => new()
    {
        Slug = offer.Slug,
        Name = offer.Name,
        Audience = offer.Audience,
        Description = offer.About,
        Products = ProductSet.Of(offer.Products),
        Customer = Enum.Parse<CustomerKind>(offer.Customer),
        SizeFrom = offer.SizeFrom,
        SizeTo = offer.SizeTo,
        Seats = offer.Seats,
        PriceCents = offer.PriceCents,
        PriceIsWithoutTax = offer.WithoutTax,
        IsOnQuote = offer.OnQuote,
        Renews = offer.Renews,
        TermMonths = offer.TermMonths,
        Position = index + 1,
    };
}
