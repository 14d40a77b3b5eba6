using System.Text.Json;
using Gazetier.Data;
using Gazetier.Features.Accounts.Mails;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Offers;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases.Mails;

/// <summary>The letter to stewards with the quote for their next term (F-02).</summary>
public class QuoteLetters(GazetierDb db, LetterWriter writer, QuoteSheet sheet, Masthead masthead, PublicAddress address) : IComposeMail
{
    public IReadOnlyCollection<string> Kinds { get; } = [PurchaseMails.RenewalQuote];

    public async Task<Email?> ComposeAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var about = JsonSerializer.Deserialize<PurchaseMail>(mail.Arguments)!;
        var written = await db.WrittenQuotes.AsNoTracking().Include(q => q.Purchase.Offer).FirstOrDefaultAsync(q => q.PurchaseId == about.PurchaseId && q.TermEndsAt != null, cancel);
        if (written is null || written.Purchase.State != PurchaseState.Begun)
        {
            return null;
        }

        var t = new Phrases(LanguageOfRequest.FromCode(about.Language));
        var zone = await masthead.ZoneAsync(cancel);
        var currency = written.Purchase.Offer.Currency;
        var email = await writer.WriteAsync(
            mail,
            t,
            paper => new Letter(
                t["Devis pour renouveler votre abonnement à {0}", paper],
                [
                    t["Bonjour,"],
                    t["L’abonnement de {0} arrive à son terme le {1} et s’arrête de lui-même. Voici le devis pour le continuer : {2} hors taxes, {3} toutes taxes comprises.",
                        written.Recipient.Split('\n')[0], t.Day(written.TermEndsAt!.Value.AddTicks(-1), zone), Price.Of(written.Total.NetCents, currency, t.Culture), Price.Of(written.Total.GrossCents, currency, t.Culture)],
                    t["Nous tenons ce prix jusqu’au terme. Vos lecteurs gardent leurs places."],
                ])
            {
                Link = address.Of(PurchaseAddress.Quotes),
                LinkText = t["Voir le devis et commander"],
            },
            cancel);
        return email with { Files = [AttachedFile.Pdf($"devis-{written.Number}", await sheet.ToPdfAsync(written, t, cancel))] };
    }
}
