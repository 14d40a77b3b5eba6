using System.Net;
using System.Xml.Linq;
using Gazetier.Data;
using Gazetier.Features.Licensing;
using Gazetier.Features.Newsletters;
using Gazetier.Features.Places;
using Gazetier.Features.Robots;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shouldly;

namespace Gazetier.Tests.Features.Robots;

public class RobotsTests
{
    private static readonly XNamespace Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";

    private static readonly string[] Published =
    [
        "http://localhost/1/l-eau-devient-plus-chere/",
        "http://localhost/2/article-2/",
        "http://localhost/3/le-syndicat-coupe-deux-forages/",
    ];

    [Fact]
    public async Task The_sitemap_lists_the_lists_and_exactly_what_is_published()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(db => db.Articles.Where(a => a.Id == Newsroom.Free).ExecuteUpdateAsync(a => a.SetProperty(x => x.ModifiedAt, site.Now.AddHours(-1))));
        using var visitor = site.Visitor();
        var answer = await visitor.GetAsync("/sitemap.xml");
        answer.Headers["Content-Type"].ShouldBe("application/xml; charset=utf-8");
        var urls = XDocument.Parse(answer.Body).Root!.Elements(Schema + "url").ToList();

        urls.Select(Location).Where(url => char.IsAsciiDigit(url["http://localhost/".Length..].FirstOrDefault())).ShouldBe(Published);
        urls.Select(Location).ShouldContain("http://localhost/");
        foreach (var list in new[] { "rubriques/france", "themes/eau", "dossiers/partage-de-l-eau", "auteurs/yann-morel" })
        {
            urls.Select(Location).ShouldContain($"http://localhost/{list}/");
        }

