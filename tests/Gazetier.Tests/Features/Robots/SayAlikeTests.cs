using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Gazetier.Features.Licensing;
using Gazetier.Features.Robots;
using Shouldly;

namespace Gazetier.Tests.Features.Robots;

/// <summary>One setting says the same wherever a robot looks, and what is said is what is done (L-70).</summary>
public class SayAlikeTests
{
    private const RobotChoice Allowed = RobotChoice.Allowed;
    private const RobotChoice Preview = RobotChoice.Preview;
    private const RobotChoice Licensed = RobotChoice.Licensed;
    private const RobotChoice Refused = RobotChoice.Refused;
    private static readonly XNamespace Rsl = LicenceRsl.Schema;
    private static readonly XNamespace Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>A robot of each class.</summary>
    private static readonly (RobotClass Class, string Name)[] Robots =
        [(RobotClass.Search, "bingbot"), (RobotClass.LinkPreview, "LinkedInBot"), (RobotClass.Training, "GPTBot"), (RobotClass.Answers, "PerplexityBot"), (RobotClass.Archive, "archive.org_bot")];

    /// <summary>The newspaper's line, and the one of "France", which lies under "Actualité".</summary>
    public static TheoryData<RobotLine, RobotLine> Settings => new()
    {
        { default, default },
        { RobotLine.Usual, RobotLine.Usual },
        { RobotLine.Usual, default },
        { default, RobotLine.Usual },
        { new(Allowed, Allowed, Licensed, Preview, Refused), new(Preview, Refused, Refused, Licensed, Allowed) },
        { new(Refused, Refused, Refused, Refused, Refused), new(Allowed, Allowed, Allowed, Allowed, Allowed) },
        { new(Preview, Preview, Preview, Preview, Preview), new(Licensed, Licensed, Licensed, Licensed, Licensed) },
        { new(Licensed, Allowed, Allowed, Refused, Preview), new(Allowed, Licensed, Preview, Allowed, Refused) },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task L_70_all_that_robots_read_says_one_thing(RobotLine paper, RobotLine france)
    {
        await using var site = await Site.OpenAsync();
        await site.DecideAsync(paper, [.. Enum.GetValues<RobotClass>().Select(kind => (Newsroom.France, kind, france.For(kind)))]);
        using var visitor = site.Visitor();
        var robots = new RobotsTxtReader((await visitor.GetAsync("/robots.txt")).Body);
        var tdm = JsonDocument.Parse((await visitor.GetAsync("/.well-known/tdmrep.json")).Body).RootElement.EnumerateArray().ToList();
        var rsl = XDocument.Parse((await visitor.GetAsync("/licence-rsl.xml")).Body).Root!;
        var sitemap = XDocument.Parse((await visitor.GetAsync("/sitemap.xml")).Body).Root!.Descendants(Schema + "loc").Select(loc => loc.Value).ToList();

        foreach (var (path, line) in new[]
        {
            ("/", paper), ("/rubriques/actualite/", paper), ("/rubriques/juridique/", paper), ("/1/l-eau-devient-plus-chere/", paper),
            ("/rubriques/france/", france), ("/3/le-syndicat-coupe-deux-forages/", france),
        })
        {
            var page = await visitor.GetAsync(path);
            page.Status.ShouldBe(HttpStatusCode.OK);
            foreach (var (kind, name) in Robots)
            {
                robots.MayFetch(name, path).ShouldBe(line.IsOpenTo(kind), $"robots.txt, {name}, {path}");
                var status = line.For(kind) switch { Refused => HttpStatusCode.Forbidden, Licensed => HttpStatusCode.PaymentRequired, _ => HttpStatusCode.OK };
                (await visitor.AskAsync(path, name)).Status.ShouldBe(status, $"{name}, {path}");
            }

            SaysUsage(robots.Usage("*", path), line).ShouldBeTrue($"robots.txt, {path}: {robots.Usage("*", path)}");
            SaysUsage(page.Headers.GetValueOrDefault("Content-Usage", ""), line).ShouldBeTrue($"Content-Usage, {path}");
            var rule = tdm.First(entry => path.StartsWith(entry.GetProperty("location").GetString()!.TrimEnd('*'), StringComparison.Ordinal));
            rule.GetProperty("tdm-reservation").GetInt32().ShouldBe(line.ReservesMining ? 1 : 0, path);
            rule.TryGetProperty("tdm-policy", out _).ShouldBe(line.ReservesMining, path);
            page.Headers.GetValueOrDefault("tdm-reservation").ShouldBe(line.ReservesMining ? "1" : null, path);
            page.Headers.GetValueOrDefault("tdm-policy").ShouldBe(line.ReservesMining ? "http://localhost/licence" : null, path);
            page.Headers.GetValueOrDefault("X-Robots-Tag", "").ShouldBe(line.Indexing, path);
            page.Headers.ContainsKey("Link").ShouldBe(line.IsReserved, path);
            sitemap.Contains("http://localhost" + path).ShouldBe(line.MaySearch, $"sitemap, {path}");
            SaysRsl(rsl, line, path);
            if (path.Length > 1 && char.IsAsciiDigit(path[1]))
            {
                SaysInHead(page, line);
            }
        }
    }

    [Fact]
    public async Task L_70_a_section_below_says_what_its_section_says()
    {
        await using var site = await Site.OpenAsync();
        await site.DecideAsync(default, (Newsroom.News, RobotClass.Training, Refused));
        using var visitor = site.Visitor();
        var robots = new RobotsTxtReader((await visitor.GetAsync("/robots.txt")).Body);
        foreach (var path in new[] { "/rubriques/actualite/", "/rubriques/france/", "/1/l-eau-devient-plus-chere/", "/3/le-syndicat-coupe-deux-forages/" })
        {
            robots.MayFetch("GPTBot", path).ShouldBeFalse(path);
            (await visitor.AskAsync(path, "GPTBot")).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        robots.MayFetch("GPTBot", "/").ShouldBeTrue();
        robots.MayFetch("GPTBot", "/mon-compte/").ShouldBeFalse();
        (await visitor.AskAsync("/", "GPTBot")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static bool SaysUsage(string said, RobotLine line) =>
        said.Contains("train-ai=n", StringComparison.Ordinal) == !line.MayTrain && said.Contains("search=n", StringComparison.Ordinal) == !line.MaySearch;

    /// <summary>Free is what a licence without payment permits, for sale what one with a payment does; what nobody may have is permitted by none.</summary>
    private static void SaysRsl(XElement rsl, RobotLine line, string path)
    {
        var licences = rsl.Elements(Rsl + "content").Where(content => path.StartsWith(Url(content), StringComparison.Ordinal)).Select(content => content.Elements(Rsl + "license").ToList()).FirstOrDefault([]);
        Permitted("free").ShouldBe(Usages(kind => line.For(kind) == Allowed || (kind == RobotClass.Search && line.MaySearch)), path);
        Permitted("purchase").ShouldBe(Usages(kind => line.For(kind) == Licensed), path);
        // A prohibition wins wherever it stands: in the other licence, and above.
        var prohibited = rsl.Elements(Rsl + "content").Where(content => path.StartsWith(Url(content), StringComparison.Ordinal)).SelectMany(content => content.Descendants(Rsl + "prohibits")).ToList();
        if (Permitted("free").Count + Permitted("purchase").Count > 0)
        {
            prohibited.ShouldBeEmpty(path);
        }

        licences.SelectMany(licence => licence.Descendants(Rsl + "custom")).Select(custom => custom.Value).ShouldAllBe(address => address == "http://localhost/licence");

        List<string> Permitted(string payment) => [.. licences.Where(licence => licence.Element(Rsl + "payment")?.Attribute("type")?.Value == payment)
            .SelectMany(licence => licence.Elements(Rsl + "permits")).SelectMany(permits => permits.Value.Split(' '))];
        static List<string> Usages(Func<RobotClass, bool> which) =>
            [.. new[] { (RobotClass.Search, "search"), (RobotClass.Training, "ai-train"), (RobotClass.Answers, "ai-input"), (RobotClass.Answers, "ai-index") }.Where(u => which(u.Item1)).Select(u => u.Item2)];
    }

    private static string Url(XElement content) => content.Attribute("url")!.Value.TrimEnd('*');

    private static void SaysInHead(Answer page, RobotLine line)
    {
        var head = page.Document.Head!;
        (head.QuerySelector("meta[name='tdm-reservation']")?.GetAttribute("content")).ShouldBe(line.ReservesMining ? "1" : null);
        (head.QuerySelector("meta[name='tdm-policy']")?.GetAttribute("content")).ShouldBe(line.ReservesMining ? "http://localhost/licence" : null);
        var asked = head.QuerySelector("meta[name=robots]")!.GetAttribute("content")!;
        asked.Contains("noindex", StringComparison.Ordinal).ShouldBe(!line.MaySearch);
        asked.Contains("max-snippet:160", StringComparison.Ordinal).ShouldBe(line.Search == Preview);
        asked.Split("noarchive").Length.ShouldBeLessThan(3);
        var json = JsonDocument.Parse(head.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        foreach (var name in new[] { "usageInfo", "license" })
        {
            (json.TryGetProperty(name, out var licence) ? licence.GetString() : null).ShouldBe(line.IsReserved ? "http://localhost/licence" : null);
        }
    }
}
