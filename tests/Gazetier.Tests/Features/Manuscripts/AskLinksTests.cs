using System.Net;
using System.Net.Sockets;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Manuscripts;
using Gazetier.Features.Redirects;
using Gazetier.Web;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.Manuscripts;

/// <summary>Links that answer (L-81): ours and those of others.</summary>
public class AskLinksTests
{
    private static readonly SignedIn Ines = new(Newsroom.Ines, Guid.CreateVersion7(), "Inès", StaffRole.EditorInChief, Language.French, null, null, true);

    [Theory]
    [InlineData("https://absent.example/page", true)]
    [InlineData("https://parti.example/page", true)]
    [InlineData("https://inconnu.example/", false)]
    [InlineData("https://tete-refusee.example/", false)]
    [InlineData("https://ferme.example/", false)]
    [InlineData("https://malade.example/", false)]
    [InlineData("https://tombe.example/", false)]
    [InlineData("https://present.example/page", false)]
    public async Task Only_a_clear_no_counts(string address, bool isDead)
    {
        await using var site = await OpenAsync(new Others());
        (await DeadAsync(site, address)).ShouldBe(isDead ? [address] : []);
    }

    [Fact]
    public async Task What_was_asked_is_known_for_a_while_and_then_asked_again()
    {
        var others = new Others();
        await using var site = await OpenAsync(others);
        await DeadAsync(site, "https://present.example/");
        await DeadAsync(site, "https://present.example/");
        others.Asked.ShouldBe(1);

        site.Clock.Advance(TimeSpan.FromMinutes(11));
        await DeadAsync(site, "https://present.example/");
        others.Asked.ShouldBe(2);
    }

    [Fact]
    public async Task The_page_of_publication_names_links_that_lead_to_nothing()
    {
        await using var site = await OpenAsync(new Others());
        await site.DoAsync(async db =>
        {
            db.Redirects.Add(new Redirect { Path = "/ancien", Target = "/1/" });
            await db.SaveChangesAsync();
        });
        string[] living =
        [
            $"/{Newsroom.Free}/x/", $"http://localhost/{Newsroom.Scheduled}/x/", $"/rubriques/{Newsroom.Law.Slug}/", "/abonnement/", "/images/00000000000000000000000000000000/640.jpg",
            "/ancien/#note", "https://present.example/",
        ];
        string[] dead = ["/99999/rien/", "/rubriques/nulle-part/", "/page-inconnue", "/fichiers/00000000000000000000000000000000/rien.pdf", "http://localhost/99998/rien/", "https://absent.example/"];
        await site.WithAsync<SaveManuscript, SaveOutcome?>(async save =>
        {
            var content = await site.DoAsync(db => db.NewestContentAsync(Newsroom.Draft, CancellationToken.None));
            var body = string.Concat(living.Concat(dead).Select(link => $"<p>Voir <a href=\"{link}\">le texte du document</a>.</p>"));
            return await save.RunAsync(Newsroom.Draft, default, content! with { Body = Body.Sanitise(body) }, Ines);
        });
        using var ines = await site.SignInAsync(Newsroom.Ines);

        var points = (await ines.GetAsync($"/redaction/articles/{Newsroom.Draft}/parution")).Text(".checklist");
        dead.ShouldAllBe(link => points.Contains(link));
        living.ShouldAllBe(link => !points.Contains(link));
    }

    [Fact]
    public async Task Nobody_is_asked_where_the_operator_does_not_want_it()
    {
        var others = new Others();
        await using var site = await Site.OpenAsync(services => services.AddHttpClient(AskLinks.Client).ConfigurePrimaryHttpMessageHandler(() => others));
        (await DeadAsync(site, "https://absent.example/")).ShouldBeEmpty();
        others.Asked.ShouldBe(0);
    }

    [Theory]
    [InlineData("93.184.216.34", true)]
    [InlineData("2a01:e0a::1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.2.3.4", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:192.168.1.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("2002:0a00:0005::", false)]
    [InlineData("64:ff9b:1::a00:5", false)]
    public void Only_the_public_internet_is_asked(string address, bool isPublic) => OutsideConnections.IsPublic(IPAddress.Parse(address)).ShouldBe(isPublic);

    [Fact]
    public async Task A_link_to_this_machine_is_not_followed()
    {
        using var client = new HttpClient(OutsideConnections.Handler());
        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(new Uri("http://127.0.0.1:80/"), TestContext.Current.CancellationToken));
        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(new Uri("http://localhost/"), TestContext.Current.CancellationToken));
    }

    private static Task<Site> OpenAsync(Others others) => Site.OpenAsync(
        services => services.AddHttpClient(AskLinks.Client).ConfigurePrimaryHttpMessageHandler(() => others), ("AskLinks", "true"));

    private static Task<IReadOnlySet<string>> DeadAsync(Site site, string address) =>
        site.WithAsync<AskLinks, IReadOnlySet<string>>(ask => ask.DeadAsync([address], TestContext.Current.CancellationToken));

    /// <summary>The rest of the world.</summary>
    private sealed class Others : HttpMessageHandler
    {
        public int Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(new HttpResponseMessage(request.RequestUri!.Host switch
            {
                "absent.example" => HttpStatusCode.NotFound,
                "parti.example" => HttpStatusCode.Gone,
                "tete-refusee.example" when request.Method == HttpMethod.Head => HttpStatusCode.NotFound,
                "ferme.example" => HttpStatusCode.Forbidden,
                "malade.example" => HttpStatusCode.InternalServerError,
                "inconnu.example" => throw new HttpRequestException("?", new SocketException((int)SocketError.HostNotFound)),
                "tombe.example" => throw new HttpRequestException("?", new SocketException((int)SocketError.ConnectionRefused)),
                _ => HttpStatusCode.OK,
            }));
        }
    }
}
