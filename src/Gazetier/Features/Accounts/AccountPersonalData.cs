using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts;

/// <summary>What accounts keep: the account itself, its sessions, registrations, links, and the mails it was sent.</summary>
public class AccountPersonalData(GazetierDb db) : IHoldPersonalData
{
    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == person.AccountId, cancel);
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.AccountId == person.AccountId).OrderBy(s => s.CreatedAt).ToListAsync(cancel);
        var registrations = await db.Registrations.AsNoTracking().Where(r => r.Email == person.Email).OrderBy(r => r.CreatedAt).ToListAsync(cancel);
        var links = await db.MailedLinks.AsNoTracking().Where(l => l.AccountId == person.AccountId).OrderBy(l => l.CreatedAt).ToListAsync(cancel);
        var mails = await db.OutgoingMails.AsNoTracking().Where(m => m.To == person.Email).OrderBy(m => m.CreatedAt).ToListAsync(cancel);
        return
        [
            new("compte", ["identifiant", "adresse", "nom", "langue", "fonction", "cree_le", "derniere_connexion", "a_un_mot_de_passe"],
                [[account.Id.ToString(), account.Email, account.DisplayName, account.Language, account.Role?.ToString(), account.CreatedAt, account.LastSignInOn, account.PasswordHash is not null]]),
            new("sessions", ["appareil", "ouverte_le", "vue_le", "finit_le"], [.. sessions.Select(s => new object?[] { s.Device, s.CreatedAt, s.LastSeenAt, s.ExpiresAt })]),
            new("inscriptions", ["adresse", "nom", "demandee_le", "confirmee_le"], [.. registrations.Select(r => new object?[] { r.Email, r.DisplayName, r.CreatedAt, r.ConfirmedAt })]),
            new("liens", ["usage", "nouvelle_adresse", "envoye_le", "utilise_le"], [.. links.Select(l => new object?[] { l.Purpose.ToString(), l.NewEmail, l.CreatedAt, l.ConsumedAt })]),
            new("messages", ["objet", "adresse", "du", "clos_le", "reponse"], [.. mails.Select(m => new object?[] { m.Kind, m.To, m.CreatedAt, m.ClosedAt, m.Answer })]),
        ];
    }

    public async Task EraseAsync(Person person, CancellationToken cancel)
    {
        await db.Sessions.Where(s => s.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
        await db.MailedLinks.Where(l => l.AccountId == person.AccountId || l.NewEmail == person.Email).ExecuteDeleteAsync(cancel);
        await db.Registrations.Where(r => r.Email == person.Email).ExecuteDeleteAsync(cancel);
        await db.OutgoingMails.Where(m => m.To == person.Email).ExecuteDeleteAsync(cancel);
    }
}
