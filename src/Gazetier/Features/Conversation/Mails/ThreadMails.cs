using System.Text.Encodings.Web;
using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Conversation.Threads;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Deliveries.Mails;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Mail.Wire;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation.Mails;

/// <summary>Makes the mails about what came in the conversations that readers follow: their threads, without what they wrote themselves.</summary>
public class ThreadMails(GazetierDb db, MailBlocks blocks, AssembleMails assemble, PublicAddress address, Masthead masthead, HtmlEncoder encoder, TimeProvider clock)
{
    /// <summary>Characters of a comment; the rest is read on the site.</summary>
    private const int Longest = 600;

    /// <summary>Comments in one mail.</summary>
    private const int Most = 20;

    /// <summary>The mails of a batch, which is of one issue. None for who left meanwhile, or of what is gone.</summary>
    public async Task<IReadOnlyDictionary<Guid, WireMail>> ComposeAsync(IReadOnlyList<Delivery> batch, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (issue, id) = (batch[0].IssueId, batch[0].ArticleIds()[0]);
        var mails = new Dictionary<Guid, WireMail>(batch.Count);
        var comments = await db.Comments.AsNoTracking().Shown().Where(c => c.ToldIn == issue).OrderBy(c => c.PostedAt).ToListAsync(cancel);
        if (await db.Articles.AsNoTracking().Published(now).FirstOrDefaultAsync(a => a.Id == id, cancel) is not { } article || comments.Count == 0)
        {
            return mails;
        }

        var ids = batch.Where(d => d.AccountId != null).Select(d => d.AccountId!.Value).ToArray();
        var follows = (await db.ThreadFollows.AsNoTracking().Where(f => ids.Contains(f.AccountId) && f.ArticleId == id && !db.ThreadSettings.Any(s => s.AccountId == f.AccountId && s.IsOff)).ToListAsync(cancel)).ToLookup(f => f.AccountId, f => f.ThreadId);
        var readers = await db.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.DisplayName, a.Language }).ToDictionaryAsync(a => a.Id, cancel);
        var assembly = await assemble.BeginAsync(ThreadLists.Name, cancel);
        var local = TimeZoneInfo.ConvertTimeFromUtc(now, await masthead.ZoneAsync(cancel));
        foreach (var delivery in batch)
        {
            if (delivery.AccountId is { } account && readers.GetValueOrDefault(account) is { } reader
                && comments.FindAll(c => c.AccountId != account && (follows[account].Contains(Guid.Empty) || follows[account].Contains(c.Root))) is { Count: > 0 } own)
            {
                var language = LanguageOfRequest.FromCode(reader.Language);
                mails[delivery.Id] = assembly.Make(
                    delivery,
                    new Recipient(account, reader.DisplayName, language),
                    article.Headline,
                    SubjectOf,
                    [.. own.Take(Most).Select(c => Block(c, article, new Phrases(language)))],
                    await blocks.FrameAsync(WordsOf(local, article, new Phrases(language)), language, cancel));
            }
        }

        return mails;
    }

    private static string SubjectOf(string headline, Phrases t) => MailBlocks.Shorten(t["Réactions : {0}", MailBlocks.OneLine(French.TypesetText(headline))]);

    private static FrameWords WordsOf(DateTime local, Article article, Phrases t) => new(
        t["Réactions"],
        MailBlocks.Date(local, t),
        t["Vous recevez ce message parce que vous suivez une conversation sous l’article « {0} ».", MailBlocks.OneLine(French.TypesetText(article.Headline))],
        t["Voir mes conversations"],
        ConversationAddress.Mine,
        t["Ne plus recevoir de réactions par mail"]);

    private MailBlock Block(Comment comment, Article article, Phrases t)
    {
        var link = address.Of(ConversationAddress.Of(article.Id, article.Slug, comment.Id));
        var said = French.TypesetText(Plain.Shorten(MailBlocks.OneLine(comment.Text.ReplaceLineEndings(" ")), Longest));
        var who = French.TypesetText(MailBlocks.OneLine(comment.Signature));
        return new MailBlock(
            $"<tr><td style=\"padding:0 0 6px;font:bold 15px/1.45 Arial,sans-serif\">{encoder.Encode(who)}</td></tr>\n"
            + $"<tr><td style=\"padding:0 0 20px;font:17px/1.5 Georgia,serif\">{encoder.Encode(said)} <a href=\"{encoder.Encode(link)}\">{encoder.Encode(t["Lire et répondre"])}</a></td></tr>\n",
            $"{who}\n{said}\n{t["Lire et répondre"]}\u00A0: {link}\n\n");
    }
}
