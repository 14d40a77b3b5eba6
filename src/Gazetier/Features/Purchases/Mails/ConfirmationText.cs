using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Offers;
using Gazetier.Features.Organisations;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases.Mails;

/// <summary>The sentences about one purchase that several letters share, on a durable medium (C. conso. L221-13).</summary>
public class ConfirmationText(GazetierDb db, Masthead masthead, PublicAddress address)
{
    public async Task<ConfirmationDetails> OfAsync(Purchase purchase, Phrases t, TimeZoneInfo zone, CancellationToken cancel)
    {
        var means = await db.MeansSettings.AsNoTracking().FirstOrDefaultAsync(s => s.Means == purchase.Means, cancel);
        var terms = await db.SalesTerms.AsNoTracking().FirstOrDefaultAsync(s => s.Version == purchase.TermsVersion, cancel);
        var opened = await db.Subscriptions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == purchase.SubscriptionId, cancel);
        var contact = (await masthead.ImprintAsync(cancel)).ContactEmail;
        return new ConfirmationDetails
        {
            Offer = [.. Offer(purchase, t)],
            Access =
            [
                .. opened?.TrialUntil is { } free && purchase.OrderedAt < free
                    ? [t["Essai gratuit jusqu’au {0} inclus : si vous résiliez d’ici là, vous ne devez rien. Le premier règlement est dû le {1}.", t.Day(free.AddTicks(-1), zone), t.Day(free, zone)]]
                    : Array.Empty<string>(),
                opened is not null ? t["L’accès court du {0} au {1} inclus. Référence de l’abonnement : {2}.", t.Day(opened.From, zone), t.Day(opened.Until.AddTicks(-1), zone), opened.Reference]
                : purchase.State == PurchaseState.Waiting ? t["Cet organisme est déjà abonné : notre service des abonnements vérifie votre commande avant d’ouvrir l’accès. Vous n’avez rien à régler d’ici là."]
                : t["L’accès s’ouvre le jour où votre règlement nous parvient, pour {0} mois.", purchase.TermMonths],
            ],
            ToPay = [.. ToPay(purchase, means, t, zone)],
            Grace = purchase is { GraceUntil: { } grace, SubscriptionId: not null, SuspendedAt: null } ? [t["Sans règlement, l’accès sera suspendu le {0}.", t.Day(grace, zone)]] : [],
            Rights = [.. Rights(purchase, contact, t)],
            Contact = contact.Length == 0 ? [] : [t["Pour toute question : {0}, en rappelant le numéro {1}.", contact, purchase.Number]],
            Terms = terms is null ? [] : [t["Conditions générales de vente, version {0} :", terms.Version], .. terms.Text.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        };
    }

    private static IEnumerable<string> Offer(Purchase purchase, Phrases t)
    {
        var total = purchase.Total;
        yield return purchase.Quantity == 1
            ? t["Formule : {0}, {1} mois.", purchase.OfferName, purchase.TermMonths]
            : t["Formule : {0}, {1} mois, en {2} exemplaires.", purchase.OfferName, purchase.TermMonths, purchase.Quantity];
        yield return t["Prix : {0} toutes taxes comprises, dont {1} de TVA à {2} ; {3} hors taxes.",
            Money(total.GrossCents, purchase, t), Money(total.VatCents, purchase, t), Price.Rate(total.BasisPoints, t.Culture), Money(total.NetCents, purchase, t)];
        if (purchase.PromotionCodeId is not null)
        {
            yield return t["Le code {0} a été déduit de ce prix.", purchase.PromotionCode];
        }

        yield return purchase.Offer.Renews
            ? t["L’abonnement se poursuit à son terme, au prix de la formule, sauf si vous y mettez fin. Nous vous prévenons entre trois mois et un mois avant."]
            : t["L’abonnement s’arrête de lui-même à son terme."];
        var billing = purchase.Billing;
        yield return t["Facturé à : {0}, {1}, {2} {3}.", billing.Name, billing.Street.Replace("\n", ", ", StringComparison.Ordinal), billing.Postcode, billing.City];
        if (billing.Siret.Length > 0)
        {
            yield return t["SIRET : {0}.", Siret.Write(billing.Siret)]
                + (billing.ServiceCode.Length > 0 ? " " + t["Code service : {0}.", billing.ServiceCode] : "")
                + (billing.Engagement.Length > 0 ? " " + t["Numéro d’engagement : {0}.", billing.Engagement] : billing.EngagementComesLater ? " " + t["Numéro d’engagement : à nous transmettre."] : "");
        }
    }

    private static IEnumerable<string> ToPay(Purchase purchase, MeansSetting? means, Phrases t, TimeZoneInfo zone)
    {
        if (purchase.OwedCents == 0 || purchase.Means is not { } chosen || purchase.DueAt is not { } due)
        {
            yield break;
        }

        yield return t["À régler : {0}, par {1}, avant le {2}. Rappelez la référence {3}.",
            Money(purchase.OwedCents, purchase, t), PaymentMeansNames.Of(chosen, t).ToLower(t.Culture), t.Day(due.AddTicks(-1), zone), purchase.Number];
        foreach (var line in (means?.Text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            yield return line;
        }
    }

    private IEnumerable<string> Rights(Purchase purchase, string contact, Phrases t)
    {
        if (purchase.Offer.Customer != CustomerKind.Organisation)
        {
            yield return t["Vous pouvez vous rétracter pendant quatorze jours à partir de la commande, sans donner de motif et sans frais : sur votre compte, ou en nous écrivant à {0}. Nous vous remboursons dans les quatorze jours, moins la part de l’abonnement déjà fournie si vous avez demandé qu’il commence tout de suite.", contact.Length == 0 ? address.Of("/contact") : contact];
        }

        yield return t["Pour résilier, à tout moment : {0}", address.Of("/resilier")];
    }

    private static string Money(int cents, Purchase purchase, Phrases t) => Price.Of(cents, purchase.Currency, t.Culture);
}

/// <summary>Paragraphs about one purchase.</summary>
public sealed record ConfirmationDetails
{
    public required IReadOnlyList<string> Offer { get; init; }
    public required IReadOnlyList<string> Access { get; init; }
    public required IReadOnlyList<string> ToPay { get; init; }
    public required IReadOnlyList<string> Grace { get; init; }
    public required IReadOnlyList<string> Rights { get; init; }
    public required IReadOnlyList<string> Contact { get; init; }
    public required IReadOnlyList<string> Terms { get; init; }
}
