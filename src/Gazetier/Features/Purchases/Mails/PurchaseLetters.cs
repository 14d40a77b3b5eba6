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

/// <summary>The letters about purchases. The confirmation holds everything that the customer must be able to keep.</summary>
public class PurchaseLetters(GazetierDb db, LetterWriter writer, Masthead masthead, PublicAddress address, ConfirmationText confirmation) : IComposeMail
{
    public IReadOnlyCollection<string> Kinds { get; } =
    [
        PurchaseMails.Ordered, PurchaseMails.Waiting, PurchaseMails.Accepted, PurchaseMails.Paid, PurchaseMails.Reminder, PurchaseMails.Suspended,
        PurchaseMails.Cancelled, PurchaseMails.Refunded, PurchaseMails.TooMuch, PurchaseMails.Renewed, PurchaseMails.LapsesSoon, PurchaseMails.Lapsed,
    ];

    /// <summary>Null where it was paid or taken back before the reminder left.</summary>
    public async Task<Email?> ComposeAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var about = JsonSerializer.Deserialize<PurchaseMail>(mail.Arguments)!;
        var purchase = await db.Purchases.AsNoTracking().Include(p => p.Offer).FirstOrDefaultAsync(p => p.Id == about.PurchaseId, cancel);
        var isLate = mail.Kind is PurchaseMails.Reminder or PurchaseMails.Suspended or PurchaseMails.LapsesSoon;
        if (purchase?.Number is null || (isLate && purchase.OwedCents == 0))
        {
            return null;
        }

