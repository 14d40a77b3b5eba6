using System.Text.Json;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Accounts.Mails;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations.Mails;

/// <summary>
/// The letters with a link: to who is invited, to who becomes a steward. The link is made when the letter leaves; nothing that a steward
/// typed goes into it, or our mails would carry strangers' words.
/// </summary>
public class InvitationLetters(GazetierDb db, LetterWriter writer, Masthead masthead, PublicAddress address, TimeProvider clock) : IComposeMail
{
    public IReadOnlyCollection<string> Kinds { get; } = [OrganisationMails.Invitation, OrganisationMails.StewardAdded];

    public Task<Email?> ComposeAsync(OutgoingMail mail, CancellationToken cancel) =>
        mail.Kind == OrganisationMails.Invitation ? InvitationAsync(mail, cancel) : StewardAddedAsync(mail, cancel);

    /// <summary>Null where the invitation was accepted or taken back before it left.</summary>
    private async Task<Email?> InvitationAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var (id, now) = (JsonSerializer.Deserialize<InvitationMail>(mail.Arguments)!.InvitationId, clock.GetUtcNow().UtcDateTime);
        var invitation = await db.Invitations.Open(now).Include(i => i.Subscription).FirstOrDefaultAsync(i => i.Id == id, cancel);
        if (invitation is null || invitation.Subscription.OrganisationId is not { } organisationId)
        {
            return null;
        }

        var token = SessionCookie.NewToken();
        (invitation.TokenHash, invitation.SentAt) = (SessionCookie.Hash(token), now);
        await db.SaveChangesAsync(cancel);
        var organisation = await db.NameOfAsync(organisationId, cancel);
        var key = EmailAddress.Key(mail.To);
        var t = new Phrases(LanguageOfRequest.FromCode(await db.Accounts.Where(a => a.NormalizedEmail == key).Select(a => a.Language).FirstOrDefaultAsync(cancel)));
        var zone = await masthead.ZoneAsync(cancel);
        return await writer.WriteAsync(mail, t, paper => Invitation(t, paper, organisation, address.Of("/organisation/invitation/" + token), t.Day(invitation.ExpiresAt, zone)), cancel);
    }

    private static Letter Invitation(Phrases t, string paper, string organisation, string link, string until) =>
        new(t["{0} vous abonne à {1}", organisation, paper],
            [t["Bonjour,"], t["{0} est abonné à {1} et vous réserve une place : vous lirez tous les articles de son abonnement, sans rien payer.", organisation, paper]])
        {
            Link = link,
            LinkText = t["Accepter l’invitation"],
            After =
            [
                t["Le lien vaut jusqu’au {0}. Il est pour vous : ne le transmettez pas.", until],
                t["Votre gestionnaire voit que vous avez une place et le jour de votre dernière connexion. Il ne voit jamais ce que vous lisez."],
                t["Si vous n’attendiez pas cette invitation, ne faites rien : aucun compte n’est ouvert sans vous."],
            ],
        };

    private async Task<Email?> StewardAddedAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var asked = JsonSerializer.Deserialize<StewardMail>(mail.Arguments)!;
        var steward = await db.Stewards.AsNoTracking().Include(s => s.Account).Include(s => s.Organisation)
            .FirstOrDefaultAsync(s => s.OrganisationId == asked.OrganisationId && s.AccountId == asked.AccountId, cancel);
        if (steward is null)
        {
            return null;
        }

        var token = db.AddLink(MailedLinkPurpose.SignIn, clock.GetUtcNow().UtcDateTime, MailedLinks.LongLifetime, link => (link.AccountId, link.ReturnPath) = (steward.AccountId, "/organisation/"));
        await db.SaveChangesAsync(cancel);
        var t = new Phrases(LanguageOfRequest.FromCode(steward.Account.Language));
        return await writer.WriteAsync(mail, t, paper => StewardAdded(t, paper, steward.Organisation.Name, address.Of("/connexion/lien/" + token), address.Of("/organisation/")), cancel);
    }

    private static Letter StewardAdded(Phrases t, string paper, string organisation, string link, string home) =>
        new(t["Vous gérez l’abonnement de {0}", organisation],
            [t["Bonjour,"], t["Vous êtes désormais gestionnaire de l’abonnement de {0} à {1} : vous y invitez vos collègues et retirez les places de ceux qui partent.", organisation, paper]])
        {
            Link = link,
            LinkText = t["Ouvrir l’espace de gestion"],
            After =
            [
                t["Ce lien vous connecte une fois, pendant 48 heures. À la première visite, vous choisissez une seconde preuve, qui protège les adresses de vos collègues."],
                t["Ensuite, l’espace est à cette adresse : {0}", home],
            ],
        };
}
