using System.Text.Json;
using Gazetier.Data;
using Gazetier.Features.Accounts.Mails;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Trials.Mails;

/// <summary>Which trial a mail is about.</summary>
public sealed record TrialMail(Guid SubscriptionId, string Language);

/// <summary>The letter three days before a trial ends.</summary>
public class TrialLetters(GazetierDb db, LetterWriter writer, Masthead masthead, PublicAddress address) : IComposeMail
{
    public const string Kind = "trial.ends";

    public IReadOnlyCollection<string> Kinds { get; } = [Kind];

    public async Task<Email?> ComposeAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var asked = JsonSerializer.Deserialize<TrialMail>(mail.Arguments)!;
        var trial = await db.Subscriptions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == asked.SubscriptionId, cancel);
        if (trial is null)
        {
            return null;
        }

        var t = new Phrases(LanguageOfRequest.FromCode(asked.Language));
        var last = t.Day(trial.Until.AddTicks(-1), await masthead.ZoneAsync(cancel));
        return await writer.WriteAsync(
            mail,
            t,
            _ => new Letter(
                t["Votre essai finit le {0}", last],
                [
                    t["Bonjour,"],
                    t["« {0} » finit le {1}. Rien n’est débité et rien ne suit de lui-même : sans démarche de votre part, il s’arrête.", trial.Origin, last],
                ])
            {
                Link = address.Of("/abonnement/"),
                LinkText = t["Découvrir nos formules"],
            },
            cancel);
    }
}