        var t = new Phrases(LanguageOfRequest.FromCode(about.Language));
        var zone = await masthead.ZoneAsync(cancel);
        var details = await confirmation.OfAsync(purchase, t, zone, cancel);
        var letter = Of(mail.Kind, purchase, about, details, t, zone);
        return await writer.WriteAsync(mail, t, _ => letter, cancel);
    }

    private Letter Of(string kind, Purchase purchase, PurchaseMail about, ConfirmationDetails details, Phrases t, TimeZoneInfo zone) => kind switch
    {
        PurchaseMails.Ordered => Ordered(purchase, details, t, zone),
        PurchaseMails.Waiting => Waiting(purchase, t),
        PurchaseMails.Renewed => new(t["Votre abonnement est renouvelé"],
            [t["Bonjour,"], t["Votre abonnement est arrivé à son terme et se poursuit : c’est la commande {0}.", purchase.Number], .. details.Offer, .. details.Access, .. details.ToPay])
        {
            Link = Page(purchase),
            LinkText = t["Voir ma commande"],
            After = [t["Vous pouvez le résilier à tout moment : {0}", address.Of("/resilier")], .. details.Contact],
        },
        PurchaseMails.TooMuch => new(t["Un paiement par carte est en trop : {0}", purchase.Number],
            [t["Bonjour,"], t["Le prestataire a encaissé {0} pour la commande {1}, qui ne devait pas ou plus cette somme. Remboursez-la chez le prestataire.", Money(about.Cents, purchase, t), purchase.Number]])
        {
            Link = address.Of($"{PurchaseAddress.Desk}/{purchase.Id}"),
            LinkText = t["Ouvrir la commande"],
        },
        PurchaseMails.Accepted => new(t["Votre commande {0} est acceptée", purchase.Number], [t["Bonjour,"], t["Nous avons vérifié votre commande {0} et nous l’acceptons.", purchase.Number], .. details.Access, .. details.ToPay])
        {
            Link = Page(purchase),
            LinkText = t["Voir ma commande"],
        },
        PurchaseMails.Paid => Paid(purchase, about, details, t),
        PurchaseMails.Reminder => new(t["Votre commande {0} reste à régler", purchase.Number],
            [t["Bonjour,"], t["Votre commande {0} devait être réglée avant le {1}. Il reste {2} à régler.", purchase.Number, t.Day(purchase.DueAt!.Value.AddTicks(-1), zone), Money(purchase.OwedCents, purchase, t)], .. details.ToPay, .. details.Grace])
        {
            Link = Page(purchase),
            LinkText = t["Voir ma commande"],
            After = [t["Si votre règlement est en route, n’en tenez pas compte : nos messages se sont croisés."]],
        },
        PurchaseMails.Suspended => new(t["Votre accès est suspendu"],
            [t["Bonjour,"], t["Votre commande {0} n’est pas réglée : il manque {1}. L’accès qu’elle ouvrait est suspendu. Il reprend dès que votre règlement est enregistré, sans autre démarche.", purchase.Number, Money(purchase.OwedCents, purchase, t)], .. details.ToPay])
        {
            Link = Page(purchase),
            LinkText = t["Voir ma commande"],
            After = [.. details.Contact],
        },
        PurchaseMails.LapsesSoon => new(t["Votre commande {0} sera annulée faute de règlement", purchase.Number],
            [t["Bonjour,"], t["Votre commande {0} n’est pas réglée. Sans règlement d’ici là, elle est annulée d’elle-même le {1} ; vous ne devrez rien.", purchase.Number, t.Day(purchase.LapsesAt ?? purchase.DueAt!.Value, zone)], .. details.ToPay])
        {
            Link = Page(purchase),
            LinkText = t["Voir ma commande"],
            After = [t["Si votre règlement est en route, n’en tenez pas compte : nos messages se sont croisés."], .. details.Contact],
        },
        PurchaseMails.Lapsed => new(t["Votre commande {0} est annulée", purchase.Number],
            [t["Bonjour,"], t["Votre commande {0} n’a pas été réglée : elle est annulée. Elle n’avait rien ouvert, et vous ne devez rien.", purchase.Number]])
        {
            Link = address.Of("/abonnement/"),
            LinkText = t["Découvrir nos formules"],
            After = [.. details.Contact],
        },
        PurchaseMails.Cancelled => new(t["Votre commande {0} est annulée", purchase.Number],
            [t["Bonjour,"], t["Votre commande {0} est annulée. Elle n’ouvre plus d’accès et vous n’avez rien à régler.", purchase.Number], .. purchase.KeptCents > 0 ? [t["Vous aviez réglé {0} : nous vous remboursons.", Money(purchase.KeptCents, purchase, t)]] : Array.Empty<string>()])
        {
            After = [.. details.Contact],
        },
        _ => new(t["Un remboursement est en route"], [t["Bonjour,"], t["Nous vous remboursons {0} sur votre commande {1}.", Money(about.Cents, purchase, t), purchase.Number]])
        {
            After = [.. details.Contact],
        },
    };

    private Letter Ordered(Purchase purchase, ConfirmationDetails details, Phrases t, TimeZoneInfo zone) =>
        new(purchase.State == PurchaseState.Waiting ? t["Votre commande {0} est enregistrée", purchase.Number] : t["Votre commande {0} est confirmée", purchase.Number],
            [
                t["Bonjour,"], t["Nous avons bien reçu votre commande {0} du {1}. Gardez ce message : il dit tout ce à quoi elle vous engage, et nous engage.", purchase.Number, t.Moment(purchase.OrderedAt!.Value, zone)],
                .. details.Offer, .. details.Access, .. details.ToPay,
            ])
        {
            Link = Page(purchase),
            LinkText = t["Voir ma commande"],
            After = [.. details.Rights, .. details.Contact, .. details.Terms],
        };

    private Letter Waiting(Purchase purchase, Phrases t) =>
        new(t["Une commande attend votre accord : {0}", purchase.Number],
            [t["Bonjour,"], t["La commande {0} porte le SIRET d’un organisme déjà abonné, et vient d’un compte qui ne le gère pas. Elle n’ouvre rien tant que vous ne l’avez pas acceptée.", purchase.Number]])
        {
            Link = address.Of($"{PurchaseAddress.Desk}/{purchase.Id}"),
            LinkText = t["Ouvrir la commande"],
        };

    private Letter Paid(Purchase purchase, PurchaseMail about, ConfirmationDetails details, Phrases t) =>
        new(t["Votre règlement est enregistré"],
            [
                t["Bonjour,"], t["Nous avons reçu {0} pour votre commande {1}.", Money(about.Cents, purchase, t), purchase.Number],
                .. purchase.OwedCents > 0 ? [t["Il reste {0} à régler.", Money(purchase.OwedCents, purchase, t)]] : details.Access,
            ])
        {
            Link = Page(purchase),
            LinkText = t["Voir ma commande"],
        };

    private string Page(Purchase purchase) => address.Of($"/mon-compte/commandes/{purchase.Id}");

    private static string Money(int cents, Purchase purchase, Phrases t) => Price.Of(cents, purchase.Currency, t.Culture);
}
