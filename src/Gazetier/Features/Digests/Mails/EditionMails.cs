using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Deliveries.Mails;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Mail.Wire;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Digests.Mails;

/// <summary>
/// Makes the mails of an edition. What is the same for many is rendered once a posting: an article's block for each class
/// of access and language, the frame for each language. A reader's mail is assembled from them.
/// </summary>
public class EditionMails(GazetierDb db, MailBlocks blocks, AssembleMails assemble, Masthead masthead, TimeProvider clock)
{
    /// <summary>The mails of a batch. None for who left meanwhile, or whose articles were all withdrawn.</summary>
    public async Task<IReadOnlyDictionary<Guid, WireMail>> ComposeAsync(IReadOnlyList<Delivery> batch, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ids = batch.SelectMany(d => d.ArticleIds()).Distinct().ToArray();
        var cards = await db.Articles.Published(now).Where(a => ids.Contains(a.Id)).ToCards(now).ToDictionaryAsync(c => c.Id, cancel);
        var readers = await ReadersAsync(batch, cancel);
        var rights = await db.RightsOfAsync(readers.ToDictionary(r => r.Key, r => r.Value.IsStaff), cancel);
        var answered = await AnsweredSearches.ReadAsync(db, readers.Keys, cards.Keys, cancel);
        var assembly = await assemble.BeginAsync(Digest.List, cancel);
        var mails = new Dictionary<Guid, WireMail>(batch.Count);
        foreach (var delivery in batch)
        {
            var held = delivery.ArticleIds().Where(cards.ContainsKey).Select(id => cards[id]).ToList();
            if (delivery.AccountId is { } account && held.Count > 0 && readers.TryGetValue(account, out var reader))
            {
                var language = reader.Recipient.Language;
                bool MayRead(ArticleCard card) => Decision.Of(card.Asks, rights[account], now).MayReadAll;
                var parts = new List<MailBlock>(held.Count);
                foreach (var part in held.GroupBy(card => answered.NameOf(account, card.Id, MayRead(card))).OrderBy(part => part.Key is not null))
                {
                    parts.AddRange(part.Key is { } search ? [blocks.Line(new Phrases(language)["Dans votre recherche « {0} » :", MailBlocks.OneLine(search)])] : []);
                    foreach (var card in part)
                    {
                        parts.Add(await blocks.ArticleAsync(card, MayRead(card), language));
                    }
                }

                mails[delivery.Id] = assembly.Make(
                    delivery, reader.Recipient, held[0].Headline, SubjectOf, parts, await FrameAsync(delivery.Issue, language, cancel));
            }
        }

        return mails;
    }

    /// <summary>What the frame of an edition says.</summary>
    /// <param name="local">When it leaves, on the newspaper's clock.</param>
    /// <param name="webPath">Where its reader finds it on the site.</param>
    internal static FrameWords WordsOf(DateTime local, string? webPath, Phrases t) => new(
        t["Ma Gazette"],
        MailBlocks.Date(local, t),
        t["Vous recevez cette édition parce que vous avez choisi ces thèmes dans Ma Gazette."],
        t["Gérer mes thèmes"],
        "/mon-compte/ma-gazette",
        t["Ne plus recevoir cette édition"],
        webPath);

    /// <param name="headline">Of the first article.</param>
    internal static string SubjectOf(string headline, Phrases t) =>
        MailBlocks.Shorten(t["Ma Gazette : {0}", MailBlocks.OneLine(French.TypesetText(headline))]);

    /// <summary>Those who still want it: who left between composing and posting gets nothing more.</summary>
    private async Task<Dictionary<Guid, EditionReader>> ReadersAsync(IReadOnlyList<Delivery> batch, CancellationToken cancel)
    {
        var ids = batch.Where(d => d.AccountId != null).Select(d => d.AccountId!.Value).ToArray();
        var readers = await db.DigestRhythms.AsNoTracking()
            .Where(r => ids.Contains(r.AccountId) && r.Frequency != Frequency.Never)
            .Select(r => new { r.AccountId, r.Account.DisplayName, r.Account.Language, IsStaff = r.Account.Role != null })
            .ToListAsync(cancel);
        return readers.ToDictionary(
            r => r.AccountId, r => new EditionReader(new Recipient(r.AccountId, r.DisplayName, LanguageOfRequest.FromCode(r.Language)), r.IsStaff));
    }

    private async Task<FrameText> FrameAsync(Issue issue, Language language, CancellationToken cancel)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(issue.CreatedAt, await masthead.ZoneAsync(cancel));
        return await blocks.FrameAsync(WordsOf(local, Digest.PathOf(issue.Id), new Phrases(language)), language, cancel);
    }

    private sealed record EditionReader(Recipient Recipient, bool IsStaff);
}
