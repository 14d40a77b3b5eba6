using System.Net;
using System.Text;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Digests;
using Gazetier.Features.Figures;
using Gazetier.Text;
using Shouldly;

namespace Gazetier.Tests.Features.Figures;

/// <summary>What the newsroom sees of the figures.</summary>
public class FiguresPagesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public async Task Without_figures_the_pages_say_so()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        foreach (var path in new[] { "", "/articles", "/articles/3", "/themes/eau", "/rubriques/actualite", "/lettres" })
        {
            var page = await ines.GetAsync("/redaction/chiffres" + path);
            page.Status.ShouldBe(HttpStatusCode.OK, path);
            page.Texts(".figure > .notice").ShouldNotBeEmpty(path);
            page.Has("svg.chart").ShouldBeFalse(path);
            page.Has(".masthead a[href='/redaction/chiffres'][aria-current]").ShouldBeTrue(path);
        }

        foreach (var path in new[] { "/articles/4", "/articles/99", "/themes/rien", "/rubriques/rien", "?csv=rien" })
        {
            (await ines.GetAsync("/redaction/chiffres" + path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task The_overview_sums_up_and_compares()
    {
        await using var site = await Site.OpenAsync();
        await FillAsync(site);
        using var ines = await site.SignInAsync(Newsroom.Ines);

        var page = await ines.GetAsync("/redaction/chiffres");

        page.Texts(".sums dd").ShouldBe(
        [
            "200 25 % de plus que les 7 jours d’avant.", "30 % 30 points de plus qu’avant.", "9 0 les 7 jours d’avant.", "3 0 les 7 jours d’avant.",
        ]);
        page.Text("[aria-labelledby=t-jours] svg > title").ShouldBe("Vues d’articles par jour");
        page.Texts("[aria-labelledby=t-jours] tbody tr:last-of-type td").ShouldBe(["120", "0", "80", "200", "60", "160"]);
        page.Texts("[aria-labelledby=t-articles] tbody tr").ShouldBe(["Le syndicat coupe deux forages 180 60 33", "L’eau devient plus chère 20 0 0"]);
        page.Texts("[aria-labelledby=t-mur] tbody td").ShouldBe(["60", "5", "0", "0", "2"]);
        page.Texts("[aria-labelledby=t-profondeur] tbody tr").ShouldBe(
            ["Article ouvert 140 60", "Un quart 70 0", "La moitié 70 0", "Les trois quarts 30 0", "Jusqu’au bout 30 0"]);
        page.Texts("[aria-labelledby=t-sites] tbody tr").ShouldBe(["connu.example 10"]);
        page.Texts("[aria-labelledby=t-themes] tbody tr").ShouldBe(["Eau 200 60 30"]);
        page.Texts("[aria-labelledby=t-rubriques] tbody tr").ShouldBe(["Actualité 200 60 30", "Juridique 180 60 33"]);
    }

    [Fact]
    public async Task A_period_is_chosen_and_today_stands_alone()
    {
        await using var site = await Site.OpenAsync();
        await FillAsync(site);
        using var ines = await site.SignInAsync(Newsroom.Ines);

        var today = await ines.GetAsync("/redaction/chiffres?jours=1");
        today.Text(".periods [aria-current]").ShouldBe("Aujourd’hui");
        today.Text(".sums dd").ShouldBe("7 Hier, toute la journée : 200.");
        today.Has("[aria-labelledby=t-jours] svg").ShouldBeFalse();
        (await ines.GetAsync("/redaction/chiffres?jours=30")).Text(".sums dd").ShouldStartWith("360 ");
        (await ines.GetAsync("/redaction/chiffres?jours=abc")).Text(".periods [aria-current]").ShouldBe("7 jours");
    }

    [Fact]
    public async Task An_article_a_theme_and_a_section_have_their_own_figures()
    {
        await using var site = await Site.OpenAsync();
        await FillAsync(site);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var overview = await ines.GetAsync("/redaction/chiffres");
        var article = await ines.GetAsync(overview.Document.QuerySelector("[aria-labelledby=t-articles] tbody a")!.GetAttribute("href")!);
        article.Text("h1").ShouldBe("Le syndicat coupe deux forages");
        article.Texts(".sums dd")[0].ShouldBe("180 13 % de plus que les 7 jours d’avant.");
        article.Texts("[aria-labelledby=t-temps] tbody tr")[1].ShouldBe("10 à 30 secondes 4");
        // It came out today: without a choice it is shown as it stands today.
        (await ines.GetAsync("/redaction/chiffres/articles/3")).Text(".periods [aria-current]").ShouldBe("Aujourd’hui");

        (await ines.GetAsync(overview.Document.QuerySelector("[aria-labelledby=t-themes] tbody a")!.GetAttribute("href")!)).Text(".sums dd").ShouldStartWith("200 ");
        (await ines.GetAsync("/redaction/chiffres/rubriques/juridique")).Text(".sums dd").ShouldStartWith("180 ");
    }

    [Fact]
    public async Task Articles_are_found_by_words_without_accents()
    {
        await using var site = await Site.OpenAsync();
        await FillAsync(site);
        using var ines = await site.SignInAsync(Newsroom.Ines);

        (await ines.GetAsync("/redaction/chiffres/articles?q=CHERE")).Texts("tbody th").ShouldBe(["L’eau devient plus chère"]);
        (await ines.GetAsync("/redaction/chiffres/articles?q=%25")).Texts("tbody th").ShouldBeEmpty();
        (await ines.GetAsync("/redaction/chiffres/articles")).Texts("tbody th").Count.ShouldBe(2);
    }

    [Fact]
    public async Task Each_table_opens_in_a_french_spreadsheet()
    {
        await using var site = await Site.OpenAsync();
        await FillAsync(site);
        await site.DoAsync(async db =>
        {
            (await db.Articles.FindAsync(Newsroom.Free))!.Headline = "=SOMME(A1;\"x\")";
            await db.SaveChangesAsync();
        });
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var page = await ines.GetAsync("/redaction/chiffres");
        foreach (var link in page.Document.QuerySelectorAll("a[download]"))
        {
            (await ines.GetAsync("/redaction/chiffres" + link.GetAttribute("href"))).Headers["Content-Type"].ShouldBe("text/csv; charset=utf-8");
        }

        var (answer, bytes) = await ines.BytesAsync(new HttpRequestMessage(HttpMethod.Get, "/redaction/chiffres?jours=7&csv=articles"));
        answer.Headers["Content-Disposition"].ShouldContain("chiffres-articles.csv");
        Encoding.UTF8.GetString(bytes).ShouldBe(
            "\uFEFFArticle;Vues;Arrêts au mur;Arrêts, en %\r\nLe syndicat coupe deux forages;180;60;33\r\n\"'=SOMME(A1;\"\"x\"\")\";20;0;0\r\n".Replace(", en %", ", en\u00a0%", StringComparison.Ordinal).Replace("en\u00a0%", French.TypesetText("en %"), StringComparison.Ordinal));
        (await ines.GetAsync("/redaction/chiffres?jours=7&csv=jours")).Body.ShouldContain("\r\n2026-11-22;120;0;80;200;60;160\r\n");
    }

    [Fact]
    public async Task Letters_show_what_was_posted_and_how_many_left()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            var issue = new Issue { Key = "digest/1", List = Digest.List, Title = "Ma Gazette", CreatedAt = site.Now.AddDays(-1) };
            db.Add(issue);
            db.AddRange(new[] { DeliveryState.Sent, DeliveryState.Sent, DeliveryState.Failed, DeliveryState.Dropped, DeliveryState.Waiting }
                .Select(state => new Delivery { IssueId = issue.Id, Email = "x@example.org", Articles = "1", State = state, NotBefore = site.Now }));
            db.AddRange(new[] { Newsroom.Camille, Newsroom.Lou }.Select(reader => new DigestRhythm { AccountId = reader, ReadUntil = site.Now, NextDueAt = site.Now }));
            await db.SaveChangesAsync();
        });
        var token = (await site.WithAsync<UnsubscribeLink, Func<Guid, string>>(async link => await link.ForAsync(Digest.List, CancellationToken.None)))(Newsroom.Camille);
        using var provider = site.Visitor();
        await provider.PostAsync("/u/" + token);
        await provider.PostAsync("/u/" + token);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await lou.PostAsync("/mon-compte/ma-gazette", ("Frequency", "Never"));
        await lou.PostAsync("/mon-compte/ma-gazette", ("Frequency", "Never"));
        await site.KeepCountsAsync();
        site.Clock.Advance(TimeSpan.FromDays(1));
        using var ines = await site.SignInAsync(Newsroom.Ines);

        var page = await ines.GetAsync("/redaction/chiffres/lettres");

        page.Texts("[aria-labelledby=t-envois] tbody tr").ShouldBe(["Ma Gazette, 22 novembre 2026 à 5 h 30 2 1 1 1"]);
        page.Texts("[aria-labelledby=t-desinscriptions] tbody tr:last-of-type td").ShouldBe(["2"]);
    }

    /// <summary>Yesterday 200 views, 60 of them stopped; eight days ago 160; today 7.</summary>
    private static Task FillAsync(Site site) => site.DoAsync(async db =>
    {
        var (yesterday, before) = (Today.AddDays(-1), Today.AddDays(-8));
        db.AddRange(
            Row(Today, 1, ReadStep.Read, "Visitor", 7),
            Row(yesterday, 1, ReadStep.Read, "Visitor", 20),
            Row(yesterday, 3, ReadStep.Read, "Visitor", 40),
            Row(yesterday, 3, ReadStep.Read, "Subscriber", 80),
            Row(yesterday, 3, ReadStep.Stopped, "Visitor", 60),
            Row(yesterday, 3, ReadStep.Depth, "50", 40),
            Row(yesterday, 3, ReadStep.Depth, "100", 30),
            Row(yesterday, 3, ReadStep.Time, "10", 4),
            Row(yesterday, 3, ReadStep.Offers, "", 5),
            Row(yesterday, 3, ReadStep.Confirmed, "", 2),
            Row(yesterday, 3, ReadStep.Robot, "", 50),
            Row(yesterday, 3, ReadStep.Host, "rare.example", 9),
            Row(yesterday, 3, ReadStep.Host, "connu.example", 10),
            Row(yesterday, 0, ReadStep.Offers, "", 4),
            Row(yesterday, 0, ReadStep.Confirmed, "", 1),
            Row(before, 3, ReadStep.Read, "Subscriber", 160));
        await db.SaveChangesAsync();
    });

    private static ReadCount Row(DateOnly day, long article, ReadStep step, string kind, long number) =>
        new() { Day = day, ArticleId = article, Step = step, Kind = kind, Number = number };
}
