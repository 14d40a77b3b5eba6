using System.Net;
using Gazetier.Changes;
using Gazetier.Features.Articles;
using Gazetier.Features.Licensing;
using Gazetier.Features.Organisations;
using Gazetier.Tests.Features.Accounts;
using Gazetier.Tests.Features.Organisations;
using Gazetier.Web;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.Robots;

public class MeetRobotsTests
{
    private const string Locked = "/3/le-syndicat-coupe-deux-forages/";
    private static readonly RobotLine TrainingLicensed = RobotLine.Usual with { Training = RobotChoice.Licensed };

    [Fact]
    public async Task Who_is_refused_is_told_where_the_licence_is()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var answer = await visitor.AskAsync("/", "GPTBot");
        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Headers["Link"].ShouldBe("<http://localhost/licence>; rel=\"license\"");
        answer.Headers["Content-Type"].ShouldBe("text/plain; charset=utf-8");
        answer.Headers["Cache-Control"].ShouldBe("no-store");
        answer.Headers["Content-Security-Policy"].ShouldContain("default-src 'none'");
        answer.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        answer.Body.ShouldContain("http://localhost/licence");
        answer.Body.Length.ShouldBeLessThan(300);
    }

    [Fact]
    public async Task Who_needs_a_licence_is_asked_to_pay_also_for_a_page_that_is_kept()
    {
        await using var site = await Site.OpenAsync();
        await site.DecideAsync(TrainingLicensed);
        using var visitor = site.Visitor();
        (await visitor.AskAsync("/", RobotsSteps.Browser)).Status.ShouldBe(HttpStatusCode.OK);
        site.Services.GetRequiredService<PageCache>().Count.ShouldBeGreaterThan(0);
        var answer = await visitor.AskAsync("/", "ClaudeBot");
        answer.Status.ShouldBe(HttpStatusCode.PaymentRequired);
        answer.Body.ShouldContain("licence");
        (await visitor.AskAsync("/", "claudebot")).Status.ShouldBe(HttpStatusCode.PaymentRequired);
        (await visitor.AskAsync("/css/gazetier.css", "ClaudeBot")).Status.ShouldBe(HttpStatusCode.PaymentRequired);
        var head = await visitor.AskAsync("/", "ClaudeBot", method: HttpMethod.Head);
        (head.Status, head.Body).ShouldBe((HttpStatusCode.PaymentRequired, ""));
        (await visitor.AskAsync("/", RobotsSteps.Browser)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/robots.txt")]
    [InlineData("/.well-known/tdmrep.json")]
    [InlineData("/.well-known/security.txt")]
    [InlineData("/licence")]
    [InlineData("/licence-rsl.xml")]
    [InlineData("/sitemap.xml")]
    [InlineData("/mentions-legales")]
    [InlineData("/contact")]
    public async Task What_says_the_rules_is_given_to_all(string path)
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await visitor.AskAsync(path, "GPTBot")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_preview_is_the_page_and_asks_for_shortness()
    {
        await using var site = await Site.OpenAsync();
        await site.DecideAsync(RobotLine.Usual with { Answers = RobotChoice.Preview });
        using var visitor = site.Visitor();
        for (var time = 0; time < 2; time++)
        {
            var answer = await visitor.AskAsync(Locked, "PerplexityBot");
            answer.Status.ShouldBe(HttpStatusCode.OK);
            answer.Headers["X-Robots-Tag"].ShouldBe("noarchive, max-snippet:160");
            answer.Body.ShouldNotContain(Newsroom.Secret);
        }

        (await visitor.AskAsync(Locked, RobotsSteps.Browser)).Headers.ShouldNotContainKey("X-Robots-Tag");
        // What is not for indexes stays out of them.
        (await visitor.AskAsync("/rien-de-tel", "PerplexityBot")).Headers["X-Robots-Tag"].ShouldBe("noindex");
    }

    [Fact]
    public async Task G_05_no_robot_gets_more_than_a_visitor()
    {
        await using var site = await Site.OpenAsync(AccountSteps.FromAnywhere);
        var organisation = await site.AddOrganisationAsync();
        await site.AddContractAsync(organisation);
        await site.WithAsync<KeepRanges, (RangeRefusal?, string)>(keep => keep.AddAsync(organisation.Id, "185.24.184.0/24", false, site.Desk(), default));
        await site.FollowChangesAsync();
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await camille.AskAsync(Locked, RobotsSteps.Browser)).Body.ShouldContain(Newsroom.Secret);
        (await camille.AskAsync(Locked, "Googlebot")).Body.ShouldNotContain(Newsroom.Secret);
        (await camille.AskAsync("/mon-compte/", "Googlebot")).Status.ShouldBe(HttpStatusCode.Redirect);

        using var visitor = site.Visitor();
        (await visitor.AskAsync(Locked, RobotsSteps.Browser, "185.24.184.7")).Body.ShouldContain(Newsroom.Secret);
        var robot = await visitor.AskAsync(Locked, "bingbot", "185.24.184.7");
        robot.Status.ShouldBe(HttpStatusCode.OK);
        robot.Body.ShouldNotContain(Newsroom.Secret);
        robot.Has(".thanks-to").ShouldBeFalse();
    }

    [Theory]
    [InlineData("Googlebot")]
    [InlineData("Slackbot")]
    public async Task A_robot_comes_from_where_it_comes_from(string robot)
    {
        await using var site = await Site.OpenAsync(AccountSteps.FromAnywhere);
        using var visitor = site.Visitor();
        (await visitor.AskAsync("/dev/mail", robot, "127.0.0.1")).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.AskAsync("/dev/mail", RobotsSteps.Browser, "203.0.113.7")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.AskAsync("/dev/mail", robot, "203.0.113.7")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_pages_count_as_pages_and_only_those_that_were_given()
    {
        await using var site = await Site.OpenAsync();
        await site.DecideAsync(RobotLine.Usual);
        using var visitor = site.Visitor();
        foreach (var path in new[] { "/css/gazetier.css", "/images/ab/320.webp", "/sitemap.xml", "/contact", "/health/live", "/999999/rien/", $"/{Newsroom.Locked}", "/mon-compte/", "/rien-de-tel" })
        {
            await visitor.AskAsync(path, "Googlebot");
        }

        await visitor.AskAsync("/", "Googlebot", method: HttpMethod.Head);
        await visitor.AskAsync("/css/gazetier.css", "GPTBot");
        await visitor.AskAsync("/", "GPTBot", method: HttpMethod.Head);
        (await site.VisitsAsync()).ShouldBeEmpty();

        var page = await visitor.AskAsync("/", "Googlebot");
        var again = new HttpRequestMessage(HttpMethod.Get, "/");
        again.Headers.TryAddWithoutValidation("User-Agent", "Googlebot/2.1");
        again.Headers.TryAddWithoutValidation("If-None-Match", page.Headers["ETag"]);
        (await visitor.SendAsync(again)).Status.ShouldBe(HttpStatusCode.NotModified);
        await visitor.AskAsync("/rubriques/juridique/feed/", "Googlebot");
        (await site.VisitsAsync()).ShouldBe(["Googlebot Search Unknown Given juridique: 1", "Googlebot Search Unknown Given: 2"]);
    }

    [Fact]
    public async Task Who_read_the_rules_and_what_it_asked_of_which_section_stands_in_the_log()
    {
        await using var site = await Site.OpenAsync();
        await site.DecideAsync(RobotLine.Usual, (Newsroom.Law, RobotClass.Search, RobotChoice.Refused));
        using var visitor = site.Visitor();
        foreach (var path in new[] { "/robots.txt", "/licence", "/.well-known/tdmrep.json", Locked, Locked, "/rubriques/juridique/", "/RUBRIQUES/juridique/", "/rubriques/inventee/", "/999999/rien/" })
        {
            await visitor.AskAsync(path, "GPTBot");
        }

        (await visitor.AskAsync("/RUBRIQUES/juridique/", "Googlebot")).Status.ShouldBe(HttpStatusCode.Forbidden);
        string[] seen =
        [
            "GPTBot Training Unknown Refused france: 2", "GPTBot Training Unknown Refused juridique: 2", "GPTBot Training Unknown Refused: 2", "GPTBot Training Unknown Rules: 3",
            "Googlebot Search Unknown Refused juridique: 1",
        ];
        (await site.VisitsAsync()).ShouldBe(seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Visits_are_counted_by_what_they_were_answered()
    {
        await using var site = await Site.OpenAsync();
        await site.DecideAsync(TrainingLicensed with { Archive = RobotChoice.Refused });
        using var visitor = site.Visitor();
        foreach (var (path, robot) in new[] { ("/", "GPTBot"), (Locked, "GPTBot"), ("/robots.txt", "GPTBot"), ("/", "archive.org_bot"), ("/", "Googlebot"), ("/", RobotsSteps.Browser), ("/", "Unbekannt") })
        {
            await visitor.AskAsync(path, robot);
        }

        string[] first =
        [
            "GPTBot Training Unknown Licence france: 1", "GPTBot Training Unknown Licence: 1", "GPTBot Training Unknown Rules: 1", "Googlebot Search Unknown Given: 1", "archive.org_bot Archive Unknown Refused: 1",
        ];
        (await site.VisitsAsync()).ShouldBe(first);
        await visitor.AskAsync("/", "GPTBot");
        (await site.VisitsAsync()).ShouldContain("GPTBot Training Unknown Licence: 2");
    }

    [Fact]
    public async Task An_article_that_moves_takes_the_rules_of_its_new_section()
    {
        await using var site = await Site.OpenAsync();
        await site.DecideAsync(default, (Newsroom.Law, RobotClass.Training, RobotChoice.Refused));
        using var visitor = site.Visitor();
        (await visitor.AskAsync(Locked, "GPTBot")).Status.ShouldBe(HttpStatusCode.OK);
        await site.DoAsync(async db =>
        {
            (await db.Articles.FindAsync(Newsroom.Locked))!.MainSectionId = Newsroom.Law.Id;
            db.Append(site.Now, "article.changed", ArticleTags.Article(Newsroom.Locked));
            await db.SaveChangesAsync();
        });
        await site.FollowChangesAsync();
        (await visitor.AskAsync(Locked, "GPTBot")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await visitor.AskAsync("/999999/rien/", "GPTBot")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
