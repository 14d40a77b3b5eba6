using System.Text.Json;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts.Mails;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Gazetier.Features.Newsletters.Mails;

/// <summary>The mail that confirms a sign-up, and the issue that staff sends to itself before it leaves.</summary>
public class NewsletterLetters(
    GazetierDb db, LetterWriter writer, ComposeSampleIssue sample, SignupLink links, PublicAddress address, NewspaperOptions options, TimeProvider clock) : IComposeMail
{
    public IReadOnlyCollection<string> Kinds { get; } = [NewsletterLetterKinds.Confirm, NewsletterLetterKinds.Trial];

    public Task<Email?> ComposeAsync(OutgoingMail mail, CancellationToken cancel) =>
        mail.Kind == NewsletterLetterKinds.Confirm ? ConfirmAsync(mail, cancel) : TrialAsync(mail, cancel);

    /// <summary>Null where it was confirmed or forgotten meanwhile. The same for known and unknown addresses; nothing that a stranger typed stands in it.</summary>
    private async Task<Email?> ConfirmAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var id = JsonSerializer.Deserialize<SignupMail>(mail.Arguments)!.RequestId;
        var expires = clock.GetUtcNow().UtcDateTime + SignupRequest.Lifetime;
        // However often it is tried: the link is the same, and lasts from the last time.
        await db.SignupRequests.Where(r => r.Id == id && r.ConfirmedAt == null).ExecuteUpdateAsync(r => r.SetProperty(x => x.ExpiresAt, expires), cancel);
        if (await db.SignupRequests.AsNoTracking().Include(r => r.Newsletter).FirstOrDefaultAsync(r => r.Id == id && r.ConfirmedAt == null, cancel) is not { } asked)
        {
            return null;
        }

        var t = new Phrases(LanguageOfRequest.FromCode(asked.Language));
        var link = address.Of("/lettres/confirmer/" + await links.TokenAsync(asked.Id, cancel));
        return await writer.WriteAsync(
            mail,
            t,
            paper => new Letter(t["Confirmez votre inscription à « {0} »", asked.Newsletter.Name], [t["Bonjour,"], t["Quelqu’un, sans doute vous, a demandé à recevoir « {0} », de {1}, à cette adresse. Rien ne part avant que vous ayez confirmé.", asked.Newsletter.Name, paper]])
            {
                Link = link,
                LinkText = t["Confirmer mon inscription"],
                After = [t["Ce lien sert une fois, pendant 48 heures."], t["Si ce n’est pas vous, ne faites rien : sans confirmation, rien n’est envoyé et l’adresse est oubliée."]],
            },
            cancel);
    }

    private async Task<Email?> TrialAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var asked = JsonSerializer.Deserialize<TrialMail>(mail.Arguments)!;
        var language = LanguageOfRequest.FromCode(asked.Language);
        if (await sample.RunAsync(asked.IssueId, asked.AsSubscriber ? AccessClass.Subscriber : AccessClass.Registered, language, cancel) is not { } issue)
        {
            return null;
        }

        var t = new Phrases(language);
        return new Email
        {
            To = mail.To,
            Subject = t["[Essai] {0}", issue.Subject],
            Text = issue.Text,
            Html = issue.Html,
            MessageId = $"{mail.Id:N}@{MailboxAddress.Parse(options.Mail.From).Domain}",
            Headers = [KeyValuePair.Create("Auto-Submitted", "auto-generated")],
        };
    }
}