        urls.Single(url => Location(url) == Published[0]).Element(Schema + "lastmod")!.Value.ShouldBe("2026-11-23T03:30:00Z");
        urls.Single(url => Location(url) == Published[2]).Element(Schema + "lastmod")!.Value.ShouldBe("2026-11-23T02:30:00Z");
    }

    [Fact]
    public async Task Every_address_of_the_sitemap_is_a_page_and_every_kind_of_page_stands_there()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            var place = Gazetteer.Find("Lille")[0];
            await new OpenPlaces(db).RunAsync([place.Id], CancellationToken.None);
            (await db.Articles.Include(a => a.Places).SingleAsync(a => a.Id == Newsroom.Free)).Places.Add(await db.Places.SingleAsync(p => p.Id == place.Id));
            var letter = new Newsletter { Slug = "la-semaine", Name = "La semaine", IsOpen = true, LastNumber = 1 };
            db.Add(letter);
            db.Add(new NewsletterIssue { NewsletterId = letter.Id, Number = 1, Subject = "Le numéro un", State = NewsletterIssueState.Posted, PostedAt = site.Now });
            await db.SaveChangesAsync();
        });
        using var visitor = site.Visitor();
        var paths = XDocument.Parse((await visitor.GetAsync("/sitemap.xml")).Body).Root!.Elements(Schema + "url").Select(url => new Uri(Location(url)).AbsolutePath).ToList();
        foreach (var path in new[] { "/themes/", "/dossiers/", "/corrections/", "/quiz/le-budget-communal/", $"/lieux/{Gazetteer.Find("Lille")[0].Slug}/", "/lettres/la-semaine/", "/lettres/la-semaine/1" })
        {
            paths.ShouldContain(path);
        }

        paths.ShouldBeUnique();
        foreach (var path in paths)
        {
            (await visitor.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK, path);
        }
    }

    [Fact]
    public async Task A_sitemap_too_long_for_one_file_is_an_index_whose_parts_hold_everything_once()
    {
        await using var site = await Site.OpenAsync(services => services.Replace(ServiceDescriptor.Scoped(p =>
            new Sitemap(p.GetRequiredService<GazetierDb>(), p.GetRequiredService<ReadPolicy>(), p.GetRequiredService<PublicAddress>(), p.GetRequiredService<TimeProvider>()) { Limit = 2 })));
        using var visitor = site.Visitor();
        var parts = XDocument.Parse((await visitor.GetAsync("/sitemap.xml")).Body).Root!.Elements(Schema + "sitemap").Select(Location).ToList();
        parts.Count.ShouldBeGreaterThan(10);
        parts.ShouldBe(Enumerable.Range(1, parts.Count).Select(number => $"http://localhost/sitemap-{number}.xml"));
        var pages = new List<string>();
        foreach (var part in parts)
        {
            var inside = XDocument.Parse((await visitor.GetAsync(part)).Body).Root!.Elements(Schema + "url").Select(Location).ToList();
            inside.Count.ShouldBeInRange(1, 2, part);
            pages.AddRange(inside);
        }

        pages.ShouldBeUnique();
        pages.TakeLast(3).ShouldBe(Published);
        pages.ShouldContain("http://localhost/themes/eau/");
        (await visitor.GetAsync($"/sitemap-{parts.Count + 1}.xml")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/sitemap-0.xml")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_news_sitemap_holds_two_days()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(db => db.Articles.Where(a => a.Id == Newsroom.Locked).ExecuteUpdateAsync(a => a.SetProperty(x => x.Headline, Hostile.Headline)));
        using var visitor = site.Visitor();
        var urls = XDocument.Parse((await visitor.GetAsync("/sitemap-news.xml")).Body).Root!.Elements(Schema + "url").ToList();
        urls.Select(Location).ShouldBe(Published.Reverse());
        var news = urls[0].Element(News + "news")!;
        news.Element(News + "publication")!.Element(News + "name")!.Value.ShouldBe("Le Courrier");
        news.Element(News + "publication")!.Element(News + "language")!.Value.ShouldBe("fr");
        news.Element(News + "publication_date")!.Value.ShouldBe("2026-11-23T02:30:00Z");
        news.Element(News + "title")!.Value.ShouldBe(Hostile.Shown);

        // The oldest was published 30 hours ago: it leaves 18 hours from now, kept or not.
        site.Clock.Advance(TimeSpan.FromHours(18) - TimeSpan.FromMinutes(1));
        (await visitor.GetAsync("/sitemap-news.xml")).Body.ShouldContain(Published[0]);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        (await visitor.GetAsync("/sitemap-news.xml")).Body.ShouldNotContain(Published[0]);
    }

    [Fact]
    public async Task Robots_are_shown_the_sitemaps_and_kept_from_personal_pages()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var answer = await visitor.GetAsync("/robots.txt");
        answer.Headers["Content-Type"].ShouldBe("text/plain; charset=utf-8");
        answer.Body.ShouldContain("Sitemap: http://localhost/sitemap.xml\n");
        answer.Body.ShouldContain("Sitemap: http://localhost/sitemap-news.xml\n");
        var everybody = Groups(answer.Body).Single(group => group.Agents.Contains("*")).Rules;
        everybody.ShouldContain("Allow: /");
        everybody.ShouldContain("Disallow: /mon-compte/");
        everybody.ShouldContain("Disallow: /redaction/");
        everybody.ShouldNotContain("Disallow: /");
    }

    [Fact]
    public async Task Security_txt_says_whom_to_tell_and_ends_within_a_year()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var lines = (await visitor.GetAsync("/.well-known/security.txt")).Body.Split('\n');
        lines.ShouldContain("Contact: mailto:contact@courrier.example");
        lines.ShouldContain("Expires: 2027-05-22T00:00:00Z");
        lines.ShouldContain("Canonical: http://localhost/.well-known/security.txt");
    }

    private static string Location(XElement url) => url.Element(Schema + "loc")!.Value;

    private static IEnumerable<(List<string> Agents, List<string> Rules)> Groups(string robots) =>
        robots.Split("\n\n").Select(group => group.Split('\n')).Select(lines => (
            lines.Where(l => l.StartsWith("User-agent: ", StringComparison.Ordinal)).Select(l => l["User-agent: ".Length..]).ToList(),
            lines.Where(l => l.Length > 0 && !l.StartsWith("User-agent: ", StringComparison.Ordinal)).ToList()));
}
