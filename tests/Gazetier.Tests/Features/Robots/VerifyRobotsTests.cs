using System.Net;
using Gazetier.Data;
using Gazetier.Features.Robots;
using Gazetier.Features.SenderHealth;
using Gazetier.Tests.Features.Accounts;
using Gazetier.Tests.Features.SenderHealth;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Shouldly;

namespace Gazetier.Tests.Features.Robots;

public sealed class VerifyRobotsTests : IDisposable
{
    private const string Crawler = "66.249.66.1";
    private const string Elsewhere = "185.24.184.7";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gazetier-robots-");
    private readonly Zone _zone = new();
    private readonly FakeTimeProvider _clock = new(Newsroom.Now);
    private readonly KnownRobots _robots;
    private readonly VerifyRobots _verify;

    public VerifyRobotsTests()
    {
        _robots = new KnownRobots(new NewspaperOptions { Data = _folder.FullName }, NullLogger<KnownRobots>.Instance);
        _verify = new VerifyRobots(_robots, _zone, _clock, NullLogger<VerifyRobots>.Instance);
        _zone.Names[Crawler] = ["crawl-66-249-66-1.googlebot.com"];
        _zone.Addresses["crawl-66-249-66-1.googlebot.com"] = [Crawler];
    }

    public void Dispose()
    {
        _verify.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_name_that_leads_back_to_its_address_is_proof()
    {
        (await AskTwiceAsync("Googlebot", Crawler)).ShouldBe(RobotVerdict.Verified);
        (await AskTwiceAsync("Googlebot", "::ffff:" + Crawler)).ShouldBe(RobotVerdict.Verified);
    }

    [Fact]
    public async Task A_name_that_anybody_may_write_is_none()
    {
        // The name of an address is its owner's to choose; the addresses of the name are not.
        _zone.Names[Elsewhere] = ["crawl-1.googlebot.com", "googlebot.com.pirate.example", "crawl-66-249-66-1.googlebot.com"];
        _zone.Addresses["googlebot.com.pirate.example"] = [Elsewhere];
        (await AskTwiceAsync("Googlebot", Elsewhere)).ShouldBe(RobotVerdict.Impostor);
        (await AskTwiceAsync("bingbot", Crawler)).ShouldBe(RobotVerdict.Impostor);
        _zone.Names["185.24.184.8"] = ["notgooglebot.com"];
        _zone.Addresses["notgooglebot.com"] = ["185.24.184.8"];
        (await AskTwiceAsync("Googlebot", "185.24.184.8")).ShouldBe(RobotVerdict.Impostor);
    }

    [Fact]
    public async Task While_the_DNS_is_away_nothing_is_said_and_it_is_asked_again()
    {
        _zone.IsAway = true;
        (await AskTwiceAsync("Googlebot", Crawler)).ShouldBe(RobotVerdict.Unknown);
        _zone.IsAway = false;
        _clock.Advance(TimeSpan.FromMinutes(6));
        (await AskTwiceAsync("Googlebot", Crawler)).ShouldBe(RobotVerdict.Verified);
    }

    [Theory]
    [InlineData("Discordbot", Elsewhere)]
    [InlineData("GPTBot", Elsewhere)]
    [InlineData("Googlebot", "10.1.2.3")]
    [InlineData("Googlebot", "127.0.0.1")]
    [InlineData("Googlebot", "fe80::1")]
    [InlineData("Googlebot", null)]
    public async Task What_cannot_be_checked_is_neither(string robot, string? address) =>
        (await AskTwiceAsync(robot, address)).ShouldBe(RobotVerdict.Unknown);

    [Theory]
    [InlineData("""{"creationTime":"2026-11-01","prefixes":[{"ipv4Prefix":"185.24.184.0/24"},{"ipv6Prefix":"2001:4860:4801:10::/64"}]}""")]
    [InlineData("# gathered by hand\r\n185.24.184.0/24\n\n2001:4860:4801:10::/64\n")]
    public async Task Addresses_of_a_file_prove_at_once(string file)
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "robots"));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "robots", "gptbot.json"), file, TestContext.Current.CancellationToken);
        _robots.Renew();
        _robots.Wrong.ShouldBeEmpty();
        var robot = _robots.List.Find("GPTBot/1.2")!;
        _verify.Of(robot, IPAddress.Parse(Elsewhere)).ShouldBe(RobotVerdict.Verified);
        _verify.Of(robot, IPAddress.Parse("2001:4860:4801:10::7")).ShouldBe(RobotVerdict.Verified);
        _verify.Of(robot, IPAddress.Parse("185.24.185.7")).ShouldBe(RobotVerdict.Impostor);
    }

    [Fact]
    public async Task An_old_file_of_addresses_calls_nobody_an_impostor()
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.FullName, "robots")).FullName, "gptbot.json");
        await File.WriteAllTextAsync(file, "185.24.184.0/24", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(file, Newsroom.Now.UtcDateTime.AddDays(-89));
        var robot = _robots.Renew().Find("GPTBot/1.2")!;
        var other = IPAddress.Parse("185.24.185.7");
        _verify.Of(robot, other).ShouldBe(RobotVerdict.Impostor);
        _clock.Advance(TimeSpan.FromDays(2));
        _verify.Of(robot, other).ShouldBe(RobotVerdict.Unknown);
        _verify.Of(robot, IPAddress.Parse(Elsewhere)).ShouldBe(RobotVerdict.Verified);
    }

    [Fact]
    public async Task Addresses_are_forgotten_when_their_time_is_over()
    {
        await AskTwiceAsync("Googlebot", Crawler);
        _clock.Advance(TimeSpan.FromHours(6.5));
        _verify.Sweep();
        // It comes again: the verdict stands while the DNS is asked once more.
        _verify.Of(_robots.List.Find("Googlebot")!, IPAddress.Parse(Crawler)).ShouldBe(RobotVerdict.Verified);
        _verify.Count.ShouldBe(1);
        _clock.Advance(TimeSpan.FromHours(2));
        _verify.Sweep();
        _verify.Count.ShouldBe(0);
    }

    [Fact]
    public async Task An_impostor_of_a_welcome_robot_is_given_what_a_visitor_is_and_noted()
    {
        await using var site = await Site.OpenAsync(services =>
        {
            AccountSteps.FromAnywhere(services);
            services.Replace(ServiceDescriptor.Singleton<IAskDns>(_zone));
        });
        var verify = site.Services.GetRequiredService<VerifyRobots>();
        foreach (var from in new[] { Crawler, Elsewhere })
        {
            await verify.VerifyAsync(site.Services.GetRequiredService<KnownRobots>().List.Find("Googlebot")!, IPAddress.Parse(from), CancellationToken.None);
            using var visitor = site.Visitor();
            (await visitor.AskAsync("/", "Googlebot", from)).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await site.VisitsAsync()).ShouldBe(["Googlebot Search Impostor Given: 1", "Googlebot Search Verified Given: 1"]);
    }

    [Fact]
    public async Task No_answer_waits_for_the_DNS()
    {
        var never = new NeverAnswers();
        await using var site = await Site.OpenAsync(services =>
        {
            AccountSteps.FromAnywhere(services);
            services.Replace(ServiceDescriptor.Singleton<IAskDns>(never));
        });
        using var visitor = site.Visitor();
        for (var n = 1; n <= 50; n++)
        {
            (await visitor.AskAsync("/", "Googlebot", $"185.24.184.{n}")).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await site.VisitsAsync()).ShouldBe(["Googlebot Search Unknown Given: 50"]);
    }

    /// <summary>The first time nobody knows yet; then the DNS has spoken.</summary>
    private async Task<RobotVerdict> AskTwiceAsync(string name, string? from)
    {
        var robot = _robots.List.Find(name)!;
        var address = from is null ? null : IPAddress.Parse(from);
        _verify.Of(robot, address).ShouldBeOneOf(RobotVerdict.Unknown, RobotVerdict.Verified);
        if (address is not null && robot.Domains.Count > 0 && _verify.Of(robot, address) == RobotVerdict.Unknown && Gazetier.Web.OutsideConnections.IsPublic(address))
        {
            await _verify.VerifyAsync(robot, address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, CancellationToken.None);
        }

        return _verify.Of(robot, address);
    }

    private sealed class NeverAnswers : IAskDns
    {
        public Task<IReadOnlyList<string>> TextsAsync(string name, CancellationToken cancel) => NeverAsync<string>(cancel);

        public Task<IReadOnlyList<IPAddress>> AddressesAsync(string name, CancellationToken cancel) => NeverAsync<IPAddress>(cancel);

        public Task<IReadOnlyList<string>> MailServersAsync(string domain, CancellationToken cancel) => NeverAsync<string>(cancel);

        public Task<IReadOnlyList<string>> NamesAsync(IPAddress address, CancellationToken cancel) => NeverAsync<string>(cancel);

        private static async Task<IReadOnlyList<T>> NeverAsync<T>(CancellationToken cancel)
        {
            await Task.Delay(Timeout.Infinite, cancel);
            return [];
        }
    }
}
