using System.Net;
using Gazetier.Features.Access;
using Gazetier.Features.Manuscripts;
using Gazetier.Features.Previews;
using Gazetier.Tests.Features.Planning;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.Previews;

public class PreviewTests
{
    private const string Locked = "/3/le-syndicat-coupe-deux-forages/";
    private const string Written = "/redaction/apercu/visiteur/articles/3";

    [Fact]
    public async Task A_locked_article_as_a_visitor_holds_no_withheld_word()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        foreach (var reader in new[] { "visiteur", "inscrit" })
        {
            foreach (var address in new[] { $"/redaction/apercu/{reader}{Locked}", $"/redaction/apercu/{reader}/articles/3" })
            {
                var page = await ines.GetAsync(address);
                page.Status.ShouldBe(HttpStatusCode.OK, address);
                page.Has("aside.wall").ShouldBeTrue(address);
                foreach (var word in Newsroom.Secret.Split(' '))
                {
                    page.Body.ShouldNotContain(word, Case.Insensitive, address);
                }
            }
        }

        (await ines.GetAsync("/redaction/apercu/abonne" + Locked)).Body.ShouldContain(Newsroom.Secret);
        (await ines.GetAsync("/redaction/apercu/abonne/articles/3")).Text(".paywall").ShouldContain(Newsroom.Secret);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/rubriques/actualite/")]
    [InlineData("/themes/eau/")]
    [InlineData("/dossiers/partage-de-l-eau/")]
    [InlineData(Locked)]
    public async Task A_page_is_what_readers_of_the_class_get_byte_for_byte(string path)
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        foreach (var (code, who) in new[] { ("visiteur", (Guid?)null), ("inscrit", Newsroom.Lou), ("abonne", Newsroom.Camille), ("redaction", Newsroom.Ines) })
        {
            using var reader = who is { } account ? await site.SignInAsync(account) : site.Visitor();

            (await ines.GetAsync($"/redaction/apercu/{code}{path}")).Body.ShouldBe((await reader.GetAsync(path)).Body, code);
        }
    }

    [Fact]
    public async Task A_preview_is_kept_nowhere_found_by_nobody_and_framed_by_us_alone()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var kept = site.Services.GetRequiredService<PageCache>().Count;

        var page = await ines.GetAsync("/redaction/apercu/visiteur/");

        site.Services.GetRequiredService<PageCache>().Count.ShouldBe(kept);
        page.Headers["Cache-Control"].ShouldBe("no-store");
        page.Headers["X-Robots-Tag"].ShouldBe("noindex");
        page.Headers["Content-Security-Policy"].ShouldContain("frame-ancestors 'self'");
        page.Headers["Content-Security-Policy"].ShouldNotContain("frame-src");
        page.Headers.ShouldNotContainKey("ETag");
        page.Body.ShouldNotContain("Inès");
        var holder = await ines.GetAsync("/redaction/apercu");
        holder.Headers["Content-Security-Policy"].ShouldContain("frame-ancestors 'none'");
        holder.Headers["Content-Security-Policy"].ShouldContain("frame-src 'self'");
        (await ines.GetAsync("/")).Headers["Content-Security-Policy"].ShouldContain("frame-ancestors 'none'");
    }

    [Fact]
    public async Task Nobody_but_the_newsroom_has_previews()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        using var camille = await site.SignInAsync(Newsroom.Camille);
        foreach (var address in new[] { "/redaction/apercu/abonne" + Locked, Written, "/redaction/apercu/redaction/", "/redaction/apercu/courrier/html?classe=abonne" })
        {
            foreach (var browser in new[] { visitor, camille })
            {
                var answer = await browser.GetAsync(address);
                answer.Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Redirect);
                answer.Body.ShouldNotContain("forages");
            }
        }
    }

    [Theory]
    [InlineData("/redaction/apercu/visiteur/mon-compte/")]
    [InlineData("/redaction/apercu/visiteur/redaction")]
    [InlineData("/redaction/apercu/redaction/redaction/articles")]
    [InlineData("/redaction/apercu/abonne/dev/mail")]
    [InlineData("/redaction/apercu/abonne/feed/")]
    [InlineData("/redaction/apercu/abonne/articles/999")]
    [InlineData("/redaction/apercu/abonne/999/rien/")]
    public async Task What_has_no_preview_is_not_found_and_its_error_stands_in_the_frame(string address)
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);

        var answer = await ines.GetAsync(address);

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        (await ines.PostAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_newest_revision_is_shown_as_it_would_appear_and_nothing_is_written()
    {
        await using var site = await Site.OpenAsync();
        var id = await site.OrderAsync("Pas encore paru", body: "<p>Le brouillon du jour.</p>", access: Requirement.None);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var before = await site.DoAsync(db => db.Articles.AsNoTracking().Where(a => a.Id == id).Select(a => new { a.Status, a.Version, a.PublishedAt }).FirstAsync());

        var page = await ines.GetAsync($"/redaction/apercu/visiteur/articles/{id}");

        page.Text("article h1").ShouldBe("Pas encore paru");
        page.Text(".prose").ShouldContain("Le brouillon du jour.");
        page.Texts(".tags a").ShouldBe(["Eau"]);
        (await site.DoAsync(db => db.Articles.AsNoTracking().Where(a => a.Id == id).Select(a => new { a.Status, a.Version, a.PublishedAt }).FirstAsync())).ShouldBe(before);
        using var visitor = site.Visitor();
        (await visitor.GetAsync($"/{id}/pas-encore-paru/")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync($"/{id}/apercu/")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_page_that_holds_it_offers_pages_classes_and_widths()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);

        (await ines.GetAsync("/redaction/articles/3/apercu")).Location.ShouldBe("/redaction/apercu?quoi=article:3");
        var page = await ines.GetAsync("/redaction/apercu?quoi=article:3&classe=abonne&largeur=768");
        var frame = page.Document.QuerySelector("iframe")!;
        frame.GetAttribute("src").ShouldBe("/redaction/apercu/abonne/articles/3");
        frame.GetAttribute("width").ShouldBe("768");
        frame.GetAttribute("sandbox").ShouldBe("allow-same-origin");
        page.Texts("#classe option").ShouldBe(["Visiteur", "Compte gratuit", "Abonné", "Rédaction"]);
        (await ines.GetAsync("/redaction/apercu?quoi=paru:3")).Document.QuerySelector("iframe")!.GetAttribute("src").ShouldBe("/redaction/apercu/visiteur" + Locked);
        (await ines.GetAsync("/redaction/apercu?numero=4")).Document.QuerySelector("iframe")!.GetAttribute("src").ShouldBe("/redaction/apercu/visiteur/articles/4");
        (await ines.GetAsync("/redaction/apercu?quoi=article:999")).Has("iframe").ShouldBeFalse();
        (await ines.GetAsync("/redaction/apercu?quoi=rubrique:actualite")).Document.QuerySelector("iframe")!.GetAttribute("src").ShouldBe("/redaction/apercu/visiteur/rubriques/actualite/");
    }

    [Fact]
    public async Task An_edition_is_shown_as_a_class_would_get_it_with_both_its_parts()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);

        var registered = await ines.GetAsync("/redaction/apercu/courrier?classe=inscrit");
        registered.Text(".mail-text").ShouldContain("Réservé aux abonnés");
        var html = await ines.GetAsync(registered.Document.QuerySelector("iframe")!.GetAttribute("src")!);
        html.Status.ShouldBe(HttpStatusCode.OK);
        html.Body.ShouldContain("Le syndicat coupe deux forages");
        html.Body.ShouldContain("Réservé aux abonnés");
        html.Headers["Content-Security-Policy"].ShouldContain("frame-ancestors 'self'");
        html.Headers["Content-Security-Policy"].ShouldContain("sandbox");
        (await ines.GetAsync("/redaction/apercu/courrier?classe=abonne&theme=" + Newsroom.Water.Id)).Text(".mail-text").ShouldNotContain("Réservé aux abonnés");
        (await ines.GetAsync("/redaction/apercu/courrier?le=2026-11-23T09:00")).Text(".mail-text").ShouldContain("Pour huit heures");
        (await ines.GetAsync("/redaction/apercu/courrier?le=2027-11-23T09:00")).Text(".notice").ShouldStartWith("Rien ne partirait");
        (await ines.GetAsync("/redaction/apercu/courrier?le=demain")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public void Each_class_has_a_sample_of_its_readers_and_an_address()
    {
        var now = Newsroom.Now.UtcDateTime;
        foreach (var reader in Enum.GetValues<AccessClass>())
        {
            reader.Sample(now).ClassAt(now).ShouldBe(reader);
            PreviewAddress.ClassOf(PreviewAddress.CodeOf(reader)).ShouldBe(reader);
        }
    }

    [Theory]
    [InlineData("/redaction/apercu/visiteur", "/", null)]
    [InlineData("/redaction/apercu/visiteur/", "/", null)]
    [InlineData("/redaction/apercu/visiteur/themes/eau/", "/themes/eau/", null)]
    [InlineData("/redaction/apercu/visiteur/3/slug/", "/3/slug/", null)]
    [InlineData("/redaction/apercu/visiteur/articles/3", "/articles/3", 3L)]
    [InlineData("/redaction/apercu", null, null)]
    [InlineData("/redaction/apercu/courrier", null, null)]
    [InlineData("/redaction/apercu/visiteur/articles/x", null, null)]
    [InlineData("/redaction/apercu/visiteur/themes", null, null)]
    [InlineData("/redaction/apercu/visiteur/redaction/apercu", null, null)]
    public void Addresses_say_what_is_asked_for(string address, string? path, long? written)
    {
        var asked = PreviewAddress.Read(address);

        asked?.Path.ShouldBe(path);
        (asked?.Written).ShouldBe(written);
        (asked is null).ShouldBe(path is null);
    }

    [Fact]
    public void What_publishing_copies_a_preview_lays_over()
    {
        var content = new Content
        {
            Kicker = "K",
            Headline = "H",
            Standfirst = "S",
            Body = "<p>b</p>",
            Access = Requirement.Registration,
            MainSection = Newsroom.Law.Id,
            OtherSections = [Newsroom.News.Id],
            Themes = [Newsroom.Digital.Id],
            Authors = [Newsroom.Claire.Id],
            Dossiers = [Newsroom.SharingWater.Id],
            LeadCaption = "L",
        };
        var article = new Gazetier.Features.Articles.Article { Slug = "s", Headline = "avant", MainSection = Newsroom.News };

        content.LaidOver(article, new ContentParts([Newsroom.Law, Newsroom.News], [Newsroom.Digital], [Newsroom.Claire], [Newsroom.SharingWater], null), Newsroom.Now.UtcDateTime);

        Content.Of(article).ToJson().ShouldBe(content.ToJson());
        article.Bylines.ShouldHaveSingleItem().Author.ShouldBe(Newsroom.Claire);
    }
}
