using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Feeds;

/// <summary>The newest corrections as a feed: an entry each, which leads to where the article says it (L-31).</summary>
public class CorrectionsFeed(GazetierDb db, Masthead masthead, PublicAddress address, TimeProvider clock)
{
    public async Task<Feed> ReadAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        var t = new Phrases(Language.French);
        var now = clock.GetUtcNow().UtcDateTime;
        var lines = await db.CorrectionsTold(now).Take(FeedSource.Length).ToListAsync(cancel);
        var cards = (await db.Articles.CardsAsync([.. lines.Select(line => line.ArticleId).Distinct()], cancel)).ToDictionary(card => card.Id);
        context.Tags().Add([Masthead.Tag, ArticleTags.Front]);
        var newspaper = (await masthead.ImprintAsync(cancel)).Name;
        List<FeedEntry> entries = [.. lines.Where(line => cards.ContainsKey(line.ArticleId)).Select(line => EntryOf(line, cards[line.ArticleId], t))];
        return new Feed
        {
            Title = $"{t["Corrections"]} — {newspaper}",
            Description = t["Ce que le journal a corrigé, quand et pourquoi."],
            Url = address.Of(ArticleAddress.Corrections),
            Newspaper = newspaper,
            Entries = entries,
            UpdatedAt = entries.Count > 0 ? entries[0].UpdatedAt : now,
        };
    }

    private FeedEntry EntryOf(CorrectionLine line, ArticleCard card, Phrases t)
    {
        var told = card with
        {
            Headline = t["Correction : {0}", French.TypesetText(line.Headline)],
            Standfirst = French.TypesetText(line.Text),
            PublishedAt = line.At,
            ModifiedAt = null,
        };
        return new FeedEntry(told, address.Of(FormattableString.Invariant($"/{line.ArticleId}/#correction-{line.Id:N}")), address.Of(line.Path), Picture: null, Content: null);
    }
}
