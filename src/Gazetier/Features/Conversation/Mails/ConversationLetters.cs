using System.Text.Json;
using Gazetier.Data;
using Gazetier.Features.Accounts.Mails;
using Gazetier.Features.Conversation.Notices;
using Gazetier.Features.Conversation.Restrictions;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation.Mails;

/// <summary>
/// The letters about moderation: the statement of reasons to who wrote, number and decision to who gave notice. The address of a
/// notifier is proven by nobody: nothing that was typed in the form goes there.
/// </summary>
public class ConversationLetters(GazetierDb db, LetterWriter writer, Masthead masthead, PublicAddress address) : IComposeMail
{
    public IReadOnlyCollection<string> Kinds { get; } =
        [ConversationMails.Restricted, ConversationMails.Judged, ConversationMails.Lifted, ConversationMails.Notified, ConversationMails.Decided];

    /// <summary>Null where what it tells of was erased.</summary>
    public Task<Email?> ComposeAsync(OutgoingMail mail, CancellationToken cancel) =>
        mail.Kind is ConversationMails.Notified or ConversationMails.Decided ? OfNoticeAsync(mail, cancel) : OfRestrictionAsync(mail, cancel);

    private async Task<Email?> OfRestrictionAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var asked = JsonSerializer.Deserialize<RestrictionMail>(mail.Arguments)!;
        if (await db.Restrictions.AsNoTracking().Include(r => r.Comment!.Article).FirstOrDefaultAsync(r => r.Id == asked.RestrictionId, cancel) is not { AccountId: not null } restriction)
        {
            return null;
        }

        var t = new Phrases(LanguageOfRequest.FromCode(asked.Language));
        var zone = await masthead.ZoneAsync(cancel);
        return await writer.WriteAsync(mail, t, _ => mail.Kind switch
        {
            ConversationMails.Judged => Judged(restriction, t),
            ConversationMails.Lifted => Lifted(restriction, t),
            _ => Restricted(restriction, asked.Count, t, zone),
        }, cancel);
    }

    private async Task<Email?> OfNoticeAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var asked = JsonSerializer.Deserialize<NoticeMail>(mail.Arguments)!;
        if (await db.CommentNotices.AsNoTracking().FirstOrDefaultAsync(n => n.Id == asked.NoticeId, cancel) is not { } notice)
        {
            return null;
        }

        var t = new Phrases(LanguageOfRequest.FromCode(asked.Language));
        var zone = await masthead.ZoneAsync(cancel);
        var contact = await ContactAsync(cancel);
        return await writer.WriteAsync(mail, t, _ => mail.Kind == ConversationMails.Notified ? Notified(notice, t, zone, contact) : Decided(notice, t, contact), cancel);
    }

    /// <summary>The statement of reasons, whole (DSA art. 17 § 3).</summary>
    private Letter Restricted(Restriction restriction, int count, Phrases t, TimeZoneInfo zone) =>
        new(
            t["Conversation : {0}", Small(restriction.Kind.Name(t))],
            [
                t["Bonjour,"],
                .. restriction.Comment is { } comment ? [t["Il s’agit de votre réaction du {0} sous l’article « {1} ».", t.Moment(comment.PostedAt, zone), Printable.Line(comment.Article.Headline)]] : Array.Empty<string>(),
                .. count > 1 ? [t["Cette décision vaut pour {0} de vos réactions.", count]] : Array.Empty<string>(),
                restriction.Effect(t, zone),
                t["Les faits : {0}", restriction.Facts],
                t["Le fondement : {0} ({1}).", restriction.Ground.Name(t), restriction.Ground.Source(t)],
                Origin(restriction, t),
            ])
        {
            Link = address.Of($"{ConversationAddress.Mine}/decisions/{restriction.Id}"),
            LinkText = t["Lire la décision et la contester"],
            After =
            [
                t["Vous pouvez la contester gratuitement jusqu’au {0} : une autre personne de la rédaction la relira.", t.Moment(restriction.AppealUntil, zone)],
                t["Vous pouvez aussi vous adresser à un organe de règlement extrajudiciaire certifié (règlement (UE) 2022/2065, article 21) ou au juge. Le numéro de la décision est {0}.", restriction.Number],
            ],
        };

    private Letter Judged(Restriction restriction, Phrases t) =>
        new(
            restriction.AppealSucceeded == true ? t["Votre recours est accepté"] : t["Votre recours n’est pas accepté"],
            [
                t["Bonjour,"],
                restriction.AppealSucceeded == true ? t["Une autre personne a relu la décision {0} : elle est annulée.", restriction.Number] : t["Une autre personne a relu la décision {0} : elle est maintenue.", restriction.Number],
                .. restriction.AppealAnswer.Length > 0 ? [restriction.AppealAnswer] : Array.Empty<string>(),
            ])
        {
            Link = address.Of($"{ConversationAddress.Mine}/decisions/{restriction.Id}"),
            LinkText = t["Lire la décision"],
        };

    private Letter Lifted(Restriction restriction, Phrases t) =>
        new(t["Vous pouvez de nouveau écrire"], [t["Bonjour,"], t["La rédaction a mis fin à la décision {0}, qui limitait ce que vous pouviez écrire sous les articles.", restriction.Number]])
        {
            Link = address.Of(ConversationAddress.Mine),
            LinkText = t["Voir vos réactions"],
        };

    private static Letter Notified(CommentNotice notice, Phrases t, TimeZoneInfo zone, string contact) =>
        new(t["Votre signalement est reçu"],
            [t["Bonjour,"], t["Nous avons reçu, le {0}, un signalement sur une réaction de lecteur. Son numéro est {1}.", t.Moment(notice.ReceivedAt, zone), notice.Number], t["Une personne de la rédaction le lit et en décide ; nous vous écrivons sa décision."]])
        {
            After = [.. Contact(notice, t, contact), t["Si ce n’est pas vous qui l’avez envoyé, dites-le-nous."]],
        };

    private static Letter Decided(CommentNotice notice, Phrases t, string contact) =>
        new(t["Votre signalement : notre décision"],
            [
                t["Bonjour,"],
                notice.State == NoticeState.Upheld ? t["Après votre signalement {0}, la réaction n’est plus visible. Une personne de la rédaction en a décidé.", notice.Number] : t["Après votre signalement {0}, la réaction reste en place. Une personne de la rédaction en a décidé.", notice.Number],
                .. notice.Answer.Length > 0 ? [t["Ses raisons : {0}", notice.Answer]] : Array.Empty<string>(),
            ])
        {
            After =
            [
                .. Contact(notice, t, contact),
                t["Si vous contestez cette décision, répondez-nous sous ce numéro : une autre personne la relira. Vous pouvez aussi vous adresser à un organe de règlement extrajudiciaire certifié, ou au juge."],
            ],
        };

    private static string Origin(Restriction restriction, Phrases t) =>
        restriction.IsAutomated ? t["Cette décision a été prise par un contrôle automatique, sans intervention humaine."]
        : restriction.FollowsNotice ? t["Une personne de la rédaction en a décidé, après un signalement."]
        : t["Une personne de la rédaction en a décidé, de sa propre initiative."];

    private static IEnumerable<string> Contact(CommentNotice notice, Phrases t, string contact) =>
        contact.Length == 0 ? [] : [t["Pour nous écrire à ce sujet : {0}, en rappelant le numéro {1}.", contact, notice.Number]];

    private async Task<string> ContactAsync(CancellationToken cancel) =>
        (await db.CommentRulesAsync(cancel)).ContactEmail is { Length: > 0 } own ? own : (await masthead.ImprintAsync(cancel)).ContactEmail;

    private static string Small(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
