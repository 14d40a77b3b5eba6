using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Gazetier.Features.Agenda;
using Gazetier.Features.Announcements;
using Gazetier.Features.Licensing;
using Gazetier.Tests.Features.Clubs;
using Gazetier.Tests.Features.Library;
using Gazetier.Tests.Features.Magazine;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Robots;

/// <summary>What was decided is said with every kind of page and file, and holds in every address of a section (L-70).</summary>
public class SayEverywhereTests
{
    private const RobotChoice Allowed = RobotChoice.Allowed;
    private const RobotChoice Refused = RobotChoice.Refused;
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    private static readonly string[] Pages =
    [
        "/", "/rubriques/actualite/", "/rubriques/juridique/", "/themes/", "/themes/eau/", "/dossiers/", "/dossiers/partage-de-l-eau/", "/auteurs/claire-vasseur/",
        "/clubs/", "/clubs/juridique/", "/clubs/juridique/questions/", "/textes/", "/textes/decret-de-la-distribution/", "/textes/genre/jurisprudence/", "/fiches/", "/quiz/",
        "/quiz/le-budget-communal/", "/concours/", "/agenda/", "/agenda/tenir-une-regie/", "/annonces/", "/annonces/emploi/", "/magazine/", "/magazine/1/",
        "/lettres/", "/corrections/", "/abonnement/", "/aide", "/licence", "/3/le-syndicat-coupe-deux-forages/",
    ];

    /// <summary>A list where nothing stands yet is indexed nowhere.</summary>
    private const string Empty = "/clubs/juridique/questions/";

    private static readonly string[] Files = ["/feed/", "/themes/eau/feed.atom", "/auteurs/yann-morel/feed.json", "/textes/feed/", "/annonces/feed/", "/magazine/feed/", "/agenda/agenda.ics", "/concours/concours.ics"];

    [Fact]
    public async Task L_70_every_public_page_and_file_says_the_line_of_its_address()
    {
        var paper = new RobotLine(Refused, Allowed, RobotChoice.Licensed, Refused, Allowed);
        var law = paper with { Search = Allowed };
        await using var site = await OpenAsync();
        await site.DecideAsync(paper, (Newsroom.Law, RobotClass.Search, Allowed));
        using var visitor = site.Visitor();
        foreach (var time in new[] { "made", "kept" })
        {
            foreach (var path in Pages.Concat(Files))
            {
                var answer = await visitor.GetAsync(path);
                answer.Status.ShouldBe(HttpStatusCode.OK, $"{path} ({time})");
                var line = path.Contains("juridique", StringComparison.Ordinal) ? law : paper;
                Says(answer, line, path);
                answer.Headers.GetValueOrDefault("X-Robots-Tag", "").ShouldBe(line.Indexing, $"{path} ({time})");
                if (Pages.Contains(path))
                {
                    answer.Document.QuerySelector("meta[name=robots]")!.GetAttribute("content")!.Contains("noindex").ShouldBe(!line.MaySearch || path == Empty, path);
                }
            }
        }

        // Files that say the rules are no content.
        foreach (var path in new[] { "/robots.txt", "/sitemap.xml", "/.well-known/tdmrep.json", "/licence-rsl.xml" })
        {
            (await visitor.GetAsync(path)).Headers.ShouldNotContainKey("X-Robots-Tag", path);
        }
    }

    [Fact]
    public async Task L_70_pdf_attachments_and_cards_say_it_too()
    {
        await using var site = await OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ines.SendPdfAsync(MagazineSteps.Pdf("quinconce"));
        var attached = JsonDocument.Parse((await ines.SendFileAsync("/redaction/fichiers", "avis.pdf", MagazineSteps.Pdf(new string('x', 200)), true)).Body).RootElement.GetProperty("src").GetString()!;
        await site.FollowChangesAsync();
        using var camille = await site.SignInAsync(Newsroom.Camille);
        var card = new Uri((await camille.GetAsync("/dossiers/partage-de-l-eau/")).Document.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!).AbsolutePath;
        foreach (var path in new[] { MagazineSteps.Path + "pdf", attached, card })
        {
            var (answer, _) = await camille.BytesAsync(new HttpRequestMessage(HttpMethod.Get, path));
            answer.Status.ShouldBe(HttpStatusCode.OK, path);
            Says(answer, RobotLine.Usual, path);
        }
    }

