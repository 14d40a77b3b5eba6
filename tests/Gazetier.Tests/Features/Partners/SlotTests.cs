using System.Net;
using Gazetier.Features.Partners;
using Gazetier.Tests.Features.Figures;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Partners;

public class SlotTests
{
    private const string Beside = ".rail .partner";
    private const string Under = "main > .partner";

    [Fact]
    public async Task G_11_what_is_paid_for_says_so_and_stands_from_its_minute_to_its_last()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await visitor.ReadAsync("/")).Has(Under).ShouldBeFalse();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var saved = await ines.PostAsync("/redaction/partenaires/nouveau", Fields(from: site.Now.AddHours(2), until: site.Now.AddDays(1)));
        saved.Location.ShouldBe("/redaction/partenaires/2?fait=enregistre");
        (await visitor.ReadAsync("/")).Has(Under).ShouldBeFalse("it is to come");
        site.Clock.Advance(TimeSpan.FromHours(2));
        var page = await visitor.ReadAsync("/");
        page.Text(Under + " .label").ShouldBe("Communiqué · Cartolys");
        page.Document.QuerySelector(Under + " a")!.GetAttribute("rel").ShouldBe("sponsored nofollow");
        page.Document.QuerySelector(Under + " a")!.GetAttribute("href").ShouldBe("/partenaires/2");
        (await visitor.ReadAsync("/themes/eau/")).Has(Under).ShouldBeTrue();
        site.Clock.Advance(TimeSpan.FromDays(1));
        (await visitor.ReadAsync("/")).Has(Under).ShouldBeFalse("it is over");
        (await visitor.GetAsync("/partenaires/2")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task It_is_aimed_at_a_section_and_never_at_a_reader()
    {
        await using var site = await Site.OpenAsync();
        await site.AddAsync(Newsroom.News.Id);
        using var visitor = site.Visitor();
        var inside = await visitor.ReadAsync(Reading.Free);
        inside.Has(Beside).ShouldBeTrue();
        await site.DoAsync(db => db.Articles.Where(a => a.Id == 1).ExecuteUpdateAsync(a => a.SetProperty(x => x.MainSectionId, Newsroom.Law.Id)));
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await camille.ReadAsync(Reading.Free)).Text(Beside + " .label").ShouldBe("Publicité · Mutuelle des Bourgs");
    }

    [Fact]
    public async Task Views_and_clicks_are_sums_without_an_identifier()
    {
        await using var site = await Site.OpenAsync();
        await site.AddAsync(Newsroom.News.Id);
        using var visitor = site.Visitor();
        await visitor.ReadAsync(Reading.Free);
        await visitor.ReadAsync(Reading.Free);
        (await visitor.ReadAsync(Reading.Free, ("DNT", "1"))).Has(Beside).ShouldBeTrue();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ines.ReadAsync(Reading.Free);
        var followed = await visitor.ReadAsync("/partenaires/2");
        followed.Location.ShouldBe("https://cartolys.example/r%C3%A9seaux");
        followed.Headers.ShouldNotContainKey("Set-Cookie");
        await site.KeepCountsAsync();
        var row = (await ines.GetAsync("/redaction/partenaires")).Document.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Cartolys", StringComparison.Ordinal));
        row.QuerySelector("[data-name=Affichée]")!.TextContent.ShouldBe("2");
        row.QuerySelector("[data-name=Suivie]")!.TextContent.ShouldBe("1");
    }

    [Theory]
    [InlineData("lien", "javascript:alert(1)")]
    [InlineData("lien", "//ailleurs.example")]
    [InlineData("lien", "http://cartolys.example")]
    [InlineData("titre", "")]
    [InlineData("fin", "hier")]
    [InlineData("mention", "9")]
    [InlineData("rubrique", "01900000-0000-7000-8000-0000000000ff")]
    [InlineData("adresse", "pas une adresse")]
    public async Task What_is_wrong_is_said_and_nothing_is_kept(string field, string value)
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var fields = Fields(site.Now, site.Now.AddDays(1)).Where(f => f.Name != field).Append((field, value)).ToArray();
        var answer = await ines.PostAsync("/redaction/partenaires/nouveau", fields);
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Has(".error-summary").ShouldBeTrue();
        (await site.DoAsync(db => db.Insertions.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Taken_off_it_goes_at_once_and_only_who_governs_may()
    {
        await using var site = await Site.OpenAsync();
        await site.AddAsync(Newsroom.News.Id);
        using var visitor = site.Visitor();
        (await visitor.ReadAsync(Reading.Free)).Has(Beside).ShouldBeTrue();
        using var paul = await site.SignInAsync(Newsroom.Paul);
        (await paul.GetAsync("/redaction/partenaires")).Status.ShouldNotBe(HttpStatusCode.OK);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.PostAsync("/redaction/partenaires/2", [.. Fields(site.Now, site.Now.AddDays(1)), ("retiree", "true")])).Status.ShouldBe(HttpStatusCode.Redirect);
        await site.FollowChangesAsync();
        (await visitor.ReadAsync(Reading.Free)).Has(Beside).ShouldBeFalse();
    }

    [Fact]
    public void Pages_share_what_may_stand_in_one_place()
    {
        var shares = Enumerable.Range(1, 3_000).Select(id => OpenSlots.Share($"/{id}/un-article/", 3)).GroupBy(share => share).ToDictionary(g => g.Key, g => g.Count());
        shares.Keys.Order().ShouldBe([0, 1, 2]);
        shares.Values.ShouldAllBe(count => count > 700);
    }

    private static (string Name, string Value)[] Fields(DateTime from, DateTime until) =>
    [
        ("partenaire", "Cartolys"), ("mention", "Communique"), ("titre", "Plans des réseaux"), ("texte", "Deux jours par bourg."), ("lien", "https://cartolys.example/réseaux"),
        ("place", "UnderPage"), ("rubrique", ""), ("debut", Local(from)), ("fin", Local(until)), ("adresse", ""),
    ];

    private static string Local(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}

internal static class SlotSteps
{
    /// <summary>The second insertion, beside the articles of a section.</summary>
    public static Task AddAsync(this Site site, Guid section) => site.DoAsync(async db =>
    {
        db.Add(new Insertion { Partner = "Cartolys", Label = SlotLabel.Communique, Title = "Plans des réseaux", Link = "https://cartolys.example/réseaux", Place = SlotPlace.BesideArticle, SectionId = section, From = site.Now.AddDays(-1), Until = site.Now.AddDays(9) });
        await db.SaveChangesAsync();
    });
}
