using System.Net;
using System.Net.Sockets;
using System.Text;
using Gazetier.Features.Announcements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using static Gazetier.Tests.Features.Announcements.AnnouncementSteps;

namespace Gazetier.Tests.Features.Announcements;

/// <summary>Announcements from the feeds of others: good ones, bad ones, twice, at once, and those that point inwards.</summary>
public class AnnouncementSourceTests
{
    private const string Page = Bureau + "/flux";

    private const string Rss = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:a="https://annonces.example/ns">
          <channel><title>Marchés</title><link>https://m.example/</link><description>-</description>
            <item><guid isPermaLink="false">m-1</guid><title>Pont &amp; passerelle</title><link>https://m.example/1</link><dc:creator>Valmorel</dc:creator>
              <a:lieu>Savoie</a:lieu><a:deadline>2026-12-20T12:00:00+01:00</a:deadline><description>&lt;p&gt;Un lot&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description><pubDate>Sun, 22 Nov 2026 10:00:00 GMT</pubDate></item>
            <item><guid isPermaLink="false">m-2</guid><title>Sans fin dite</title><link>javascript:alert(1)</link><pubDate>Sun, 22 Nov 2026 10:00:00 GMT</pubDate></item>
            <item><guid isPermaLink="false">m-3</guid><title>Trop vieux</title><pubDate>Sun, 22 Feb 2026 10:00:00 GMT</pubDate></item>
            <item><guid isPermaLink="false">m-4</guid><title></title></item>
          </channel>
        </rss>
        """;

    private const string Atom = """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom"><id>https://m.example/</id><title>Emplois</title><updated>2026-11-22T10:00:00Z</updated>
          <entry><id>urn:x:1</id><title type="html">Chef de &lt;b&gt;projet&lt;/b&gt;</title><link href="https://m.example/e1"/><updated>2026-11-22T10:00:00Z</updated><author><name>Aubresle</name></author><content type="html">&lt;p&gt;Un poste&lt;/p&gt;</content></entry>
        </feed>
        """;

    [Fact]
    public async Task A_feed_is_read_once_and_what_it_changes_is_changed()
    {
        var feed = new FeedDouble(Rss);
        await using var site = await OpenAsync(feed);
        var id = await AddAsync(site);
        await ReadAsync(site, id);
        var kept = await site.AnnouncementsAsync();
        kept.Select(a => (a.Title, a.Organisation, a.Link, a.Text)).ShouldBe([("Pont & passerelle", "Valmorel", "https://m.example/1", "Un lot"), ("Sans fin dite", "", "", "")]);
        kept[0].DeadlineAt.ShouldBe(new DateTime(2026, 12, 20, 11, 0, 0, DateTimeKind.Utc));
        kept[1].DeadlineAt.ShouldBe(new DateTime(2026, 12, 22, 10, 0, 0, DateTimeKind.Utc), "thirty days");
        var source = await SourceAsync(site);
        (source.Outcome, source.Added, source.Changed, source.Left).ShouldBe((SourceOutcome.Read, 2, 0, 2));

        site.Clock.Advance(TimeSpan.FromHours(1));
        var changes = await site.DoAsync(db => db.Changes.CountAsync());
        await ReadAsync(site, id);
        (await site.AnnouncementsAsync()).Count.ShouldBe(2);
        (await site.DoAsync(db => db.Changes.CountAsync())).ShouldBe(changes, "kept pages are left alone where nothing changed");
        feed.Content = Rss.Replace("passerelle", "passage", StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromHours(1));
        await ReadAsync(site, id);
        (await site.AnnouncementsAsync()).Select(a => a.Title).ShouldBe(["Pont & passage", "Sans fin dite"]);
    }

    [Theory]
    [InlineData("<html><body>Bonjour</body></html>", HttpStatusCode.OK, SourceOutcome.NotAFeed)]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"><channel><title>&x;</title></channel></rss>", HttpStatusCode.OK, SourceOutcome.NotAFeed)]
    [InlineData("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><item><title>Coupé", HttpStatusCode.OK, SourceOutcome.NotAFeed)]
    [InlineData("", HttpStatusCode.OK, SourceOutcome.NotAFeed)]
    [InlineData("", HttpStatusCode.InternalServerError, SourceOutcome.Refused)]
    public async Task A_bad_feed_is_said_to_be_one_and_takes_nothing_away(string content, HttpStatusCode status, SourceOutcome outcome)
    {
        var feed = new FeedDouble(Rss);
        await using var site = await OpenAsync(feed);
        var id = await AddAsync(site);
        await ReadAsync(site, id);
        (feed.Content, feed.Status) = (content, status);
        site.Clock.Advance(TimeSpan.FromHours(1));
        await ReadAsync(site, id);
        (await SourceAsync(site)).Outcome.ShouldBe(outcome);
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/annonces/")).Texts("main h2 a").Count.ShouldBe(2);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.GetAsync(Page)).Text("tbody").ShouldContain("lu pour la dernière fois");
    }

    [Fact]
    public async Task A_feed_of_megabytes_is_refused_and_one_of_Atom_read()
    {
        var feed = new FeedDouble(new string(' ', ReadSource.LargestFeed + 1));
        await using var site = await OpenAsync(feed);
        var id = await AddAsync(site, "Job");
        await ReadAsync(site, id);
        (await SourceAsync(site)).Outcome.ShouldBe(SourceOutcome.TooLarge);
        feed.Content = Atom;
        site.Clock.Advance(TimeSpan.FromHours(1));
        await ReadAsync(site, id);
        var job = (await site.AnnouncementsAsync()).Single();
        (job.Kind, job.Title, job.Organisation, job.Text, job.Link).ShouldBe((AnnouncementKind.Job, "Chef de projet", "Aubresle", "Un poste", "https://m.example/e1"));
    }

    [Fact]
    public async Task Nodes_at_once_ask_once_and_hands_are_slowed_down()
    {
        var feed = new FeedDouble(Rss);
        await using var site = await OpenAsync(feed);
        var id = await AddAsync(site);
        await using var other = await site.OpenNodeAsync(feed.Replace);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => (n % 2 == 0 ? site : other).WithAsync<ReadSource, bool>(read => read.RunAsync(id, TimeSpan.FromMinutes(55), CancellationToken.None))));
        (feed.Asked, (await site.AnnouncementsAsync()).Count).ShouldBe((1, 2));
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.PostAsync(Page, ("faire", "relever"), ("flux", id.ToString()))).Status.ShouldBe(HttpStatusCode.Conflict);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        (await ines.PostAsync(Page, ("faire", "relever"), ("flux", id.ToString()))).Location.ShouldBe(Page + "?fait=releve");
        feed.Asked.ShouldBe(2);
        await ines.PostAsync(Page, ("faire", "retirer"), ("flux", id.ToString()));
        (await site.AnnouncementsAsync()).Count.ShouldBe(2, "its announcements stay");
    }

    [Fact]
    public async Task No_feed_makes_this_machine_ask_its_own_network()
    {
        using var inside = new TcpListener(IPAddress.Loopback, 0);
        inside.Start();
        var port = ((IPEndPoint)inside.LocalEndpoint).Port;
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        foreach (var address in new[] { $"http://127.0.0.1:{port}/", "http://127.0.0.1/", "http://[::1]/", "http://localhost/", "http://169.254.169.254/latest/" })
        {
            await ines.PostAsync(Page, ("nom", address), ("adresse", address), ("genre", "Tender"), ("jours", "30"));
        }

        await site.WithAsync<ReadSource, bool>(async read =>
        {
            await read.RunAllAsync(CancellationToken.None);
            return true;
        });
        inside.Pending().ShouldBeFalse("nobody came");
        var sources = await site.DoAsync(db => db.AnnouncementSources.AsNoTracking().ToListAsync());
        sources.Count.ShouldBe(5);
        sources.ShouldAllBe(s => s.Outcome == SourceOutcome.Forbidden);
        foreach (var address in new[] { "file:///etc/passwd", "gopher://x/", "//x", "", "https://moi:secret@m.example/" })
        {
            (await ines.PostAsync(Page, ("nom", "X"), ("adresse", address), ("genre", "Tender"), ("jours", "30"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, address);
        }
    }

    private static Task<Site> OpenAsync(FeedDouble feed) => Site.OpenAsync(feed.Replace);

    private static async Task<Guid> AddAsync(Site site, string kind = "Tender")
    {
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.PostAsync(Page, ("nom", "Le flux"), ("adresse", "https://m.example/flux"), ("genre", kind), ("jours", "30"))).Location.ShouldBe(Page + "?fait=ajoute");
        (await ines.PostAsync(Page, ("nom", "Le flux"), ("adresse", "https://m.example/flux"), ("genre", kind), ("jours", "30"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "it is there");
        return (await SourceAsync(site)).Id;
    }

    private static async Task ReadAsync(Site site, Guid id)
    {
        (await site.WithAsync<ReadSource, bool>(read => read.RunAsync(id, TimeSpan.FromMinutes(55), CancellationToken.None))).ShouldBeTrue();
        await site.FollowChangesAsync();
    }

    private static Task<AnnouncementSource> SourceAsync(Site site) => site.DoAsync(db => db.AnnouncementSources.AsNoTracking().SingleAsync());

    private sealed class FeedDouble(string content) : HttpMessageHandler
    {
        private int _asked;

        public string Content { get; set; } = content;

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public int Asked => _asked;

        public void Replace(IServiceCollection services) => services.AddHttpClient(ReadSource.Client).ConfigurePrimaryHttpMessageHandler(() => this);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _asked);
            await Task.Yield();
            return new HttpResponseMessage(Status) { Content = new StringContent(Content, Encoding.UTF8, "application/xml") };
        }
    }
}
