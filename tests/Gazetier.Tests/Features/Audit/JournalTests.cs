using System.Net;
using System.Text;
using Gazetier.Features.Accounts;
using Gazetier.Features.Audit;
using Shouldly;

namespace Gazetier.Tests.Features.Audit;

public class JournalTests
{
    private const string Journal = "/redaction/journal";

    [Fact]
    public async Task The_record_is_read_newest_first_and_by_person_kind_and_article()
    {
        await using var site = await Site.OpenAsync();
        await FillAsync(site);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var all = await ines.GetAsync(Journal);
        all.Text("caption").ShouldBe("3 lignes");
        all.Texts("tbody tr td:nth-child(2)").ShouldBe(["Inès", "Odile", "Paul"]);
        all.Texts("tbody tr td:nth-child(3)").ShouldBe(["Article publié", "Changement de fonction Paul", "Article commencé"]);
        all.Text("tbody time").ShouldBe("23 novembre 2026 à 5 h 33");
        (await ines.GetAsync($"{Journal}?qui={Newsroom.Paul}")).Texts("tbody tr td:nth-child(2)").ShouldBe(["Odile", "Paul"]);
        (await ines.GetAsync($"{Journal}?quoi=article.published")).Texts("tbody tr td:nth-child(2)").ShouldBe(["Inès"]);
        (await ines.GetAsync($"{Journal}?article=3")).Texts("tbody tr td:nth-child(2)").ShouldBe(["Inès", "Paul"]);
        var none = await ines.GetAsync($"{Journal}?article=4");
        none.Text("main .notice").ShouldBe("Rien ne répond à cette question.");
        (await ines.GetAsync(Journal + "?page=2")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ines.GetAsync(Journal + "?qui=x&article=x")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Many_lines_go_over_pages_that_keep_the_question()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            db.AddRange(Enumerable.Range(0, 150).Select(n => new Act { At = site.Now.AddSeconds(n), ById = Newsroom.Ines, ByName = "Inès", What = "article.moved", ArticleId = 3, Detail = $"n{n}" }));
            await db.SaveChangesAsync();
        });
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var first = await ines.GetAsync(Journal + "?article=3");
        first.Texts("tbody tr").Count.ShouldBe(100);
        var second = await ines.GetAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        second.Texts("tbody tr").Count.ShouldBe(50);
        second.Texts("tbody tr td:last-child")[^1].ShouldEndWith("n0");
        (await ines.GetAsync(Journal + "/export?article=3")).Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(151);
    }

    [Fact]
    public async Task The_export_opens_in_a_french_spreadsheet_and_computes_nothing()
    {
        await using var site = await Site.OpenAsync();
        await FillAsync(site);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var export = await ines.GetAsync($"{Journal}/export?article=3");
        export.Headers["Content-Type"].ShouldBe("text/csv; charset=utf-8");
        export.Headers["Content-Disposition"].ShouldContain("registre.csv");
        export.Headers["Cache-Control"].ShouldBe("no-store");
        var (_, bytes) = await ines.BytesAsync(new HttpRequestMessage(HttpMethod.Get, $"{Journal}/export?article=3"));
        Encoding.UTF8.GetString(bytes).ShouldBe(
            "\uFEFFQuand;Qui;Quoi;Sur qui;Article n°;Détail\r\n"
            + "2026-11-23 05:33:00;Inès;Article publié;;3;\r\n"
            + "2026-11-23 05:31:00;Paul;Article commencé;;3;\"'=1+1; \"\"été\"\"\"\r\n");
    }

    private static Task FillAsync(Site site) => site.DoAsync(async db =>
    {
        db.AddRange(
            new Act { At = site.Now.AddMinutes(1), ById = Newsroom.Paul, ByName = "Paul", What = "article.created", ArticleId = 3, Detail = "=1+1; \"été\"" },
            new Act { At = site.Now.AddMinutes(2), ById = Newsroom.Odile, ByName = "Odile", What = ActNames.RoleChanged, AboutId = Newsroom.Paul, AboutName = "Paul", Detail = $"{StaffRole.Journalist} → {StaffRole.SubEditor}" },
            new Act { At = site.Now.AddMinutes(3), ById = Newsroom.Ines, ByName = "Inès", What = "article.published", ArticleId = 3 });
        await db.SaveChangesAsync();
    });
}
