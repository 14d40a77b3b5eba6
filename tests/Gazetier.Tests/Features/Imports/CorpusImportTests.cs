using System.Diagnostics;
using Gazetier.Data;
using Gazetier.Features.Imports;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.Imports;

/// <summary>The corpus whole: 486 articles that nobody here wrote.</summary>
public class CorpusImportTests
{
    [Fact]
    public async Task Every_article_comes_in_and_a_second_run_writes_nothing()
    {
        Assert.SkipWhen(Paths.Corpus is null, "The corpus is not on this machine.");
        await using var site = await Site.OpenAsync();
        var file = Path.Combine(Paths.Corpus!, "articles.jsonl");
        var lines = File.ReadLines(file).Count();
        var import = site.Services.GetRequiredService<ImportArticles>();

        var clock = Stopwatch.StartNew();
        var report = await import.RunAsync(file, new ImportOptions(), cancel: TestContext.Current.CancellationToken);
        TestContext.Current.SendDiagnosticMessage("corpus: {0:0} articles/s, {1} pictures", lines / clock.Elapsed.TotalSeconds, report.PicturesMade);
        report.Skipped.ShouldBeEmpty();
        report.Warnings.ShouldBeEmpty();
        report.Created.ShouldBe(lines);
        (report.SectionsMade, report.DossiersMade).ShouldBe((29, 23));
        report.PicturesMade.ShouldBeInRange(250, 259);

        var (before, rows) = (await ImportFile.NewspaperAsync(site), await ImportFile.RowsAsync(site));
        clock.Restart();
        (await import.RunAsync(file, new ImportOptions(), cancel: TestContext.Current.CancellationToken)).Unchanged.ShouldBe(lines);
        TestContext.Current.SendDiagnosticMessage("corpus again: {0:0} articles/s", lines / clock.Elapsed.TotalSeconds);
        (await ImportFile.RowsAsync(site)).ShouldBe(rows);
        (await ImportFile.NewspaperAsync(site)).ShouldBe(before);
        await site.DoAsync(LookAsync);
    }

    private static async Task LookAsync(GazetierDb db)
    {
        var imported = db.Articles.Where(a => a.ImportKey != null);
        (await imported.CountAsync(a => a.Body == "" || a.Words == 0)).ShouldBe(0);
        (await imported.CountAsync(a => a.Attribution == null)).ShouldBe(0);
        (await imported.CountAsync(a => a.LeadPictureId != null)).ShouldBeGreaterThan(120);
        (await db.Pictures.CountAsync(p => p.AlternativeText == "" || p.Credit == "")).ShouldBe(0);
        (await db.Themes.CountAsync(t => t.Slug == "design")).ShouldBe(1);
        var fiches = await db.DossierParts.Where(p => p.Dossier.Slug == "guide-rgpd-du-developpeur").OrderBy(p => p.Position).Select(p => p.Article.Headline).ToListAsync();
        fiches.Count.ShouldBe(17);
        fiches[0].ShouldStartWith("Fiche n°0");
        fiches[9].ShouldStartWith("Fiche n°10");
        fiches.Select(Fold.Of).Distinct().Count().ShouldBe(17);
    }
}
