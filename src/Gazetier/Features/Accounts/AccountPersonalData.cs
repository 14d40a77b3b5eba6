using Gazetier.Data;
using Gazetier.Features.Accounts.Factors;
using Gazetier.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts;

/// <summary>What accounts keep: the account itself, its sessions, second factors, registrations, links, the mails it was sent, what it did as staff.</summary>
public class AccountPersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Compte : adresse électronique, nom affiché, empreinte du mot de passe, langue, date de création, jour de la dernière connexion",
            "Vous reconnaître, vous donner accès à ce qui vous est ouvert",
            "Contrat",
            "Jusqu’à la suppression du compte, que vous pouvez faire vous-même ; {0} ans sans connexion ni abonnement",
            WithTheAccount.Erased, [typeof(Account), typeof(IdentityUserClaim<Guid>), typeof(IdentityUserLogin<Guid>), typeof(IdentityUserToken<Guid>)], Account.DormantYears),
        new(
            "Appareils connectés : nom du navigateur et du système, dates",
            "Votre sécurité : voir et fermer vos connexions",
            "Contrat",
            "{0} jours après la fin de la connexion",
            WithTheAccount.Erased, [typeof(Session)], ForgetOld.Sessions.Days),
        new(
            "Inscriptions à confirmer, liens envoyés par courrier, courriers de service",
            "Confirmer que l’adresse est la vôtre, vous prévenir de ce qui change",
            "Contrat : vous l’avez demandé",
            "{0} jours",
            WithTheAccount.Erased, [typeof(Registration), typeof(MailedLink), typeof(OutgoingMail)], ForgetOld.Mails.Days),
        new(
            "Secondes preuves : clés d’accès, application d’authentification, codes de secours (empreintes)",
            "Protéger votre compte",
            "Contrat : vous l’avez demandé",
            "Jusqu’à ce que vous les retiriez",
            WithTheAccount.Erased, [typeof(Authenticator), typeof(RecoveryCode), typeof(IdentityUserPasskey<Guid>)]),
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == person.AccountId, cancel);
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.AccountId == person.AccountId).OrderBy(s => s.CreatedAt).ToListAsync(cancel);
        var registrations = await db.Registrations.AsNoTracking().Where(r => r.Email == person.Email).OrderBy(r => r.CreatedAt).ToListAsync(cancel);
        var links = await db.MailedLinks.AsNoTracking().Where(l => l.AccountId == person.AccountId).OrderBy(l => l.CreatedAt).ToListAsync(cancel);
        var mails = await db.OutgoingMails.AsNoTracking().Where(m => m.To == person.Email).OrderBy(m => m.CreatedAt).ToListAsync(cancel);
        var factors = await FactorsAsync(person.AccountId, cancel);
        var acts = await db.Acts.AsNoTracking().Where(a => a.ById == person.AccountId || a.AboutId == person.AccountId).OrderBy(a => a.Id).ToListAsync(cancel);
        return
        [
            new("compte", ["identifiant", "adresse", "nom", "langue", "fonction", "cree_le", "derniere_connexion", "a_un_mot_de_passe"],
                [[account.Id.ToString(), account.Email, account.DisplayName, account.Language, account.Role?.ToString(), account.CreatedAt, account.LastSignInOn, account.PasswordHash is not null]]),
            new("sessions", ["appareil", "ouverte_le", "vue_le", "finit_le", "preuve", "prouvee_le", "coupee_le"],
                [.. sessions.Select(s => new object?[] { s.Device, s.CreatedAt, s.LastSeenAt, s.ExpiresAt, s.Proof?.ToString(), s.ProvenAt, s.CutAt })]),
            new("secondes_preuves", ["genre", "nom", "ajoutee_le", "utilisee_le"], factors),
            new("actes", ["le", "par", "acte", "article", "sur", "detail"], [.. acts.Select(a => new object?[] { a.At, a.ByName, a.What, a.ArticleId, a.AboutName, a.Detail })]),
            new("inscriptions", ["adresse", "nom", "demandee_le", "confirmee_le"], [.. registrations.Select(r => new object?[] { r.Email, r.DisplayName, r.CreatedAt, r.ConfirmedAt })]),
            new("liens", ["usage", "nouvelle_adresse", "envoye_le", "utilise_le"], [.. links.Select(l => new object?[] { l.Purpose.ToString(), l.NewEmail, l.CreatedAt, l.ConsumedAt })]),
            new("messages", ["objet", "adresse", "du", "clos_le", "reponse"], [.. mails.Select(m => new object?[] { m.Kind, m.To, m.CreatedAt, m.ClosedAt, m.Answer })]),
        ];
    }

    /// <summary>Without anything by which they could be used.</summary>
    private async Task<List<object?[]>> FactorsAsync(Guid id, CancellationToken cancel)
    {
        var keys = await db.UserPasskeys.AsNoTracking().Where(p => p.UserId == id).ToListAsync(cancel);
        var applications = await db.Authenticators.AsNoTracking().Where(a => a.AccountId == id).ToListAsync(cancel);
        var codes = await db.RecoveryCodes.AsNoTracking().Where(c => c.AccountId == id).OrderBy(c => c.Id).ToListAsync(cancel);
        return
        [
            .. keys.Select(k => new object?[] { "clé d’accès", k.Data.Name, k.Data.CreatedAt.UtcDateTime, null }),
            .. applications.Select(a => new object?[] { "application de codes", null, a.CreatedAt, null }),
            .. codes.Select(c => new object?[] { "code de secours", null, null, c.UsedAt }),
        ];
    }

    public async Task EraseAsync(Person person, CancellationToken cancel)
    {
        await db.Authenticators.Where(a => a.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
        await db.UserPasskeys.Where(p => p.UserId == person.AccountId).ExecuteDeleteAsync(cancel);
        await db.RecoveryCodes.Where(c => c.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
        await EraseActsAsync(person, cancel);
        await db.Sessions.Where(s => s.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
        await db.MailedLinks.Where(l => l.AccountId == person.AccountId || l.NewEmail == person.Email).ExecuteDeleteAsync(cancel);
        await db.Registrations.Where(r => r.Email == person.Email).ExecuteDeleteAsync(cancel);
        await db.OutgoingMails.Where(m => m.To == person.Email).ExecuteDeleteAsync(cancel);
    }

    /// <summary>The record stays, for who published answers for it; it names a name, and no account and no address any more.</summary>
    private async Task EraseActsAsync(Person person, CancellationToken cancel)
    {
        const string Gone = "Compte supprimé";
        var (by, about) = (db.Acts.Where(a => a.ById == person.AccountId), db.Acts.Where(a => a.AboutId == person.AccountId));
        await by.Where(a => EF.Functions.Like(a.ByName, "%@%")).ExecuteUpdateAsync(a => a.SetProperty(x => x.ByName, Gone), cancel);
        await about.Where(a => EF.Functions.Like(a.AboutName, "%@%")).ExecuteUpdateAsync(a => a.SetProperty(x => x.AboutName, Gone), cancel);
        await by.ExecuteUpdateAsync(a => a.SetProperty(x => x.ById, Guid.Empty), cancel);
        await about.ExecuteUpdateAsync(a => a.SetProperty(x => x.AboutId, (Guid?)null), cancel);
    }
}
