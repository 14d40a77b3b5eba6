using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Imports;
using Gazetier.Features.Planning;
using Gazetier.Tests.Features.Pictures;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Imports;

public class ImportArticlesTests
{
    [Fact]
    public async Task A_line_becomes_an_article_with_all_that_it_says()
    {
        await using var site = await Site.OpenAsync();
        using var file = new ImportFile();
        file.Write(ImportFile.Line(
            "a1",
            ("title", "Le  pont\nrouvre"),
            ("kicker", "Voirie"),
            ("standfirst", "Après deux ans."),
            ("section", "actualite"),
            ("sections", new[] { "Juridique", "Travaux publics" }),
            ("tags", new[] { "EAU", "RGPD", "rgpd", "  " }),
            ("dossier", "Ponts de France"),
            ("authors", new object[] { "claire vasseur", new { name = "Zoë Morel", function = "ingénieure" } }),
            ("kind", "Entretien"),
            ("free", true),
            ("source", "CNIL"),
            ("licence", "Licence Ouverte 2.0"),
            ("url", "https://example.org/pont")));
        var report = await file.RunAsync(site);
        (report.Created, report.SectionsMade, report.ThemesMade, report.DossiersMade, report.AuthorsMade, report.ExitCode).ShouldBe((1, 1, 1, 1, 1, 0));
        var article = await OneAsync(site, "a1");
        article.Headline.ShouldBe("Le pont rouvre");
        article.Slug.ShouldBe("le-pont-rouvre");
        (article.Format, article.Access, article.Status).ShouldBe((Format.Interview, Requirement.None, ArticleStatus.Published));
        article.PublishedAt.ShouldBe(new DateTime(2024, 3, 5, 12, 0, 0, DateTimeKind.Utc));
        article.MainSection.Id.ShouldBe(Newsroom.News.Id, "found by its folded name");
        article.OtherSections.Select(s => s.Name).Order(StringComparer.Ordinal).ShouldBe(["Juridique", "Travaux publics"]);
        article.Themes.Select(t => t.Slug).Order(StringComparer.Ordinal).ShouldBe(["eau", "rgpd"]);
        article.Bylines.OrderBy(b => b.Position).Select(b => b.Author.Name).ShouldBe(["Claire Vasseur", "Zoë Morel"]);
        article.Attribution.ShouldBe("Source : CNIL, https://example.org/pont, 5 mars 2024. Licence : Licence Ouverte 2.0. Mise en forme adaptée.");
        article.Body.ShouldContain("<strong>premier</strong>");
        article.Words.ShouldBe(5);
        (article.Kicker, article.Standfirst).ShouldBe(("Voirie", "Après deux ans."));
    }

