using System.Text.Json;
using Gazetier.Data;
using Gazetier.Features.Accounts.Mails;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Offers;
using Gazetier.Features.Subscriptions;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Departures.Mails;

/// <summary>
/// The acknowledgement of a declaration: when it came, what it ends and when, what follows, and its copy (L-03, L-10). Where no contract
/// was found, it says nothing that would tell whether the address has one (L-02).
/// </summary>
public class DepartureLetters(GazetierDb db, LetterWriter writer, Masthead masthead, PublicAddress address) : IComposeMail
{
    public IReadOnlyCollection<string> Kinds { get; } = [DepartureMails.Received];

    public async Task<Email?> ComposeAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var asked = JsonSerializer.Deserialize<DepartureMail>(mail.Arguments)!;
        var declared = await db.Departures.AsNoTracking().Include(d => d.Subscription).FirstOrDefaultAsync(d => d.Id == asked.DepartureId, cancel);
        if (declared is null)
        {
            return null;
        }

        var t = new Phrases(LanguageOfRequest.FromCode(declared.Language));
        var zone = await masthead.ZoneAsync(cancel);
        var contact = (await masthead.ImprintAsync(cancel)).ContactEmail;
        return await writer.WriteAsync(mail, t, paper => Write(declared, t, paper, zone, contact), cancel);
    }

    private Letter Write(Departure declared, Phrases t, string paper, TimeZoneInfo zone, string contact)
    {
        var isWithdrawal = declared.Kind == DepartureKind.Withdrawal;
        return new Letter(
            isWithdrawal ? t["Accusé de réception de votre rétractation"] : t["Accusé de réception de votre résiliation"],
            [
                t["Bonjour,"],
                isWithdrawal
                    ? t["{0} a reçu votre rétractation le {1}, sous le numéro {2}.", paper, t.Moment(declared.ReceivedAt, zone), declared.Number]
                    : t["{0} a reçu la notification de votre résiliation le {1}, sous le numéro {2}.", paper, t.Moment(declared.ReceivedAt, zone), declared.Number],
                .. declared.Subscription is { } contract ? Effects(declared, contract, t, zone) : [t["Le service des abonnements rapproche votre déclaration de votre contrat et vous écrit la date de fin et ses effets. Vous n’avez rien d’autre à faire."]],
            ])
        {
            Link = declared.Subscription is null ? null : address.Of("/mon-compte/abonnement"),
            LinkText = t["Voir mon abonnement"],
            After =
            [
                .. Copy(declared, t),
                .. contact.Length == 0 ? [] : new[] { t["Si ce n’est pas vous, ou pour toute question : {0}.", contact] },
            ],
        };
    }

    private static IEnumerable<string> Effects(Departure declared, Subscription contract, Phrases t, TimeZoneInfo zone)
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
    private static IEnumerable<string> Copy(Departure declared, Phrases t)
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
