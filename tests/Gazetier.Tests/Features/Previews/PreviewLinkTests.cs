using System.Net;
using Gazetier.Features.Previews;
using Gazetier.Tests.Features.Planning;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Previews;

/// <summary>A link for a source who reads over what is not out.</summary>
public class PreviewLinkTests
{
    [Fact]
    public async Task A_source_reads_the_whole_text_of_that_article_and_is_told_that_it_is_not_published()
    {
        await using var site = await Site.OpenAsync();
        await site.HireAsync();
        var id = await site.OrderAsync("L’entretien", WritersDesk.Paul, body: "<p>Question ?</p><p>Réponse entière.</p>", access: Gazetier.Features.Access.Requirement.Subscription);
        using var paul = await site.SignInAsync(WritersDesk.Paul);
        var link = await ShareAsync(paul, id, "Mme Lenoir, maire");
        using var source = site.Visitor();

        var page = await source.GetAsync(link);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text("h1").ShouldBe("L’entretien");
        page.Text(".prose").ShouldBe("Question ?Réponse entière.");
        page.Text(".notice").ShouldContain("Cet article n’est pas publié.");
        page.Has("aside.wall").ShouldBeFalse();
        page.Headers["Cache-Control"].ShouldBe("no-store");
        page.Headers["X-Robots-Tag"].ShouldBe("noindex");
        page.Headers["Referrer-Policy"].ShouldBe("no-referrer");
        page.Headers["Content-Security-Policy"].ShouldContain("frame-ancestors 'none'");
        page.Body.ShouldNotContain("Mme Lenoir");
        (await source.GetAsync($"/{id}/l-entretien/")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await source.GetAsync("/3/le-syndicat-coupe-deux-forages/")).Body.ShouldNotContain("héliotrope");
    }

    [Fact]
    public async Task The_database_knows_only_the_hash_and_the_page_shows_the_link_once()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var link = await ShareAsync(ines, Newsroom.Locked, "Un élu");

        var row = await site.DoAsync(db => db.PreviewLinks.SingleAsync());
        row.TokenHash.ShouldNotContain(link.Split('/')[^1]);
        row.ExpiresAt.ShouldBe(site.Now.AddDays(7));
        (await ines.GetAsync("/redaction/articles/3/partage")).Has("#lien").ShouldBeFalse();
        (await site.DoAsync(db => db.Acts.SingleAsync(a => a.What == "preview.shared"))).Detail.ShouldBe("Un élu");
    }

    [Fact]
    public async Task It_opens_nothing_once_it_expired_was_revoked_or_never_was()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var source = site.Visitor();
        var (kept, revoked) = (await ShareAsync(ines, Newsroom.Locked, "A"), await ShareAsync(ines, Newsroom.Locked, "B"));
        var page = await ines.GetAsync("/redaction/articles/3/partage");
        var button = page.Document.QuerySelectorAll("[name=revoque]").First(b => b.TextContent.Contains('B', StringComparison.Ordinal)).GetAttribute("value")!;

        (await ines.PostAsync("/redaction/articles/3/partage", ("revoque", button))).Status.ShouldBe(HttpStatusCode.Redirect);

        var closed = await source.GetAsync(revoked);
        closed.Status.ShouldBe(HttpStatusCode.NotFound);
        closed.Text("h1").ShouldBe("Ce lien ne s’ouvre plus");
        closed.Body.ShouldNotContain("héliotrope");
        (await site.DoAsync(db => db.Acts.AnyAsync(a => a.What == "preview.revoked" && a.Detail == "B"))).ShouldBeTrue();
        site.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        (await source.GetAsync(kept)).Status.ShouldBe(HttpStatusCode.OK);
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        (await source.GetAsync(kept)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await source.GetAsync("/apercu/rien-de-tel")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_neither_wrote_it_nor_reads_over_shows_it_to_nobody()
    {
        await using var site = await Site.OpenAsync();
        await site.HireAsync();
        var others = await site.OrderAsync("À Sofia", WritersDesk.Sofia);
        using var paul = await site.SignInAsync(WritersDesk.Paul);

        (await paul.GetAsync($"/redaction/articles/{others}/partage")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await paul.PostAsync($"/redaction/articles/{others}/partage", ("pour", "moi"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.DoAsync(db => db.PreviewLinks.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_link_says_for_whom_it_is()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        foreach (var name in new[] { "", "   ", new string('x', PreviewLink.LongestReader + 1) })
        {
            var answer = await ines.PostAsync("/redaction/articles/3/partage", ("pour", name));
            answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            answer.Has(".error-summary a[href='#pour']").ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Old_links_are_forgotten_with_the_names_on_them()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ShareAsync(ines, Newsroom.Locked, "Ancien");
        site.Clock.Advance(PreviewLink.Lifetime + PreviewLink.Memory + TimeSpan.FromMinutes(1));
        using var again = await site.SignInAsync(Newsroom.Ines);
        await ShareAsync(again, Newsroom.Locked, "Nouveau");

        (await site.DoAsync(db => db.PreviewLinks.Select(l => l.Reader).ToListAsync())).ShouldBe(["Nouveau"]);
    }

    private static async Task<string> ShareAsync(Browser who, long id, string reader)
    {
        var answer = await who.PostAsync($"/redaction/articles/{id}/partage", ("pour", reader));
        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        var shown = (await who.GetAsync(answer.Location!)).Document.QuerySelector("#lien")!.GetAttribute("value")!;
        shown.ShouldStartWith("http://localhost/apercu/");
        return shown["http://localhost".Length..];
    }
}
