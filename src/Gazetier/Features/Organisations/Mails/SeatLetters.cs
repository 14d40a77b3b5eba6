using System.Text.Json;
using Gazetier.Data;
using Gazetier.Features.Accounts.Mails;
using Gazetier.Features.Subscriptions;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations.Mails;

/// <summary>What people are told of their seats, and stewards of their contract.</summary>
public class SeatLetters(GazetierDb db, LetterWriter writer, PublicAddress address) : IComposeMail
{
    public IReadOnlyCollection<string> Kinds { get; } = [OrganisationMails.Seated, OrganisationMails.Withdrawn, OrganisationMails.Full];

    /// <summary>Null where the account or the contract is gone.</summary>
    public async Task<Email?> ComposeAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var asked = JsonSerializer.Deserialize<SeatMail>(mail.Arguments)!;
        var contract = await db.Subscriptions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == asked.SubscriptionId, cancel);
        var language = await db.Accounts.Where(a => a.Id == asked.AccountId).Select(a => a.Language).FirstOrDefaultAsync(cancel);
        if (language is null || contract?.OrganisationId is not { } organisationId)
        {
            return null;
        }

        var organisation = await db.NameOfAsync(organisationId, cancel);
        var t = new Phrases(LanguageOfRequest.FromCode(language));
        return await writer.WriteAsync(
            mail,
            t,
            paper => mail.Kind switch
            {
                OrganisationMails.Seated => Seated(t, paper, organisation),
                OrganisationMails.Withdrawn => Withdrawn(t, paper, organisation),
                _ => Full(t, organisation, contract),
            },
            cancel);
    }

    private Letter Seated(Phrases t, string paper, string organisation) =>
        new(t["{0} vous abonne à {1}", organisation, paper],
            [t["Bonjour,"], t["{0} est abonné à {1}. Votre compte y a maintenant une place : vous lisez tous les articles de son abonnement, sans rien payer.", organisation, paper]])
        {
            Link = address.Of("/"),
            LinkText = t["Lire le journal"],
            After = [t["Votre gestionnaire voit que vous avez une place et le jour de votre dernière connexion. Il ne voit jamais ce que vous lisez."]],
        };

    private Letter Withdrawn(Phrases t, string paper, string organisation) =>
        new(t["Votre place dans l’abonnement de {0} a pris fin", organisation],
            [t["Bonjour,"], t["Vous ne lisez plus {0} par l’abonnement de {1}. Votre compte reste ouvert, avec ce que vous suivez.", paper, organisation]])
        {
            Link = address.Of("/abonnement/"),
            LinkText = t["Découvrir nos formules"],
            After = [t["Une erreur ? Écrivez à la personne qui gère l’abonnement de {0} : elle peut vous inviter de nouveau.", organisation]],
        };

    private Letter Full(Phrases t, string organisation, Subscription contract) =>
        new(t["Plus de place libre dans l’abonnement de {0}", organisation],
            [t["Bonjour,"], t["Les {0} places du contrat {1} de {2} sont prises ou réservées par une invitation. Qui vient maintenant n’en trouve plus.", contract.Seats, contract.Reference, organisation]])
        {
            Link = address.Of($"/organisation/{contract.OrganisationId}"),
            LinkText = t["Voir les places"],
            After = [t["Vous pouvez retirer la place de qui est parti, reprendre une invitation sans réponse, ou demander un devis pour plus de places."]],
        };
}
