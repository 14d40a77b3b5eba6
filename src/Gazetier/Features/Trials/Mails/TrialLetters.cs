using System.Text.Json;
using Gazetier.Data;
using Gazetier.Features.Accounts.Mails;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Subscriptions;
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
        var zone = await masthead.ZoneAsync(cancel);
        if (trial.TrialUntil is { } ends)
        {
            return await writer.WriteAsync(mail, t, _ => Ordered(trial, t, t.Day(ends.AddTicks(-1), zone), t.Day(ends, zone)), cancel);
        }

        var last = t.Day(trial.Until.AddTicks(-1), zone);
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

    private Letter Ordered(Subscription trial, Phrases t, string last, string next) => new(
        t["Votre essai finit le {0}", last],
        [
            t["Bonjour,"],
            t["L’essai de « {0} » finit le {1}. L’abonnement que vous avez commandé commence ensuite, et son premier règlement est dû le {2}.", trial.Origin, last, next],
            t["Pour vous arrêter là, résiliez avant : vous ne devez rien."],
        ])
    {
        Link = address.Of("/resilier?contrat=" + trial.Reference),
        LinkText = t["Résilier votre contrat"],
    };
}
