using System.Text.Json;
using Gazetier.Data;
using Gazetier.Features.Accounts.Mails;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Replies.Mails;

/// <summary>
/// The letters about rights of reply. The address of a requester is proven by nobody: nothing that was typed in the form goes there,
/// or our mails would carry strangers' words.
/// </summary>
public class ReplyLetters(GazetierDb db, LetterWriter writer, Masthead masthead, PublicAddress address, TimeProvider clock) : IComposeMail
{
    public IReadOnlyCollection<string> Kinds { get; } =
        [ReplyMails.Received, ReplyMails.Published, ReplyMails.Refused, ReplyMails.AskedBack, ReplyMails.Arrived, ReplyMails.LastCall];

    /// <summary>Null where the request was erased, or decided on before the editors could be called.</summary>
    public async Task<Email?> ComposeAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var asked = JsonSerializer.Deserialize<ReplyMail>(mail.Arguments)!;
        var request = await db.ReplyRequests.AsNoTracking().Include(r => r.Article).FirstOrDefaultAsync(r => r.Id == asked.RequestId, cancel);
        if (request is null || (mail.Kind == ReplyMails.LastCall && !request.IsOpen))
        {
            return null;
        }

        var reply = await db.Replies.AsNoTracking().FirstOrDefaultAsync(r => r.Id == request.ReplyId, cancel);
        var t = new Phrases(LanguageOfRequest.FromCode(asked.Language));
        var zone = await masthead.ZoneAsync(cancel);
        var contact = (await masthead.ImprintAsync(cancel)).ContactEmail;
        return await writer.WriteAsync(
            mail,
            t,
            _ => mail.Kind switch
            {
                ReplyMails.Received => Received(request, t, zone, contact),
                ReplyMails.Published => Published(request, reply, t, zone),
                ReplyMails.Refused => Refused(request, t, zone, contact),
                ReplyMails.AskedBack => AskedBack(request, t, zone, contact),
                ReplyMails.Arrived => Arrived(request, t, zone),
                _ => LastCall(request, t, zone),
            },
            cancel);
    }

    private Letter Received(ReplyRequest request, Phrases t, TimeZoneInfo zone, string contact) =>
        new(t["Votre demande de droit de réponse est reçue"],
            [t["Bonjour,"], t["Nous avons reçu, le {0}, une demande de droit de réponse. Son numéro est {1}.", t.Moment(request.ReceivedAt, zone), request.Number], About(request, t)])
        {
            After =
            [
                t["La direction de la publication vous répond au plus tard le {0}.", t.Moment(request.DueAt, zone)],
                .. Contact(request, t, contact),
                t["Si ce n’est pas vous qui l’avez envoyée, dites-le-nous."],
            ],
        };

    private Letter Published(ReplyRequest request, Reply? reply, Phrases t, TimeZoneInfo zone) =>
        new(t["Votre droit de réponse est publié"],
            [t["Bonjour,"], t["La réponse que vous avez demandée le {0} sous le numéro {1} est publiée avec l’article, mot pour mot et ouverte à tous.", t.Moment(request.ReceivedAt, zone), request.Number]])
        {
            Link = address.Of(ArticleAddress.Of(request.ArticleId, request.Article.Slug)) + (reply is null ? "" : "#" + reply.Anchor),
            LinkText = t["Lire la réponse publiée"],
        };

    private static Letter Refused(ReplyRequest request, Phrases t, TimeZoneInfo zone, string contact) =>
        new(t["Votre demande de droit de réponse n’est pas acceptée"],
            [t["Bonjour,"], t["Nous ne publierons pas la réponse que vous avez demandée le {0} sous le numéro {1}. Voici pourquoi.", t.Moment(request.ReceivedAt, zone), request.Number], .. Reply.ParagraphsOf(request.Answer)])
        {
            After = [.. Contact(request, t, contact)],
        };

    private static Letter AskedBack(ReplyRequest request, Phrases t, TimeZoneInfo zone, string contact) =>
        new(t["Une précision sur votre demande de droit de réponse"],
            [t["Bonjour,"], t["Avant de décider de la réponse que vous avez demandée le {0} sous le numéro {1}, il nous manque une précision.", t.Moment(request.ReceivedAt, zone), request.Number], .. Reply.ParagraphsOf(request.Answer)])
        {
            After = [.. Contact(request, t, contact)],
        };

    private Letter Arrived(ReplyRequest request, Phrases t, TimeZoneInfo zone) =>
        new(t["Droit de réponse : une demande à traiter"],
            [t["Bonjour,"], t["Une demande de droit de réponse est arrivée le {0} sous le numéro {1}. La loi veut qu’elle soit publiée au plus tard le {2}.", t.Moment(request.ReceivedAt, zone), request.Number, t.Moment(request.DueAt, zone)], About(request, t)])
        {
            Link = PageOf(request),
            LinkText = t["Ouvrir la demande"],
        };

    private Letter LastCall(ReplyRequest request, Phrases t, TimeZoneInfo zone) =>
        new(t["Droit de réponse : moins d’un jour"],
            [t["Bonjour,"], t["La demande {0} attend toujours une décision : {1}, le délai s’achève le {2}.", request.Number, ReplyClock.Left(request.DueAt, clock.GetUtcNow().UtcDateTime, t), t.Moment(request.DueAt, zone)], About(request, t)])
        {
            Link = PageOf(request),
            LinkText = t["Ouvrir la demande"],
        };

    /// <summary>An article that went without a notice is named by nothing but its number.</summary>
    private static string About(ReplyRequest request, Phrases t) => request.Article is { Status: ArticleStatus.Withdrawn, KeepsNotice: false }
        ? t["Elle concerne l’article n° {0}.", request.ArticleId]
        : t["Elle concerne l’article n° {0}, « {1} ».", request.ArticleId, Printable.Line(request.Article.Headline)];

    private static IEnumerable<string> Contact(ReplyRequest request, Phrases t, string contact) =>
        contact.Length == 0 ? [] : [t["Pour nous écrire à ce sujet : {0}, en rappelant le numéro {1}.", contact, request.Number]];

    private string PageOf(ReplyRequest request) => address.Of($"{WaitingReplies.Inbox}/{request.Id}");
}