    [Fact]
    public async Task A_second_run_writes_nothing_and_a_changed_line_only_its_article()
    {
        await using var site = await Site.OpenAsync();
        using var file = new ImportFile();
        file.Write(ImportFile.Line("a"), ImportFile.Line("b", ("tags", new[] { "Un", "Deux" }), ("authors", new[] { "X", "Y" }), ("dossier", "D")), ImportFile.Line(3));
        await file.RunAsync(site);
        var (before, rows) = (await ImportFile.NewspaperAsync(site), await ImportFile.RowsAsync(site));

        var second = await file.RunAsync(site);
        (second.Created, second.Updated, second.Unchanged, second.ThemesMade).ShouldBe((0, 0, 3, 0));
        (await ImportFile.NewspaperAsync(site)).ShouldBe(before);
        (await ImportFile.RowsAsync(site)).ShouldBe(rows);

        file.Write(ImportFile.Line("a"), ImportFile.Line("b", ("title", "Autre"), ("tags", new[] { "Deux", "Trois" }), ("authors", new[] { "Y", "Z" })), ImportFile.Line(3));
        var third = await file.RunAsync(site);
        (third.Created, third.Updated, third.Unchanged, third.ThemesMade, third.AuthorsMade).ShouldBe((0, 1, 2, 1, 1));
        var changed = await OneAsync(site, "b");
        (changed.Headline, changed.ModifiedAt).ShouldBe(("Autre", null));
        changed.Themes.Select(t => t.Name).Order(StringComparer.Ordinal).ShouldBe(["Deux", "Trois"]);
        changed.Bylines.OrderBy(b => b.Position).Select(b => b.Author.Name).ShouldBe(["Y", "Z"]);
        changed.DossierParts.ShouldHaveSingleItem("what the newsroom sees as its own stays");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_article_that_was_freed_is_locked_again_by_a_line_that_says_so_only(bool isRoundDone)
    {
        await using var site = await Site.OpenAsync();
        using var file = new ImportFile();
        file.Write(ImportFile.Line("a"), ImportFile.Line("b"), ImportFile.Line("c"));
        await file.RunAsync(site);
        await site.DoAsync(async db =>
        {
            foreach (var article in await db.Articles.Where(a => a.ImportKey != null && a.ImportKey != "articles:c").ToListAsync())
            {
                article.FreeAt = site.Now.AddHours(1);
            }

            await db.SaveChangesAsync();
        });
        site.Clock.Advance(TimeSpan.FromHours(1));
        if (isRoundDone)
        {
            (await site.WithAsync<FreeArticles, int>(free => free.RunAsync(CancellationToken.None))).ShouldBe(2);
        }

        file.Write(ImportFile.Line("a", ("title", "Autre")), ImportFile.Line("b", ("title", "Autre"), ("access", "subscribers")), ImportFile.Line("c", ("title", "Autre")));
        (await file.RunAsync(site)).Updated.ShouldBe(3);

        (await OneAsync(site, "a")).Asks(site.Now).Requirement.ShouldBe(Requirement.None);
        (await OneAsync(site, "b")).Asks(site.Now).Requirement.ShouldBe(Requirement.Subscription);
        (await OneAsync(site, "c")).Asks(site.Now).Requirement.ShouldBe(Requirement.Subscription);
    }

    [Fact]
    public async Task Kept_pages_hear_of_it_once_a_batch()
    {
        await using var site = await Site.OpenAsync();
        using var file = new ImportFile();
        var before = await site.DoAsync(db => db.Changes.CountAsync());
        await file.Write(Enumerable.Range(0, 150).Select(n => ImportFile.Line(n, ("tags", new[] { "Eau" })))).RunAsync(site);
        var changes = await site.DoAsync(db => db.Changes.OrderBy(c => c.Id).Skip(before).ToListAsync());
        changes.Count.ShouldBe(2);
        changes[0].Tags.Split(' ').ShouldContain(ArticleTags.Front);
        changes[0].Tags.Split(' ').ShouldContain(ArticleTags.Theme(Newsroom.Water.Id));
        changes.SelectMany(c => c.Tags.Split(' ')).Count(t => t.StartsWith("article:", StringComparison.Ordinal)).ShouldBe(150);
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_writes_nothing()
    {
        await using var site = await Site.OpenAsync();
        using var file = new ImportFile();
        file.Picture("p.jpg", Made.Jpeg(800, 500));
        file.Write(ImportFile.Line("a", ("tags", new[] { "Un" }), ("image_paths", new[] { "p.jpg" }), ("source", "S")), "{", ImportFile.Line("b", ("section", "Neuve")));
        var rows = await ImportFile.RowsAsync(site);
        var dry = await file.RunAsync(site, new ImportOptions(DryRun: true));
        (await ImportFile.RowsAsync(site)).ShouldBe(rows);
        Directory.Exists(Path.Combine(site.Folder, "pictures")).ShouldBeFalse();
        var wet = await file.RunAsync(site);
        (dry.Created, dry.Skipped.Count, dry.SectionsMade, dry.ThemesMade, dry.PicturesMade).ShouldBe((2, 1, 1, 1, 1));
        (wet.Created, wet.Skipped.Count, wet.SectionsMade, wet.ThemesMade, wet.PicturesMade).ShouldBe((2, 1, 1, 1, 1));
        wet.ExitCode.ShouldBe(1);
        (await file.RunAsync(site, new ImportOptions(DryRun: true))).Unchanged.ShouldBe(2);
    }

    [Fact]
    public async Task A_run_that_is_stopped_and_repeated_gives_the_same_newspaper()
    {
        using var file = new ImportFile();
        file.Write(Enumerable.Range(0, 350).Select(n => ImportFile.Line(
            n, ("title", $"Épisode {350 - n}"), ("tags", new[] { $"Thème {n % 7}" }), ("dossier", $"Dossier {n % 3}"), ("authors", new[] { $"Auteur {n % 11}" }))));
        await using var straight = await Site.OpenAsync();
        await file.RunAsync(straight);

        await using var stopped = await Site.OpenAsync();
        await file.RunUntilStoppedAsync(stopped, batches: 2);
        (await stopped.DoAsync(db => db.Articles.CountAsync(a => a.ImportKey != null))).ShouldBe(200);
        (await file.RunAsync(stopped)).ShouldSatisfyAllConditions(r => r.Created.ShouldBe(150), r => r.Unchanged.ShouldBe(200));

        (await ImportFile.NewspaperAsync(stopped)).ShouldBe(await ImportFile.NewspaperAsync(straight));
    }

    [Fact]
    public async Task Parts_stand_in_the_order_of_their_numbers_or_of_the_file()
    {
        await using var site = await Site.OpenAsync();
        using var file = new ImportFile();
        file.Write(
            ImportFile.Line("n0", ("title", "Fiche n°10 : dix"), ("dossier", "Fiches")),
            ImportFile.Line("n1", ("title", "Fiche n° 0 : zéro"), ("dossier", "Fiches")),
            ImportFile.Line("n2", ("title", "Fiche n°2 : deux en 2024"), ("dossier", "Fiches")),
            ImportFile.Line("f0", ("title", "Épisode 2"), ("dossier", "Divers")),
            ImportFile.Line("f1", ("title", "Sans numéro, BSOC 2022"), ("dossier", "Divers")));
        await file.RunAsync(site);
        (await OrderAsync(site, "fiches")).ShouldBe(["articles:n1", "articles:n2", "articles:n0"]);
        (await OrderAsync(site, "divers")).ShouldBe(["articles:f0", "articles:f1"]);
    }

    [Fact]
    public async Task A_withdrawn_article_stays_withdrawn()
    {
        await using var site = await Site.OpenAsync();
        using var file = new ImportFile();
        await file.Write(ImportFile.Line("a")).RunAsync(site);
        await site.DoAsync(async db =>
        {
            (await db.Articles.SingleAsync(a => a.ImportKey == "articles:a")).Withdraw(site.Now, "Erreur.");
            await db.SaveChangesAsync();
        });
        await file.Write(ImportFile.Line("a", ("title", "Autre"))).RunAsync(site);
        var article = await OneAsync(site, "a");
        (article.Status, article.Headline, article.ModifiedReason).ShouldBe((ArticleStatus.Withdrawn, "Autre", "Erreur."));
    }

    private static Task<string?[]> OrderAsync(Site site, string dossier) => site.DoAsync(db => db.DossierParts
        .Where(p => p.Dossier.Slug == dossier).OrderBy(p => p.Position).Select(p => p.Article.ImportKey).ToArrayAsync());

    private static Task<Article> OneAsync(Site site, string id) => site.DoAsync(db => db.Articles.AsNoTracking().AsSplitQuery()
        .Include(a => a.MainSection).Include(a => a.OtherSections).Include(a => a.Themes).Include(a => a.DossierParts)
        .Include(a => a.Bylines).ThenInclude(b => b.Author).SingleAsync(a => a.ImportKey == $"articles:{id}"));
}
