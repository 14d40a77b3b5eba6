using System.Text.Json;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Accounts.Mails;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations.Mails;

/// <summary>What stewards ask of the desk.</summary>
public class DeskLetters(GazetierDb db, LetterWriter writer, PublicAddress address) : IComposeMail
{
    public IReadOnlyCollection<string> Kinds { get; } = [OrganisationMails.QuoteAsked, OrganisationMails.DomainAsked];

    /// <summary>Null where who asked is gone.</summary>
    public async Task<Email?> ComposeAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var asked = JsonSerializer.Deserialize<DeskMail>(mail.Arguments)!;
        var steward = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == asked.StewardId, cancel);
        if (steward is null || await db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == asked.OrganisationId, cancel) is not { } organisation)
        {
            return null;
        }

        var t = new Phrases(LanguageOfRequest.FromCode(asked.Language));
        return await writer.WriteAsync(
            mail,
            t,
            _ => new Letter(
                mail.Kind == OrganisationMails.QuoteAsked ? t["{0} demande un devis", organisation.Name] : t["{0} demande un domaine", organisation.Name],
                [t["Bonjour,"], t["{0} ({1}), gestionnaire de {2}, écrit :", steward.CalledName, steward.Email, organisation.Name], asked.Words])
            {
                Link = address.Of($"/redaction/organismes/{organisation.Id}"),
                LinkText = t["Ouvrir l’organisme"],
            },
            cancel);
    }
}

/// <summary>Who answers subscribers: the desk; where there is none, the administrators.</summary>
public static class DeskToTell
{
    public static async Task TellDeskAsync(this GazetierDb db, string kind, Guid organisationId, Guid stewardId, string words, DateTime now, CancellationToken cancel)
    {
        var found = await db.Accounts.AsNoTracking().Where(a => a.Email != null && (a.Role == StaffRole.SubscriptionDesk || a.Role == StaffRole.Administrator))
            .Select(a => new { a.Email, a.Language, a.Role }).ToListAsync(cancel);
        var role = found.Exists(a => a.Role == StaffRole.SubscriptionDesk) ? StaffRole.SubscriptionDesk : StaffRole.Administrator;
        foreach (var staff in found.Where(a => a.Role == role))
        {
            db.Owe(now, kind, staff.Email!, new DeskMail(organisationId, stewardId, words, staff.Language));
        }
    }
}
