using System.Globalization;
using System.Net;
using Gazetier.Changes;
using Gazetier.Features.Articles;
using Gazetier.Features.Digests;
using Gazetier.Features.Feeds;
using Gazetier.Tests.Features.Announcements;
using Gazetier.Tests.Features.Digests;
using Gazetier.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.Feeds;

/// <summary>Every feed, sitemap and calendar says by which bytes and since when it is what it is, and answers 304 to who has that.</summary>
public class FeedAnswersTests
{
    private static readonly string[] Others =
    [
        "/sitemap.xml", "/sitemap-1.xml", "/sitemap-news.xml", "/robots.txt", "/.well-known/tdmrep.json", "/.well-known/security.txt", "/agenda/agenda.ics", "/concours/concours.ics",
    ];

    [Fact]
    public async Task Each_has_its_tag_and_its_date_and_answers_304_kept_or_not()
    {
        await using var site = await OpenAsync();
        using var visitor = site.Visitor();
        var pages = PublicFeeds.Pages.SelectMany(Filled).ToList();
        pages.Count.ShouldBe(16);
        foreach (var address in pages.SelectMany(page => FeedFormat.All.Select(format => page + format.Suffix)).Concat(Others))
        {
            await AnswersAsync(visitor, address, "first");
            await AnswersAsync(visitor, address, "kept");
            site.Services.GetRequiredService<PageCache>().Drop([ChangeLog.Everything]);
            await AnswersAsync(visitor, address, "made anew");
        }
    }

    [Fact]
    public async Task What_is_the_same_an_hour_later_has_the_same_tag_and_the_same_date()
    {
        await using var site = await OpenAsync();
        using var visitor = site.Visitor();
        string[] addresses = ["/feed/", "/themes/eau/feed.atom", "/rubriques/france/feed.json", "/textes/feed/", "/annonces/feed/", "/magazine/feed/", "/sitemap.xml", "/robots.txt", "/agenda/agenda.ics", "/concours/concours.ics"];
        var before = new Dictionary<string, (string Tag, string Date)>(StringComparer.Ordinal);
        foreach (var address in addresses)
        {
            var answer = await visitor.GetAsync(address);
            before[address] = (answer.Headers["ETag"], answer.Headers["Last-Modified"]);
        }

        site.Clock.Advance(TimeSpan.FromMinutes(61));
        foreach (var (address, known) in before)
        {
            var answer = await visitor.GetAsync(address);
            (answer.Headers["ETag"], answer.Headers["Last-Modified"]).ShouldBe(known, address);
        }
    }

