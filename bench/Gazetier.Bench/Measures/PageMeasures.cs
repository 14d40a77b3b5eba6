using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Bench.Measures;

/// <summary>Pages that are kept, beside Kestrel writing the same bytes from memory: P1, P2, P3.</summary>
internal static class PageMeasures
{
    private const int Articles = 500;
    private static readonly Dictionary<string, string> Gzip = new(StringComparer.Ordinal) { ["Accept-Encoding"] = "gzip" };

    public static async Task<IReadOnlyList<Result>> LockedAsync(Setting setting, CancellationToken cancel)
    {
        var paper = await Newspaper.OfAsync(setting, Articles, 0, cancel);
        var path = await paper.AskAsync(db => LockedArticleAsync(db, cancel));
        await using var ours = await Child.NewspaperAsync(paper.Folder, cancel);
        return await PeerMeasure.RunAsync("P1", "article, locked, anonymous, gzip", ours, path, Gzip, 0.9, setting, cancel);
    }

    public static async Task<IReadOnlyList<Result>> SubscriberAsync(Setting setting, CancellationToken cancel)
    {
        var paper = await Newspaper.OfAsync(setting, Articles, 0, cancel);
        var path = await paper.AskAsync(db => LockedArticleAsync(db, cancel));
        var token = await paper.AskAsync(db => SubscribeAsync(db, cancel));
        var headers = new Dictionary<string, string>(Gzip, StringComparer.Ordinal) { ["Cookie"] = "session=" + token };
        await using var ours = await Child.NewspaperAsync(paper.Folder, cancel);
        return await PeerMeasure.RunAsync("P2", "the same in full, subscriber, gzip", ours, path, headers, 0.8, setting, cancel);
    }

    public static async Task<IReadOnlyList<Result>> HomeAndFeedAsync(Setting setting, CancellationToken cancel)
    {
        var paper = await Newspaper.OfAsync(setting, Articles, 0, cancel);
        await using var ours = await Child.NewspaperAsync(paper.Folder, cancel);
        var results = new List<Result>(await PeerMeasure.RunAsync("P3", "home page, gzip", ours, "/", Gzip, 0.9, setting, cancel));
        var feed = await Answer.FetchAsync(ours.Url + "/feed/", Gzip, cancel);
        if (feed.Status != 200)
        {
            Console.WriteLine($"P3: /feed/ answers {feed.Status}; the feed is left out.");
            return results;
        }

        var known = new Dictionary<string, string>(Gzip, StringComparer.Ordinal) { ["If-None-Match"] = feed.Headers["ETag"] };
        results.AddRange(await PeerMeasure.RunAsync("P3", "RSS feed, gzip", ours, "/feed/", Gzip, 0.9, setting, cancel));
        results.AddRange(await PeerMeasure.RunAsync("P3", "RSS feed, not modified (304)", ours, "/feed/", known, 0.9, setting, cancel));
        return results;
    }

    private static async Task<string> LockedArticleAsync(GazetierDb db, CancellationToken cancel)
    {
        var article = await db.Articles.Published(TimeProvider.System.GetUtcNow().UtcDateTime)
            .Where(a => a.Access == Requirement.Subscription && a.Words > 550).NewestFirst()
            .Select(a => new { a.Id, a.Slug }).FirstAsync(cancel);
        return ArticleAddress.Of(article.Id, article.Slug);
    }

    /// <returns>The token of a subscriber's session.</returns>
    private static async Task<string> SubscribeAsync(GazetierDb db, CancellationToken cancel)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var token = SessionCookie.NewToken();
        var account = new Account { UserName = token, NormalizedUserName = token, DisplayName = "Lectrice", CreatedAt = now };
        db.Add(new Session { TokenHash = SessionCookie.Hash(token), Account = account, CreatedAt = now, LastSeenAt = now, ExpiresAt = now.AddDays(1) });
        db.Add(new Subscription { Account = account, From = now.AddDays(-1), Until = now.AddDays(1), Origin = "Formule Individuelle" });
        await db.SaveChangesAsync(cancel);
        return token;
    }
}
