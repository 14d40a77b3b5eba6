using Gazetier.Data;
using Gazetier.Features.Licensing;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Offers;
using Gazetier.Locales;
using Gazetier.Print;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases;

/// <summary>Lays a written quote out on paper (F-02): to whom, for what, without and with tax, until when, and how it is accepted.</summary>
public class QuoteSheet(GazetierDb db, Masthead masthead, ReadPolicy robots, PublicAddress address)
{
    /// <param name="written">With its purchase and the offer of that.</param>
    public async Task<byte[]> ToPdfAsync(WrittenQuote written, Phrases t, CancellationToken cancel)
    {
        var imprint = await masthead.ImprintAsync(cancel);
        var zone = await masthead.ZoneAsync(cancel);
        var terms = await db.SalesTerms.AsNoTracking().Where(s => s.From <= written.MadeAt).OrderByDescending(s => s.Version).Select(s => (int?)s.Version).FirstOrDefaultAsync(cancel);
        var renewed = await db.Subscriptions.AsNoTracking().Where(s => s.Id == written.RenewsId).Select(s => s.Reference).FirstOrDefaultAsync(cancel);
        return PrintSheet.ToPdf(new Sheet(imprint.Name, t["Devis {0}", written.Number], written.MadeAt, t)
        {
            Identity = imprint.IdentityLines,
            MiningPolicy = (await robots.RunAsync(cancel)).Paper.ReservesMining ? address.Of(SayLicence.Page) : null,
            Blocks =
            [
                new Block.Facts([.. Facts(written, renewed, t, zone)]),
                new Block.Heading(t["Prix"]),
                new Block.Sums([.. Sums(written, t)]),
                .. Said(written, terms, imprint.ContactEmail, t, zone).Select(text => new Block.Paragraph(text)),
            ],
        });
    }

    private static IEnumerable<(string Name, string Value)> Facts(WrittenQuote written, string? renewed, Phrases t, TimeZoneInfo zone)
    {
        var offer = written.Purchase.Offer;
        yield return (t["Établi le"], t.Day(written.MadeAt, zone));
        yield return (t["Valable jusqu’au"], t.Day(written.ValidUntil.AddTicks(-1), zone));
        yield return (t["Pour"], written.Recipient);
        yield return (t["Formule"], written.OfferName);
        yield return (t["Durée"], t["{0} mois", offer.TermMonths]);
        if (offer.Seats is { } seats)
        {
            yield return (t["Places"], (seats * written.Quantity).ToString(t.Culture));
        }

        if (renewed is not null && written.TermEndsAt is { } ends)
        {
            yield return (t["Suite du contrat"], t["{0}, dont le terme est le {1}", renewed, t.Day(ends.AddTicks(-1), zone)]);
        }
    }

    private static IEnumerable<(string Name, string Amount, bool IsTotal)> Sums(WrittenQuote written, Phrases t)
    {
        var offer = written.Purchase.Offer;
        string Money(int cents) => Price.Of(cents, offer.Currency, t.Culture);
        var taxes = offer.PriceIsWithoutTax ? t["hors taxes"] : t["toutes taxes comprises"];
        yield return ($"{written.OfferName}{(written.Quantity > 1 ? $" × {written.Quantity}" : "")}, {taxes}", Money(written.StatedCents), false);
        if (written.DiscountCents > 0)
        {
            yield return (t["Code {0}", written.PromotionCode], "−" + Money(written.DiscountCents), false);
        }

        var total = written.Total;
        yield return (t["Total hors taxes"], Money(total.NetCents), false);
        yield return (total.BasisPoints == 0 ? t["TVA non applicable"] : t["TVA à {0}", Price.Rate(total.BasisPoints, t.Culture)], Money(total.VatCents), false);
        yield return (t["Total toutes taxes comprises"], Money(total.GrossCents), true);
    }

    private IEnumerable<string> Said(WrittenQuote written, int? terms, string contact, Phrases t, TimeZoneInfo zone)
    {
        var offer = written.Purchase.Offer;
        yield return t["Texte de la taxe : {0}.", written.VatSource];
        foreach (var point in offer.Description.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            yield return "– " + point;
        }

        yield return offer.Renews
            ? t["L’abonnement se poursuit ensuite de terme en terme, à {0} toutes taxes comprises {1}, sauf si vous y mettez fin : nous vous prévenons avant.",
                Price.Of(written.ToQuote().Next.GrossCents, offer.Currency, t.Culture), Price.Term(offer.TermMonths, t)]
            : t["L’abonnement s’arrête de lui-même à son terme."];
        yield return t["Nous tenons ce prix jusqu’au {0} inclus. Commander d’ici là, c’est accepter ce devis : {1}", t.Day(written.ValidUntil.AddTicks(-1), zone), address.Of(PurchaseAddress.Quotes)];
        if (contact.Length > 0)
        {
            yield return t["Ou renvoyez-le daté et signé, avec votre bon de commande, à {0}.", contact];
        }

        if (terms is not null)
        {
            yield return t["Conditions générales de vente, version {0} : {1}", terms, address.Of($"/conditions-de-vente/{terms}")];
        }
    }
}