    [Fact]
    public async Task Who_has_what_is_no_longer_so_gets_the_new_one_also_where_the_newest_went()
    {
        await using var site = await OpenAsync();
        using var visitor = site.Visitor();
        var before = await visitor.GetAsync("/feed/");
        var sitemap = await visitor.GetAsync("/sitemap.xml");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.DoAsync(async db =>
        {
            (await db.Articles.SingleAsync(a => a.Id == Newsroom.Locked)).Status = ArticleStatus.Withdrawn;
            db.Append(site.Now, "article.withdrawn", ArticleTags.Front);
            await db.SaveChangesAsync();
        });
        await site.FollowChangesAsync();
        var after = await AskAsync(visitor, "/feed/", "If-Modified-Since", before.Headers["Last-Modified"]);
        after.Status.ShouldBe(HttpStatusCode.OK);
        after.Headers["Last-Modified"].ShouldBe(site.Now.ToString("R", CultureInfo.InvariantCulture));
        (await AskAsync(visitor, "/feed/", "If-None-Match", before.Headers["ETag"])).Status.ShouldBe(HttpStatusCode.OK);
        var map = await AskAsync(visitor, "/sitemap.xml", "If-Modified-Since", sitemap.Headers["Last-Modified"]);
        map.Status.ShouldBe(HttpStatusCode.OK);
        map.Headers["Last-Modified"].ShouldBe(site.Now.ToString("R", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task L_31_a_withdrawn_article_leaves_feeds_also_where_it_was_not_the_newest_and_only_the_date_is_asked()
    {
        await using var site = await OpenAsync();
        await site.FollowAsync(Newsroom.Lou, Frequency.Never, Morning.Theme(Newsroom.Water));
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await lou.PostAsync("/mon-compte/ma-gazette/flux", ("faire", "ouvrir"));
        var own = new Uri((await lou.GetAsync("/mon-compte/ma-gazette/flux")).Document.QuerySelector("input[readonly]")!.GetAttribute("value")!).PathAndQuery;
        string[] feeds = ["/feed/", "/themes/eau/feed.atom", "/auteurs/yann-morel/feed.json", "/rubriques/actualite/feed/", own];
        using var visitor = site.Visitor();
        var before = new List<string>();
        foreach (var feed in feeds)
        {
            var answer = await visitor.GetAsync(feed);
            answer.Body.ShouldContain("l-eau-devient-plus-chere", Case.Sensitive, feed);
            before.Add(answer.Headers["Last-Modified"]);
        }

        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.DoAsync(async db =>
        {
            (await db.Articles.SingleAsync(a => a.Id == Newsroom.Free)).Status = ArticleStatus.Withdrawn;
            db.Append(site.Now, "article.withdrawn", ChangeLog.Everything);
            await db.SaveChangesAsync();
        });
        await site.FollowChangesAsync();
        foreach (var (feed, date) in feeds.Zip(before))
        {
            var answer = await AskAsync(visitor, feed, "If-Modified-Since", date);
            answer.Status.ShouldBe(HttpStatusCode.OK, feed);
            answer.Body.ShouldNotContain("l-eau-devient-plus-chere", Case.Sensitive, feed);
        }
    }

    [Fact]
    public async Task A_readers_own_feed_does_so_too_and_is_kept_by_nobody_else()
    {
        await using var site = await OpenAsync();
        await site.FollowAsync(Newsroom.Lou, Frequency.Never, Morning.Theme(Newsroom.Water));
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await lou.PostAsync("/mon-compte/ma-gazette/flux", ("faire", "ouvrir"));
        var own = (await lou.GetAsync("/mon-compte/ma-gazette/flux")).Document.QuerySelectorAll("input[readonly]").Select(i => new Uri(i.GetAttribute("value")!).PathAndQuery).ToList();
        own.Count.ShouldBe(3);
        using var visitor = site.Visitor();
        foreach (var address in own)
        {
            await AnswersAsync(visitor, address, "own");
            var answer = await visitor.GetAsync(address);
            answer.Headers["Cache-Control"].ShouldContain("private");
            answer.Headers["X-Robots-Tag"].ShouldBe("noindex");
            answer.Headers.ShouldNotContainKey("Link");
            (await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Head, address))).Body.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task No_feed_is_forgotten_here()
    {
        await using var site = await Site.OpenAsync();
        var answers = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PublicPageAttribute>()?.SameForAll == true).Select(endpoint => endpoint.RoutePattern.RawText!).ToList();
        var known = PublicFeeds.Pages.SelectMany(page => FeedFormat.All.Select(format => page + format.Suffix)).Concat(Others).Select(Bare).ToHashSet(StringComparer.Ordinal);
        answers.Where(pattern => IsRead(pattern) && !known.Contains(Bare(pattern.Replace("{number:int}", "1", StringComparison.Ordinal)))).ShouldBeEmpty();
    }

    private static bool IsRead(string pattern) => pattern.Contains("feed", StringComparison.Ordinal) || pattern.Contains(".ics", StringComparison.Ordinal) || pattern.Contains("sitemap", StringComparison.Ordinal);

    private static string Bare(string path) => path.Trim('/');

    private static async Task AnswersAsync(Browser visitor, string address, string how)
    {
        var answer = await visitor.GetAsync(address);
        answer.Status.ShouldBe(HttpStatusCode.OK, $"{address} ({how})");
        var tag = answer.Headers["ETag"];
        tag.ShouldMatch("^\"[0-9a-f]{20}\"$", $"{address} ({how}): strong, of the bytes");
        DateTimeOffset.TryParse(answer.Headers["Last-Modified"], CultureInfo.InvariantCulture, out _).ShouldBeTrue(address);
        answer.Headers["Vary"].ShouldBe("Accept-Encoding", address);
        foreach (var (header, value) in new[] { ("If-None-Match", tag), ("If-None-Match", $"\"other\", {tag}"), ("If-Modified-Since", answer.Headers["Last-Modified"]) })
        {
            var again = await AskAsync(visitor, address, header, value);
            again.Status.ShouldBe(HttpStatusCode.NotModified, $"{address} ({how}): {header}");
            again.Body.ShouldBeEmpty();
            again.Headers["ETag"].ShouldBe(tag);
        }

        (await AskAsync(visitor, address, "If-None-Match", "\"other\"")).Status.ShouldBe(HttpStatusCode.OK);
        (await AskAsync(visitor, address, "If-Modified-Since", "Mon, 01 Jan 2001 00:00:00 GMT")).Status.ShouldBe(HttpStatusCode.OK);
        (await AskAsync(visitor, address, "If-Modified-Since", "<nonsense>")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<Answer> AskAsync(Browser visitor, string address, string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation(header, value);
        return await visitor.SendAsync(request);
    }

    /// <summary>Addresses of the cast.</summary>
    private static IEnumerable<string> Filled(string page) => page switch
    {
        "/rubriques/{slug}/" => ["/rubriques/actualite/", "/rubriques/france/"],
        "/themes/{slug}/" => ["/themes/eau/"],
        "/dossiers/{slug}/" => ["/dossiers/partage-de-l-eau/"],
        "/auteurs/{slug}/" => ["/auteurs/claire-vasseur/"],
        "/textes/genre/{kind}/" => Enum.GetValues<Gazetier.Features.LegalTexts.LegalTextKind>().Select(Gazetier.Features.LegalTexts.LegalTextAddress.Of),
        "/annonces/{kind}/" => Enum.GetValues<Gazetier.Features.Announcements.AnnouncementKind>().Select(kind => Gazetier.Features.Announcements.AnnouncementAddress.Of(kind)),
        _ => [page],
    };

    private static async Task<Site> OpenAsync()
    {
        var site = await Site.OpenAsync();
        await site.AddAsync(AnnouncementSteps.Job(site), AnnouncementSteps.Tender(site));
        return site;
    }
}
