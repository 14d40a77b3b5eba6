using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Search.Asking;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Keywords;

/// <summary>
/// Puts articles into the lists of the phrases that stand in them. What it costs is the length of the article: it asks for the phrases
/// by the numbers of its runs of words, whether ten are followed or a million (P6).
/// </summary>
public class MatchKeywords(GazetierDb db, Masthead masthead, MatchSearches searches, TimeProvider clock)
{
    /// <summary>How far back, and how many articles at most, a phrase is looked for that nobody had followed before.</summary>
    public static readonly TimeSpan LooksBack = TimeSpan.FromDays(30);

    private const int AtMost = 400;

    /// <summary>New phrases that are looked for in one reading, a look-up each; and new searches, each a question to each article.</summary>
    private const int Together = 1_000;
    private const int SearchesTogether = 100;

    /// <summary>The lists of followed phrases that an article stands in, as it is now.</summary>
    public async Task<IReadOnlyList<Guid>> FindAsync(Article article, CancellationToken cancel)
    {
        var text = new MatchedText(article, (await masthead.ImprintAsync(cancel)).OpenShare);
        List<long> keys = [0, .. text.Keys.Union(await searches.KeysOfHeadingsAsync(article.Id, cancel))];
        var keywords = await db.Keywords.AsNoTracking().Where(k => keys.Contains(k.Key)).ToListAsync(cancel);
        return [.. Phrases(text, keywords), .. (await searches.FindAsync([(article, text)], Searches(keywords), cancel))[article.Id]];
    }

    /// <summary>The keyword of a search, made where nobody follows it yet; null where it asks for nothing that can be followed.</summary>
    public Task<Keyword?> OpenAsync(Question question, CancellationToken cancel) => OpenAsync(Keyword.Of(question), cancel);

    /// <summary>Writes what <see cref="FindAsync(Article, CancellationToken)"/> found, in the transaction that is open.</summary>
    public async Task WriteAsync(long article, IReadOnlyList<Guid> lists, CancellationToken cancel)
    {
        // Whoever saves the article writes its row first, and its lists then: so do we, and one waits for the other.
        await db.Articles.Where(a => a.Id == article).ExecuteUpdateAsync(a => a.SetProperty(x => x.Slug, x => x.Slug), cancel);
        await db.KeywordMatches.Where(m => m.ArticleId == article).ExecuteDeleteAsync(cancel);
        await using var matches = Bulk.Of<KeywordMatch>(db);
        matches.Add(lists.Select(list => new KeywordMatch { ArticleId = article, ListId = list }));
        await matches.WriteAsync(cancel);
        await KeepListings.RewriteAsync(db, [article], cancel);
    }

    /// <summary>The keyword that somebody wrote, made where nobody follows it yet; null where nothing of what they wrote can be found.</summary>
    public Task<Keyword?> OpenAsync(string written, CancellationToken cancel) => OpenAsync(Keyword.Read(written), cancel);

    /// <summary>
    /// Looks for new keywords in what appeared lately: all of them in one reading of the articles, so that whoever adds many costs no
    /// more than whoever adds one.
    /// </summary>
    public async Task LookBackAsync(CancellationToken cancel)
    {
        var waiting = db.Keywords.AsNoTracking().Where(k => k.FoundAt == null).OrderBy(k => k.Id);
        List<Keyword> news =
        [
            .. await waiting.Where(k => k.Search == null).Take(Together).ToListAsync(cancel), .. await waiting.Where(k => k.Search != null).Take(SearchesTogether).ToListAsync(cancel),
        ];
        if (news.Count == 0)
        {
            return;
        }

        var (listings, ids, now) = (await LatelyAsync(news, cancel), news.ConvertAll(k => k.Id), clock.GetUtcNow().UtcDateTime);
        await db.InTransactionAsync(
            async token =>
            {
                // Of two nodes that look at the same moment, one writes.
                var mine = await db.Keywords.Where(k => ids.Contains(k.Id) && k.FoundAt == null).ExecuteUpdateAsync(k => k.SetProperty(x => x.FoundAt, now), token);
                if (mine == ids.Count)
                {
                    await WriteAsync(listings, token);
                }
            },
            cancel);
    }