    [Fact]
    public async Task A_refused_section_is_refused_in_its_club_its_conversations_and_cards_however_the_address_is_written()
    {
        await using var site = await OpenAsync();
        await site.DoAsync(db => db.Articles.Where(a => a.Id == Newsroom.Free).ExecuteUpdateAsync(a => a.SetProperty(x => x.MainSectionId, Newsroom.Law.Id)));
        await site.DecideAsync(default, (Newsroom.Law, RobotClass.Training, Refused), (Newsroom.Law, RobotClass.Search, Refused));
        using var visitor = site.Visitor();
        foreach (var path in new[]
        {
            "/clubs/juridique/", "/clubs/juridique/questions", "/Clubs/juridique/", "/Rubriques/juridique/", "/RUBRIQUES/JURIDIQUE/feed/", "/1/l-eau-devient-plus-chere/", "/1", "/reactions/1/",
            "/Reactions/+1", "/vignettes/article/1/x.png", "/vignettes/rubrique/juridique/x.png", "/vignettes/club/juridique/x.png",
        })
        {
            (await visitor.AskAsync(path, "GPTBot")).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        foreach (var path in new[] { "/clubs/", "/rubriques/actualite/", "/reactions/charte", "/magazine/1/" })
        {
            (await visitor.AskAsync(path, "GPTBot")).Status.ShouldBe(HttpStatusCode.OK, path);
        }

        var robots = new RobotsTxtReader((await visitor.GetAsync("/robots.txt")).Body);
        robots.MayFetch("GPTBot", "/clubs/juridique/questions").ShouldBeFalse();
        robots.MayFetch("GPTBot", "/clubs/").ShouldBeTrue();
        var map = (await visitor.GetAsync("/sitemap.xml")).Body;
        map.ShouldNotContain("/clubs/juridique/");
        map.ShouldContain("/clubs/<");
    }

    [Fact]
    public async Task An_open_section_of_a_closed_newspaper_has_its_club_and_files_which_stay_reserved()
    {
        var closed = new RobotLine(Refused, Refused, Refused, Refused, Refused);
        await using var site = await OpenAsync();
        await site.DecideAsync(closed, (Newsroom.Law, RobotClass.Training, Allowed));
        using var visitor = site.Visitor();
        foreach (var path in new[] { "/images/00000000000000000000000000000009/1280.jpg", "/graphiques/x.svg", "/fichiers/x/x.pdf" })
        {
            (await visitor.AskAsync(path, "GPTBot")).Status.ShouldBe(HttpStatusCode.NotFound, path);
            (await visitor.AskAsync(path, "bingbot")).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        var robots = new RobotsTxtReader((await visitor.GetAsync("/robots.txt")).Body);
        robots.MayFetch("GPTBot", "/images/x/1280.jpg").ShouldBeTrue();
        robots.MayFetch("GPTBot", "/clubs/juridique/").ShouldBeTrue();
        robots.MayFetch("GPTBot", "/").ShouldBeFalse();
        robots.MayFetch("bingbot", "/images/x/1280.jpg").ShouldBeFalse();
        var rules = JsonDocument.Parse((await visitor.GetAsync("/.well-known/tdmrep.json")).Body).RootElement.EnumerateArray().ToList();
        rules.ShouldNotContain(rule => rule.GetProperty("location").GetString() == "/images/*" && rule.GetProperty("tdm-reservation").GetInt32() == 0);
    }

    [Theory]
    [InlineData("/feed/")]
    [InlineData("/themes/eau/feed/")]
    [InlineData("/auteurs/yann-morel/feed/")]
    [InlineData("/dossiers/partage-de-l-eau/feed/")]
    [InlineData("/rubriques/actualite/feed/")]
    public async Task L_70_an_article_of_a_refused_section_leaves_by_no_other_feed(string feed)
    {
        await using var site = await OpenAsync();
        await site.DoAsync(async db =>
        {
            (await db.Articles.SingleAsync(a => a.Id == Newsroom.Free)).MainSectionId = Newsroom.France.Id;
            await db.SaveChangesAsync();
        });
        using var visitor = site.Visitor();
        (await BodyAsync()).ShouldNotBeNull("nothing is refused yet").ShouldContain("Les communes expliquent");
        await site.DecideAsync(default, (Newsroom.France, RobotClass.Training, Refused));
        (await BodyAsync()).ShouldBeNull();
        (await visitor.GetAsync("/rubriques/france/feed/")).Body.ShouldContain("Les communes expliquent", Case.Sensitive, "who is refused there does not come");
        (await visitor.AskAsync("/rubriques/france/feed/", "GPTBot")).Status.ShouldBe(HttpStatusCode.Forbidden);

        async Task<string?> BodyAsync()
        {
            var entry = XDocument.Parse((await visitor.GetAsync(feed)).Body).Descendants("item").Single(item => item.Element("link")!.Value.EndsWith("/1/l-eau-devient-plus-chere/", StringComparison.Ordinal));
            entry.Element("description")!.Value.ShouldStartWith("Chapô de l’article 1.");
            return entry.Element(Content + "encoded")?.Value;
        }
    }

    private static void Says(Answer answer, RobotLine line, string path)
    {
        answer.Headers.GetValueOrDefault("tdm-reservation").ShouldBe(line.ReservesMining ? "1" : null, path);
        answer.Headers.GetValueOrDefault("Content-Usage", "").ShouldBe(line.Usage, path);
        answer.Headers.GetValueOrDefault("Link", "").Contains("<http://localhost/licence-rsl.xml>; rel=\"license\"", StringComparison.Ordinal).ShouldBe(line.IsReserved, path);
    }

    private static async Task<Site> OpenAsync()
    {
        var site = await ClubSteps.OpenWithClubAsync();
        await site.DoAsync(async db =>
        {
            db.AgendaEvents.Add(new AgendaEvent { Slug = "tenir-une-regie", Kind = EventKind.Training, Title = "Tenir une régie", IsPublished = true });
            await db.SaveChangesAsync();
        });
        return site;
    }
}
