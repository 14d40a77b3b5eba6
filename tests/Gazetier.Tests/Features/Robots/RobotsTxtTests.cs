using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Gazetier.Features.Licensing;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Robots;
using Gazetier.Features.Sections;
using Gazetier.Web;
using Shouldly;

namespace Gazetier.Tests.Features.Robots;

/// <summary>Files that would have to name more than fits, or more than is known.</summary>
public class RobotsTxtTests
{
    private const string Apart = "/990000/un-article/";
    private const string Newest = "/1000000/un-article/";
    private static readonly Section Law = new() { Slug = "juridique", Name = "Juridique" };
    private static readonly PublicAddress Address = new(new() { Url = "https://courrier.example" });
    private static readonly IReadOnlyList<Robot> Robots = [.. RobotList.Read(KnownRobots.Shipped())];

    public static TheoryData<RobotLine, RobotLine> Settings => new()
    {
        { default, new(RobotChoice.Refused, RobotChoice.Refused, RobotChoice.Refused, RobotChoice.Refused, RobotChoice.Refused) },
        { RobotLine.Usual, new(RobotChoice.Refused, RobotChoice.Licensed, RobotChoice.Allowed, RobotChoice.Refused, RobotChoice.Refused) },
        { new(RobotChoice.Refused, RobotChoice.Refused, RobotChoice.Refused, RobotChoice.Refused, RobotChoice.Refused), default },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void L_70_with_4000_articles_apart_it_is_read_to_its_end_and_grants_nothing_that_is_refused(RobotLine paper, RobotLine law)
    {
        var places = Places(paper, law, ReadPlaces.Most, isWhole: true);
        var text = RobotsTxt.Write(places.Policy, places, Robots, Address);
        Encoding.UTF8.GetByteCount(text).ShouldBeInRange(10_000, 500 * 1024);
        text.ShouldStartWith("License: https://courrier.example/licence-rsl.xml\nSitemap: https://courrier.example/sitemap.xml\n");
        var robots = new RobotsTxtReader(text);
        foreach (var kind in Enum.GetValues<RobotClass>())
        {
            var name = Robots.First(robot => robot.Class == kind).Token;
            robots.MayFetch(name, "/rubriques/juridique/").ShouldBe(law.IsOpenTo(kind), name);
            if (!law.IsOpenTo(kind))
            {
                robots.MayFetch(name, Newest).ShouldBeFalse(name);
                Allows(text, name, "/990000/").ShouldBeFalse($"{name}: nothing is said to be allowed that is not");
            }

            if (!paper.IsOpenTo(kind))
            {
                robots.MayFetch(name, "/themes/eau/").ShouldBeFalse(name);
            }
        }

        robots.MayFetch("Googlebot", "/themes/eau/").ShouldBe(paper.MaySearch, "a section that is refused takes nothing else out of search");
    }

    [Fact]
    public void L_70_where_not_all_are_named_the_other_files_say_the_stricter_thing_of_the_rest()
    {
        var places = Places(default, RobotLine.Usual with { Answers = RobotChoice.Licensed }, 10, isWhole: false);
        var rule = JsonDocument.Parse(TdmReservation.Write(places, Address)).RootElement.EnumerateArray().First(entry => Apart.StartsWith(entry.GetProperty("location").GetString()!.TrimEnd('*'), StringComparison.Ordinal));
        rule.GetProperty("tdm-reservation").GetInt32().ShouldBe(1);
        XNamespace rsl = LicenceRsl.Schema;
        var rest = XDocument.Parse(Encoding.UTF8.GetString(LicenceRsl.Write(places, new Imprint { Name = "Le Courrier" }, Address))).Root!.Elements(rsl + "content").Single(content => content.Attribute("url")!.Value == "/*");
        rest.Descendants(rsl + "permits").Select(permits => permits.Value).ShouldBe(["search", "ai-input ai-index"]);
    }

    /// <summary>Whether the group of a robot, or of all, has an Allow that reaches the address.</summary>
    private static bool Allows(string text, string robot, string path)
    {
        var groups = text.Split("\n\n");
        var own = groups.FirstOrDefault(group => group.Split('\n').Contains("User-agent: " + robot)) ?? groups.First(group => group.Contains("User-agent: *"));
        return own.Split('\n').Where(line => line.StartsWith("Allow: ", StringComparison.Ordinal)).Any(line => path.StartsWith(line["Allow: ".Length..], StringComparison.Ordinal));
    }

    /// <param name="articles">Of the section, with numbers below a million.</param>
    private static PolicyPlaces Places(RobotLine paper, RobotLine law, int articles, bool isWhole)
    {
        var policy = new RobotPolicy(paper, [.. Enum.GetValues<RobotClass>().Select(kind => new RobotException { SectionId = Law.Id, Class = kind, Choice = law.For(kind) })], [Law]);
        return new(policy, [new("/rubriques/juridique/", law)], [.. Enumerable.Range(0, articles).Select(n => new PolicyPlace(FormattableString.Invariant($"/{1_000_000 - n}/"), law))], isWhole);
    }
}
