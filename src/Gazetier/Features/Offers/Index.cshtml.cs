using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Figures;
using Gazetier.Features.Purchases;
using Gazetier.Features.Taxes;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Offers;

/// <summary>The offers, side by side, for each kind of customer. What cannot be bought by itself is asked for at the desk.</summary>
[PublicPage]
public class IndexModel(GazetierDb db, SalesDoor door, MakeQuote quotes, CountReading count, TimeProvider clock) : PageModel
{
    /// <summary>Readers first, then students, then organisations.</summary>
    public IReadOnlyList<IGrouping<CustomerKind, OfferShown>> Groups { get; private set; } = [];

    /// <summary>Whether somebody can buy something here, now.</summary>
    public bool IsOpen { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var all = await db.Offers.AsNoTracking().Where(o => o.RetiredAt == null).InOrder().ToListAsync(cancel);
        var open = await door.OpenToAsync(cancel);
        var shown = new List<OfferShown>();
        foreach (var offer in all.Where(offer => offer.IsSold(now)))
        {
            var rate = (await quotes.RateAsync(offer, Territory.Metropole, now, cancel)).Rate;
            shown.Add(new OfferShown(offer, rate, rate is not null && !offer.IsOnQuote && (offer.IsFree || open.Contains(offer.Customer))));
        }

        Groups = [.. shown.GroupBy(one => one.Offer.Customer).OrderBy(group => group.Key)];
        IsOpen = shown.Exists(one => one.CanBuy && !one.IsRegistration);
        Keep(all, now);
    }

    private void Keep(List<Offer> all, DateTime now)
    {
        HttpContext.Tags().Add(OfferTags.All);
        foreach (var day in all.SelectMany(offer => new[] { offer.SoldFrom, offer.SoldUntil }).Where(day => day > now))
        {
            HttpContext.Tags().ExpireAt(day!.Value);
        }

        if (count.OffersGiven(HttpContext.Reader().Rights.ClassAt(now)) is { } given)
        {
            HttpContext.Tags().TellWhenGiven(given);
        }
    }

    /// <summary>A message to the desk, begun for the reader.</summary>
    public static string Letter(string email, Offer offer, Phrases t)
    {
        string[] lines =
        [
            t["Bonjour,"],
            "",
            t["Je souhaite m’abonner à la formule {0}.", offer.Name],
            "",
            t["Nom :"],
            t["Adresse de facturation :"],
            t["Adresse e-mail du compte :"],
            t["Règlement (virement, chèque ou bon de commande) :"],
        ];
        var subject = Uri.EscapeDataString(t["Abonnement : formule {0}", offer.Name]);
        return $"mailto:{email}?subject={subject}&body={Uri.EscapeDataString(string.Join("\r\n", lines))}";
    }
}

/// <summary>An offer as the page shows it.</summary>
/// <param name="Rate">Null where the tax is not known: the price is shown as it is stated, and nothing more.</param>
public sealed record OfferShown(Offer Offer, VatRate? Rate, bool CanBuy)
{
    /// <summary>A free account: there is nothing to buy.</summary>
    public bool IsRegistration => Offer.IsFree && (Offer.Products.IsEmpty || !CanBuy);

    public int FirstCents => Offer.PriceOfTerm(1);

    /// <summary>The other way to say the price of a term; null where the tax is not known or there is nothing to pay.</summary>
    public Taxed? Both(int stated) => Rate is { } rate && stated > 0 ? Offer.WithTax(stated, rate.BasisPoints) : null;
}
