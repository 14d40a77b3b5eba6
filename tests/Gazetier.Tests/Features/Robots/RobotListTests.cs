using Gazetier.Data;
using Gazetier.Features.Licensing;
using Gazetier.Features.Robots;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;

namespace Gazetier.Tests.Features.Robots;

public sealed class RobotListTests : IDisposable
{
    private static readonly RobotList Shipped = new(RobotList.Read(KnownRobots.Shipped()), new Dictionary<string, RangeFile>(StringComparer.Ordinal));
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gazetier-robots-");

    private string OwnFile => Path.Combine(_folder.FullName, KnownRobots.FileName);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_list_names_robots_of_each_class_once_with_their_owners()
    {
        Enum.GetValues<RobotClass>().ShouldAllBe(kind => Shipped.All.Count(robot => robot.Class == kind) >= 4);
        Shipped.All.Select(robot => robot.Mark).ShouldBeUnique();
        Shipped.All.Select(robot => robot.Name).ShouldBeUnique();
        Shipped.All.ShouldAllBe(robot => robot.Owner.Length > 0);
        Shipped.All.SelectMany(robot => robot.Domains).ShouldAllBe(domain => domain.Contains('.'));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "Googlebot")]
    [InlineData("Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)", "GPTBot")]
    [InlineData("Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko); compatible; OAI-SearchBot/1.0", "OAI-SearchBot")]
    [InlineData("meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)", "meta-externalagent")]
    [InlineData("facebookexternalhit/1.1 Facebot Twitterbot/1.0", "facebookexternalhit")]
    [InlineData("WhatsApp/2.23.20.0", "WhatsApp")]
    [InlineData("CCBOT/2.0", "CCBot")]
    // A word for robots.txt only: nobody comes by it.
    [InlineData("Google-Extended", null)]
    [InlineData("", null)]
    [InlineData("bot", null)]
    public void A_header_says_who_it_is(string agent, string? name) => (Shipped.Find(agent)?.Name).ShouldBe(name);

    /// <summary>What people read with is nobody's robot, the built-in browsers of applications neither.</summary>
    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15 Ddg/18.1")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/480.0.0.0]")]
    [InlineData("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36 LinkedInApp/4.1")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")]
    public void Who_reads_with_a_browser_is_none(string agent) => Shipped.Find(agent).ShouldBeNull();

    [Fact]
    public void For_a_browser_it_is_one_look_and_nothing_is_allocated()
    {
        const string Agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
        for (var n = 0; n < 1000; n++)
        {
            Shipped.Find(Agent);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var n = 0; n < 1000; n++)
        {
            Shipped.Find(Agent);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("GPTBot")]
    [InlineData("- { name: x, class: Search }")]
    [InlineData("- { name: GPTBot, class: Nothing }")]
    [InlineData("- { name: GPTBot, colour: red }")]
    [InlineData("- { name: \"GPTBot\\nDisallow: /\", class: Search }")]
    [InlineData("- { name: GPTBot, token: \"x\\ny\", class: Search }")]
    [InlineData("- { name: GPTBot, class: Search, ranges: ../gazetier.db }")]
    [InlineData("- { name: [GPTBot")]
    [InlineData("- { name: GPTBot, class: Search }\n-")]
    [InlineData("-")]
    [InlineData("- { name: , class: Search }")]
    [InlineData("- { name: GPTBot, class: }")]
    [InlineData("- { name: GPTBot }")]
    [InlineData("- { name: GPTBot, class: 7 }")]
    [InlineData("- { name: GPTBot, class: Search, domains: [openai.com, ~] }")]
    [InlineData("- { name: GPTBot, class: Search, domains: [\"\"] }")]
    public void A_list_that_is_none_says_so(string yaml) => Should.Throw<FormatException>(() => RobotList.Read(yaml));

    [Fact]
    public void A_key_without_a_value_is_as_if_it_were_not_there()
    {
        var robot = RobotList.Read("- name: GPTBot\n  class: Training\n  token:\n  owner:\n  comes:\n  domains:\n  ranges:\n").ShouldHaveSingleItem();
        (robot.Token, robot.Owner, robot.Comes, robot.Domains.Count, robot.Ranges).ShouldBe(("GPTBot", "", true, 0, ""));
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{}")]
    [InlineData("""{"prefixes":{}}""")]
    [InlineData("""{"prefixes":[{"ipv4Prefix":"10.0.0.0/99"}]}""")]
    [InlineData("""{"prefixes":[{"ipv4Prefix":7}]}""")]
    [InlineData("{\"prefixes\":")]
    [InlineData("""{"prefixes":[]}""")]
    [InlineData("# nothing yet")]
    [InlineData("")]
    public void Addresses_that_are_none_say_so(string text) => Should.Throw<FormatException>(() => AddressFile.Read(text));

    [Fact]
    public void A_file_of_the_newspaper_takes_the_place_of_the_list_and_a_broken_one_does_not()
    {
        var known = new KnownRobots(new NewspaperOptions { Data = _folder.FullName }, NullLogger<KnownRobots>.Instance);
        known.List.Find("GPTBot/1.0").ShouldNotBeNull();
        known.IsReplaced.ShouldBeFalse();

        Write("- { name: Ourbot, class: Archive, owner: Nous }");
        known.Renew().All.Select(robot => robot.Name).ShouldBe(["Ourbot"]);
        (known.IsReplaced, known.Wrong.Count).ShouldBe((true, 0));

        Write("- { name: Ourbot, class:");
        known.Renew().All.Select(robot => robot.Name).ShouldBe(["Ourbot"]);
        known.Wrong.ShouldHaveSingleItem().ShouldStartWith("robots.yaml");

        File.Delete(OwnFile);
        known.Renew().Find("GPTBot/1.0").ShouldNotBeNull();
        (known.IsReplaced, known.Wrong.Count).ShouldBe((false, 0));
        known.Renew().ShouldBeSameAs(known.List);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("- { name: GPTBot, class: Search, domains: [~] }")]
    public void After_a_restart_a_broken_file_leaves_the_list_of_the_program(string yaml)
    {
        Write(yaml);
        var known = new KnownRobots(new NewspaperOptions { Data = _folder.FullName }, NullLogger<KnownRobots>.Instance);
        known.List.Find("ClaudeBot/1.0").ShouldNotBeNull();
        known.Wrong.ShouldHaveSingleItem().ShouldStartWith("robots.yaml : ");
    }

    [Fact]
    public void Of_a_file_of_addresses_that_breaks_the_former_ones_hold_on()
    {
        var known = new KnownRobots(new NewspaperOptions { Data = _folder.FullName }, NullLogger<KnownRobots>.Instance);
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.FullName, KnownRobots.FolderName)).FullName, "gptbot.json");
        var robot = known.List.Find("GPTBot/1.2")!;
        File.WriteAllText(file, "185.24.184.0/24");
        known.Renew().FileOf(robot)!.Networks.Count.ShouldBe(1);

        File.WriteAllText(file, "<html>Sign in first");
        known.Renew().FileOf(robot)!.Networks.Count.ShouldBe(1);
        known.Wrong.ShouldHaveSingleItem().ShouldStartWith("gptbot.json");

        File.WriteAllText(file, "185.24.184.0/24\n185.24.186.0/24");
        known.Renew().FileOf(robot)!.Networks.Count.ShouldBe(2);
        known.Wrong.ShouldBeEmpty();
        File.Delete(file);
        known.Renew().FileOf(robot).ShouldBeNull();
    }

    private void Write(string yaml) => File.WriteAllText(OwnFile, yaml);
}
