using System.Net;
using Gazetier.Features.Newspaper;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Settings;

public class MenuTests
{
    private const string Page = "/redaction/menu";

    [Fact]
    public async Task The_head_carries_the_top_sections_until_somebody_chooses()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/")).Texts(".masthead .sections li").ShouldBe(["Actualité", "Juridique"]);
        var form = await ines.GetAsync(Page);
        form.Texts("[data-place=Head] > li .byline").ShouldBe(["/rubriques/actualite/", "/rubriques/juridique/"]);

        // France before all, Actualité under another name, Juridique out.
        (await ines.PostAsync(
            Page,
            ("Entries[0].Section", Newsroom.News.Id.ToString()), ("Entries[0].Position", "2"), ("Entries[0].Label", "À la une"),
            ("Entries[1].Section", Newsroom.France.Id.ToString()), ("Entries[1].Position", "1"),
            ("Entries[2].Place", "Foot"), ("Entries[2].Label", "Nous rejoindre"), ("Entries[2].Path", "/contact"))).Status.ShouldBe(HttpStatusCode.Redirect);
        await site.FollowChangesAsync();
        var home = await visitor.GetAsync("/");
        home.Texts(".masthead .sections li").ShouldBe(["France", "À la une"]);
        home.Document.QuerySelector(".further a")!.GetAttribute("href").ShouldBe("/contact");
    }

    [Fact]
    public async Task Entries_are_added_moved_and_taken_out_by_buttons()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ines.PostAsync(Page, ("action", "rubrique"), ("rubrique", Newsroom.Law.Id.ToString()));
        (string, string)[] law = [("Entries[0].Section", Newsroom.Law.Id.ToString())];
        await ines.PostAsync(Page, [.. law, ("action", "lien"), ("nom", "Dossiers"), ("chemin", "/dossiers/"), ("ou", "Head")]);
        (string, string)[] both = [.. law, ("Entries[1].Label", "Dossiers"), ("Entries[1].Path", "/dossiers/")];
        await ines.PostAsync(Page, [.. both, ("action", "monter:1")]);
        (await site.DoAsync(db => db.MenuEntries.OrderBy(e => e.Position).Select(e => e.Label).ToListAsync())).ShouldBe(["Dossiers", ""]);
        await ines.PostAsync(Page, [.. both, ("action", "retirer:0")]);
        (await site.DoAsync(db => db.MenuEntries.SingleAsync())).Path.ShouldBe("/dossiers/");
    }

    [Theory]
    [InlineData("", "/agenda/")]
    [InlineData("Agenda", "agenda")]
    [InlineData("Agenda", "https://ailleurs.example/")]
    [InlineData("Agenda", "//ailleurs.example/")]
    [InlineData("Agenda", "javascript:alert(1)")]
    public async Task A_link_has_a_name_and_leads_to_us(string label, string path)
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.PostAsync(Page, ("action", "lien"), ("nom", label), ("chemin", path), ("ou", nameof(MenuPlace.Foot)))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.DoAsync(db => db.MenuEntries.CountAsync())).ShouldBe(0);
    }
}
