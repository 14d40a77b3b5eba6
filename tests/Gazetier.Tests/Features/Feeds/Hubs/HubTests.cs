using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Web;
using System.Xml.Linq;
using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Feeds.Hubs;
using Gazetier.Features.Magazine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;

namespace Gazetier.Tests.Features.Feeds.Hubs;

/// <summary>WebSub: feeds name the hub, and the hub hears of what they say anew.</summary>
public class HubTests
{
    private const string Hub = "https://hub.example/ici?de=nous";
    private const string Licence = "<http://localhost/licence-rsl.xml>; rel=\"license\"; type=\"application/rsl+xml\"";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Public_feeds_name_the_hub_and_themselves_where_there_is_one()
    {
        await using var site = await OpenAsync(new HubDouble());
        await using var without = await Site.OpenAsync();
        using var visitor = site.Visitor();
        using var other = without.Visitor();
        foreach (var address in new[] { "/feed/", "/themes/eau/feed.atom", "/magazine/feed.json", "/corrections/feed/", "/textes/feed.atom" })
        {
            foreach (var time in new[] { "first", "kept" })
            {
                var answer = await visitor.GetAsync(address);
                answer.Headers["Link"].ShouldBe($"<{Hub}>; rel=\"hub\", <http://localhost{address}>; rel=\"self\", {Licence}", time);
            }

            var plain = await other.GetAsync(address);
            plain.Headers["Link"].ShouldBe(Licence);
            plain.Body.ShouldNotContain("hub");
        }

        var rss = XDocument.Parse((await visitor.GetAsync("/feed/")).Body).Root!.Element("channel")!;
        rss.Elements(Atom + "link").Select(link => (link.Attribute("rel")!.Value, link.Attribute("href")!.Value)).ShouldBe([("self", "http://localhost/feed/"), ("hub", Hub)]);
        var atom = XDocument.Parse((await visitor.GetAsync("/feed.atom")).Body).Root!;
        atom.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == "hub").Attribute("href")!.Value.ShouldBe(Hub);
        var json = JsonDocument.Parse((await visitor.GetAsync("/feed.json")).Body).RootElement.GetProperty("hubs")[0];
        (json.GetProperty("type").GetString(), json.GetProperty("url").GetString()).ShouldBe(("WebSub", Hub));
    }

    [Fact]
    public async Task The_hub_hears_of_each_feed_that_says_something_else_and_once()
    {
        var hub = new HubDouble();
        await using var site = await OpenAsync(hub);
        (await RunAsync(site)).ShouldBe(0, "the position is taken");
        await PublishAsync(site);
        (await RunAsync(site)).ShouldBe(5);
        string[] pages = ["/", "/corrections/", "/rubriques/actualite/", "/rubriques/france/", "/themes/eau/"];
        hub.Topics.ShouldBe(pages.SelectMany(page => new[] { "feed/", "feed.atom", "feed.json" }.Select(suffix => "http://localhost" + page + suffix)), ignoreOrder: true);
        hub.Asked.ShouldAllBe(form => form["hub.mode"] == "publish" && form["hub.topic"] == form["hub.url"]);

        (await RunAsync(site)).ShouldBe(0);
        await TouchAsync(site, ArticleTags.Front);
        (await RunAsync(site)).ShouldBe(0, "touched, and saying the same");
        (await site.DoAsync(db => db.FeedPings.CountAsync(p => p.DueAt != null))).ShouldBe(0);
    }

    [Fact]
    public async Task A_hub_that_is_away_is_asked_again_later_each_time_and_not_for_ever()
    {
        var hub = new HubDouble { Status = HttpStatusCode.ServiceUnavailable };
        await using var site = await OpenAsync(hub);
        await RunAsync(site);
        await TouchAsync(site, MagazineQueries.Tag);
        (await RunAsync(site)).ShouldBe(0);
        hub.Asked.Count.ShouldBe(1, "the first refusal is enough");
        (await RunAsync(site)).ShouldBe(0);
        hub.Asked.Count.ShouldBe(1, "not at once");
        site.Clock.Advance(TimeSpan.FromMinutes(3));
        await RunAsync(site);
        hub.Asked.Count.ShouldBe(2);
        hub.Throws = true;
        for (var round = 0; round < FeedPing.MostAttempts + 3; round++)
        {
            site.Clock.Advance(TimeSpan.FromHours(7));
            await RunAsync(site);
        }

        hub.Asked.Count.ShouldBe(FeedPing.MostAttempts);
        (hub.Throws, hub.Status) = (false, HttpStatusCode.Accepted);
        await TouchAsync(site, MagazineQueries.Tag);
        (await RunAsync(site)).ShouldBe(1, "the next change begins anew");
        var ping = await site.DoAsync(db => db.FeedPings.AsNoTracking().SingleAsync());
        (ping.Page, ping.DueAt, ping.Attempts).ShouldBe(("/magazine/", null, 0));
        ping.ToldAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_two_nodes_one_tells_and_what_changed_while_nobody_ran_is_told()
    {
        var hub = new HubDouble();
        await using var site = await OpenAsync(hub);
        await using var node = await site.OpenNodeAsync(hub.Replace);
        await Task.WhenAll(RunAsync(site), RunAsync(node));
        await TouchAsync(site, MagazineQueries.Tag);
        await TouchAsync(site, MagazineQueries.Tag);
        var told = await Task.WhenAll(RunAsync(site), RunAsync(node), RunAsync(site), RunAsync(node));
        (told.Sum() + await RunAsync(site)).ShouldBe(1);
        hub.Topics.Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_changes_while_the_hub_is_told_is_told_again()
    {
        var hub = new HubDouble();
        await using var site = await OpenAsync(hub);
        await RunAsync(site);
        await TouchAsync(site, MagazineQueries.Tag);
        hub.Meanwhile = async () =>
        {
            hub.Meanwhile = null;
            await site.DoAsync(db => db.PrintIssues.ExecuteUpdateAsync(i => i.SetProperty(x => x.Title, "Un autre titre")));
            await TouchAsync(site, MagazineQueries.Tag);
            await site.WithAsync<NoteFeeds, bool>(note => note.RunAsync(CancellationToken.None));
        };
        (await RunAsync(site)).ShouldBe(1);
        (await RunAsync(site)).ShouldBe(1);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://169.254.169.254/latest/")]
    public async Task No_hub_is_asked_inside_our_own_network(string address)
    {
        using var inside = new TcpListener(IPAddress.Loopback, 0);
        inside.Start();
        var port = ((IPEndPoint)inside.LocalEndpoint).Port;
        await using var site = await Site.OpenAsync(null, ("Hub", string.Format(System.Globalization.CultureInfo.InvariantCulture, address, port)));
        await RunAsync(site);
        await TouchAsync(site, MagazineQueries.Tag);
        (await RunAsync(site)).ShouldBe(0);
        inside.Pending().ShouldBeFalse("nobody came");
        (await site.DoAsync(db => db.FeedPings.AsNoTracking().SingleAsync())).Attempts.ShouldBe(1);
    }

    [Theory]
    [InlineData("hub.example")]
    [InlineData("ftp://hub.example/")]
    [InlineData("https://moi:secret@hub.example/")]
    [InlineData("https://hub.example/#x")]
    [InlineData("https://hub.example/>; rel=x, <")]
    public void A_wrong_hub_stops_the_start(string hub)
    {
        var checkedOptions = new CheckOptions().Validate(null, new NewspaperOptions { Hub = hub });
        checkedOptions.Failures.ShouldNotBeNull().ShouldContain(failure => failure.StartsWith("Gazetier__Hub"));
        new CheckOptions().Validate(null, new NewspaperOptions { Hub = Hub }).ShouldBe(ValidateOptionsResult.Success);
    }

    private static Task<Site> OpenAsync(HubDouble hub) => Site.OpenAsync(hub.Replace, ("Hub", Hub));

    /// <summary>One round, as every ten seconds.</summary>
    private static async Task<int> RunAsync(Site site)
    {
        while (await site.WithAsync<NoteFeeds, bool>(note => note.RunAsync(CancellationToken.None)))
        {
        }

        return await site.WithAsync<TellHub, int>(tell => tell.RunAsync(CancellationToken.None));
    }

    private static Task TouchAsync(Site site, params string[] tags) => site.DoAsync(async db =>
    {
        db.Append(site.Now, "test.touched", tags);
        await db.SaveChangesAsync();
    });

    /// <summary>The draft appears, in a section below another and with a theme.</summary>
    private static Task PublishAsync(Site site) => site.DoAsync(async db =>
    {
        var article = await db.Articles.Include(a => a.Themes).Include(a => a.OtherSections).Include(a => a.Bylines).Include(a => a.DossierParts).Include(a => a.LegalTexts).Include(a => a.Places).SingleAsync(a => a.Id == Newsroom.Draft);
        article.MainSectionId = Newsroom.France.Id;
        article.OtherSections.Clear();
        article.Themes.Clear();
        article.Themes.Add(await db.Themes.SingleAsync(t => t.Slug == "eau"));
        article.Bylines.Clear();
        article.Publish(site.Now);
        db.Append(site.Now, "article.published", [ArticleTags.Front, ArticleTags.Article(article.Id), ArticleTags.Section(Newsroom.France.Id), ArticleTags.Theme(article.Themes[0].Id)]);
        await db.SaveChangesAsync();
    });

    private sealed class HubDouble : HttpMessageHandler
    {
        private readonly List<Dictionary<string, string>> _asked = [];

        public HttpStatusCode Status { get; set; } = HttpStatusCode.Accepted;

        public bool Throws { get; set; }

        public Func<Task>? Meanwhile { get; set; }

        public IReadOnlyList<Dictionary<string, string>> Asked
        {
            get
            {
                lock (_asked)
                {
                    return [.. _asked];
                }
            }
        }

        public IReadOnlyList<string> Topics => [.. Asked.Select(form => form["hub.topic"])];

        public void Replace(IServiceCollection services)
        {
            services.AddHttpClient(TellHub.Client).ConfigurePrimaryHttpMessageHandler(() => this);
            ((NewspaperOptions)services.Last(service => service.ServiceType == typeof(NewspaperOptions)).ImplementationInstance!).Hub = Hub;
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (request.Method, request.RequestUri!.AbsoluteUri).ShouldBe((HttpMethod.Post, Hub));
            var form = HttpUtility.ParseQueryString(await request.Content!.ReadAsStringAsync(cancellationToken));
            lock (_asked)
            {
                _asked.Add(form.AllKeys.ToDictionary(key => key!, key => form[key]!, StringComparer.Ordinal));
            }

            if (Meanwhile is { } meanwhile)
            {
                await meanwhile();
            }

            return Throws ? throw new HttpRequestException("away") : new HttpResponseMessage(Status);
        }
    }
}
