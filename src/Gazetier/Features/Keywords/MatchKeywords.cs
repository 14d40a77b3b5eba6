using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Keywords;

/// <summary>
/// Puts articles into the lists of the phrases that stand in them. What it costs is the length of the article: it asks for the phrases
/// by the numbers of its runs of words, whether ten are followed or a million (P6).
/// </summary>
public class MatchKeywords(GazetierDb db, Masthead masthead, TimeProvider clock)
{
    /// <summary>How far back, and how many articles at most, a phrase is looked for that nobody had followed before.</summary>
    public static readonly TimeSpan LooksBack = TimeSpan.FromDays(30);

    private const int AtMost = 400;

    /// <summary>The lists of followed phrases that an article stands in, as it is now.</summary>
    public async Task<IReadOnlyList<Guid>> FindAsync(Article article, CancellationToken cancel)
    {
        var text = new MatchedText(article, (await masthead.ImprintAsync(cancel)).OpenShare);
        var keys = text.Keys;
        var phrases = await db.Keywords.AsNoTracking().Where(p => keys.Contains(p.Key)).Select(p => new { p.Id, p.Terms }).ToListAsync(cancel);
        return [.. phrases.Select(p => text.ListOf(p.Id, p.Terms)).OfType<Guid>()];
    }

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

    /// <summary>
    /// The phrase that somebody wrote, made where nobody follows it yet, and found in what appeared lately; null where nothing of
    /// what they wrote can be found.
    /// </summary>
    public async Task<Keyword?> OpenAsync(string written, CancellationToken cancel)
    {
        if (Keyword.Read(written) is not { } read)
        {
            return null;
        }

        if (await FindAsync(read.Terms, cancel) is { } known)
        {
            return known;
        }

        var matches = await LatelyAsync(read, cancel);
        try
        {
            await db.InTransactionAsync(
                async token =>
                {
                    db.Keywords.Add(read);
                    db.KeywordMatches.AddRange(matches);
                    await db.SaveChangesAsync(token);
                    await KeepListings.RewriteAsync(db, matches.Select(m => m.ArticleId), token);
                },
                cancel);
            return read;
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Somebody else wrote the same at the same moment.
            db.ChangeTracker.Clear();
            return await FindAsync(read.Terms, cancel) ?? throw new InvalidOperationException($"No phrase '{read.Terms}'.");
        }
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

    private Task<Keyword?> FindAsync(string terms, CancellationToken cancel) => db.Keywords.AsNoTracking().FirstOrDefaultAsync(p => p.Terms == terms, cancel);

    private async Task<List<KeywordMatch>> LatelyAsync(Keyword phrase, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now - LooksBack;
        var openShare = (await masthead.ImprintAsync(cancel)).OpenShare;
        var matches = new List<KeywordMatch>();
        await foreach (var article in db.Articles.AsNoTracking().Published(now).Where(a => a.PublishedAt > since).NewestFirst().Take(AtMost).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (new MatchedText(article, openShare).ListOf(phrase.Id, phrase.Terms) is { } list)
            {
                matches.Add(new KeywordMatch { ArticleId = article.Id, ListId = list });
            }
        }

        return matches;
    }
}
