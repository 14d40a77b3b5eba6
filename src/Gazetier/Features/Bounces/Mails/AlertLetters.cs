using System.Text.Json;
using Gazetier.Data;
using Gazetier.Features.Accounts.Mails;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Bounces.Mails;

/// <summary>Tells the administrators that a domain refuses our mail, or that a list is complained of.</summary>
public class AlertLetters(GazetierDb db, LetterWriter writer, Masthead masthead, PublicAddress address) : IComposeMail
{
    /// <summary>Arguments: <see cref="AlertMail"/>.</summary>
    public const string Alert = "posting.alert";

    public IReadOnlyCollection<string> Kinds { get; } = [Alert];

    public async Task<Email?> ComposeAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var asked = JsonSerializer.Deserialize<AlertMail>(mail.Arguments)!;
        if (await db.PostingAlerts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == asked.AlertId, cancel) is not { } alert)
        {
            return null;
        }

        var t = new Phrases(LanguageOfRequest.FromCode(asked.Language));
        var zone = await masthead.ZoneAsync(cancel);
        return await writer.WriteAsync(mail, t, _ => Write(alert, t, zone), cancel);
    }

    private Letter Write(PostingAlert alert, Phrases t, TimeZoneInfo zone)
    {
        var (subject, said) = alert.Kind switch
        {
            AlertKind.DomainHeld => (
                t["Envois suspendus vers {0}", alert.Name],
                t["Le serveur de {0} refuse nos messages. Plus rien ne part vers ce domaine jusqu’au {1} ; aucun lecteur n’est écarté.", alert.Name, t.Moment(alert.Until!.Value, zone)]),
            AlertKind.ListWarned => (
                t["Des lecteurs se plaignent de {0}", alert.Name],
                t["La liste {0} dépasse un signalement pour mille envois. À trois pour mille, elle s’arrêtera.", alert.Name]),
            _ => (
                t["La liste {0} est arrêtée", alert.Name],
                t["La liste {0} dépasse trois signalements pour mille envois. Plus rien n’en part, jusqu’à ce que vous la repreniez.", alert.Name]),
        };
        var evidence = alert.Kind == AlertKind.DomainHeld ? t["Sa réponse : {0}", alert.Evidence] : t["Signalements et envois de trente jours : {0}", alert.Evidence];
        return new Letter(subject, [t["Bonjour,"], said, evidence]) { Link = address.Of(BouncesFeature.Health), LinkText = t["Voir l’état des envois"] };
    }
}

/// <param name="Language">"fr" or "en": of whom it is written to.</param>
public sealed record AlertMail(Guid AlertId, string Language);