    /// <summary>Forgets those among <paramref name="phrases"/> that nobody follows any more.</summary>
    public static async Task ForgetAsync(GazetierDb db, IReadOnlyCollection<Guid> phrases, CancellationToken cancel)
    {
        if (phrases.Count == 0)
        {
            return;
        }

        List<Guid> gone = await db.Keywords.Where(p => phrases.Contains(p.Id) && !db.Follows.Any(f => f.SubjectId == p.Id)).Select(p => p.Id).ToListAsync(cancel);
        List<Guid> lists = [.. gone, .. gone.Select(Keyword.WithheldOf)];
        await db.Listings.Where(l => lists.Contains(l.ListId)).ExecuteDeleteAsync(cancel);
        await db.KeywordMatches.Where(m => lists.Contains(m.ListId)).ExecuteDeleteAsync(cancel);
        await db.Keywords.Where(p => gone.Contains(p.Id)).ExecuteDeleteAsync(cancel);
    }

    private async Task<Keyword?> OpenAsync(Keyword? read, CancellationToken cancel)
    {
        if (read is null)
        {
            return null;
        }

        if (await FindAsync(read.Terms, cancel) is { } known)
        {
            return known;
        }

        db.Keywords.Add(read);
        try
        {
            await db.SaveChangesAsync(cancel);
            return read;
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Somebody else wrote the same at the same moment.
            db.ChangeTracker.Clear();
            return await FindAsync(read.Terms, cancel) ?? throw new InvalidOperationException($"No keyword '{read.Terms}'.");
        }
    }

    private static IEnumerable<Guid> Phrases(MatchedText text, IEnumerable<Keyword> keywords) =>
        keywords.Where(k => k.Search is null).Select(k => text.ListOf(k.Id, k.Terms)).OfType<Guid>();

    private static List<Keyword> Searches(IEnumerable<Keyword> keywords) => [.. keywords.Where(k => k.Search is not null)];

    private Task<Keyword?> FindAsync(string terms, CancellationToken cancel) => db.Keywords.AsNoTracking().FirstOrDefaultAsync(p => p.Terms == terms, cancel);

    private async Task<List<Listing>> LatelyAsync(List<Keyword> keywords, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now - LooksBack;
        var openShare = (await masthead.ImprintAsync(cancel)).OpenShare;
        var lately = await db.Articles.AsNoTracking().Published(now).Where(a => a.PublishedAt > since).NewestFirst().Take(AtMost).ToListAsync(cancel);
        var texts = lately.ConvertAll(article => (Article: article, Text: new MatchedText(article, openShare)));
        var answered = await searches.FindAsync(texts, Searches(keywords), cancel);
        return
        [
            .. texts.SelectMany(one => Phrases(one.Text, keywords).Concat(answered[one.Article.Id])
                .Select(list => new Listing { ListId = list, ArticleId = one.Article.Id, PublishedAt = one.Article.PublishedAt!.Value })),
        ];
    }

    /// <summary>Those that an article brought in meanwhile are there already.</summary>
    private async Task WriteAsync(List<Listing> listings, CancellationToken cancel)
    {
        var lists = listings.Select(l => l.ListId).Distinct().ToList();
        var known = (await db.KeywordMatches.AsNoTracking().Where(m => lists.Contains(m.ListId)).Select(m => new { m.ListId, m.ArticleId }).ToListAsync(cancel))
            .Select(m => (m.ListId, m.ArticleId)).ToHashSet();
        var news = listings.FindAll(l => !known.Contains((l.ListId, l.ArticleId)));
        await using var matches = Bulk.Of<KeywordMatch>(db);
        await using var rows = Bulk.Of<Listing>(db);
        matches.Add(news.Select(l => new KeywordMatch { ListId = l.ListId, ArticleId = l.ArticleId }));
        rows.Add(news);
        await matches.WriteAsync(cancel);
        await rows.WriteAsync(cancel);
    }
}
