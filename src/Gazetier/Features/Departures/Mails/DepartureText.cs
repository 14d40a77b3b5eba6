using Gazetier.Features.Offers;
using Gazetier.Features.Subscriptions;
using Gazetier.Locales;

namespace Gazetier.Features.Departures.Mails;

/// <summary>What a declaration brings about, and its copy: the sentences that the mail and its PDF share.</summary>
internal static class DepartureText
{
    /// <summary>What the declaration brings about.</summary>
    public static IEnumerable<string> Effects(Departure declared, Subscription contract, Phrases t, TimeZoneInfo zone)
    {
        var ends = declared.EndsAt!.Value;
        yield return t["Contrat : {0}, « {1} ».", contract.Reference, contract.Origin];
        yield return ends <= declared.ReceivedAt
            ? t["Il a pris fin ce jour, et n’est pas renouvelé."]
            : t["Il prend fin le {0}. D’ici là vous lisez comme avant ; il n’est pas renouvelé et rien d’autre ne vous sera demandé.", t.Moment(ends.AddTicks(-1), zone)];
        if (declared.RefundDueAt is { } due)
        {
            yield return declared.RefundCents is { } cents
                ? t["Ce que vous avez payé pour la suite, {0}, vous est remboursé au plus tard le {1}, par le moyen que vous avez employé.", Price.Of(cents, "EUR", t.Culture), t.Day(due, zone)]
                : t["Ce que vous avez payé pour la suite vous est remboursé au plus tard le {0}, par le moyen que vous avez employé.", t.Day(due, zone)];
        }
        else if (declared.RefundCents == 0)
        {
            yield return t["Vous n’avez rien payé pour la suite, et rien ne vous sera demandé."];
        }

        if (declared.Ground.Length > 0)
        {
            yield return t["Vous demandez une fin anticipée pour un motif légitime : le service des abonnements l’examine et vous répond. Envoyez-lui vos justificatifs en réponse à ce message."];
        }
    }

    /// <summary>Only to who is known: else strangers could send what they like to anybody, in our name.</summary>
    public static IEnumerable<string> Copy(Departure declared, Phrases t)
    {
        if (declared.SubscriptionId is null)
        {
            yield break;
        }

        yield return t["Copie de votre déclaration :"];
        yield return t["Nom : {0}", declared.Name];
        yield return t["Adresse e-mail : {0}", declared.Email];
        if (declared.Reference.Length > 0)
        {
            yield return t["Référence du contrat : {0}", declared.Reference];
        }

        if (declared.WishedOn is { } day)
        {
            yield return t["Date de fin souhaitée : {0}", t.LongDay(day.ToDateTime(TimeOnly.MinValue))];
        }

        if (declared.Ground.Length > 0)
        {
            yield return t["Motif : {0}", declared.Ground];
            yield return t["Adresse postale : {0}", declared.PostalAddress.Replace("\n", ", ", StringComparison.Ordinal)];
        }
    }
}
