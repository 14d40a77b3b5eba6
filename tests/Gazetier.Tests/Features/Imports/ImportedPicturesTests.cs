using Gazetier.Features.Articles;
using Gazetier.Tests.Features.Pictures;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Imports;

public class ImportedPicturesTests
{
    [Fact]
    public async Task The_first_wide_picture_that_the_text_does_not_show_leads()
    {
        await using var site = await Site.OpenAsync();
        using var file = new ImportFile();
        file.Picture("i/small.png", Made.Png(300, 200));
        file.Picture("i/in text.jpg", Made.Jpeg(900, 600));
        file.Picture("i/lead.jpg", Made.Jpeg(800, 600));
        file.Write(ImportFile.Line(
            "a",
            ("body_markdown", "Texte.\n\n![Une rue](i/in%20text.jpg \"La rue, lundi\")\n\nFin."),
            ("images", new object[] { new { path = "i/small.png" }, new { path = "i/in text.jpg", credit = "Zoë" }, new { path = "i/lead.jpg", caption = "Le pont", credit = "Ali" } }),
            ("source", "Mairie")));
        var report = await file.RunAsync(site);
        report.Warnings.ShouldBeEmpty();
        report.PicturesMade.ShouldBe(3);
        var article = await OneAsync(site);
        (article.LeadPicture!.Credit, article.LeadPicture.AlternativeText, article.LeadCaption).ShouldBe(("Ali", "Le pont", "Le pont"));
        article.Body.ShouldContain("alt=\"Une rue\"");
        article.Body.ShouldContain("<figcaption>La rue, lundi <span class=\"credit\">Zoë</span></figcaption>");
        (await site.DoAsync(db => db.Pictures.SingleAsync(p => p.Credit == "Mairie"))).AlternativeText.ShouldBe("Illustration de l’article « Titre a »");
    }

    [Fact]
    public async Task A_picture_that_opens_the_text_leads_it_and_is_not_shown_twice()
    {
        await using var site = await Site.OpenAsync();
        using var file = new ImportFile();
        file.Picture("a.jpg", Made.Jpeg(900, 600));
        await file.Write(ImportFile.Line("a", ("body_markdown", "![Une rue](a.jpg)\n\nTexte."), ("source", "Mairie"))).RunAsync(site);
        var article = await OneAsync(site);
        article.LeadPicture!.AlternativeText.ShouldBe("Une rue");
        article.Body.ShouldNotContain("<img");
    }

    [Fact]
    public async Task A_picture_that_cannot_be_had_costs_itself_only_and_is_tried_again()
    {
        await using var site = await Site.OpenAsync();
        using var file = new ImportFile();
        file.Picture("fake.jpg", "du texte"u8.ToArray());
        file.Write(ImportFile.Line(
            "a",
            ("body_markdown", "![x](missing.jpg) ![x](https://example.org/a.png) Texte."),
            ("image_paths", new[] { "fake.jpg", "../../../etc/passwd", "/etc/passwd" }),
            ("source", "S")));
        var report = await file.RunAsync(site);
        (report.Created, report.ExitCode, report.Warnings.Count).ShouldBe((1, 0, 5));
        report.Warnings.ShouldAllBe(w => w.Line == 1 && w.Reason.StartsWith("l’image ", StringComparison.Ordinal));
        (await OneAsync(site)).Body.ShouldNotContain("<img");

        var before = await ImportFile.NewspaperAsync(site);
        var again = await file.RunAsync(site);
        (again.Unchanged, again.Updated).ShouldBe((1, 0));
        (await ImportFile.NewspaperAsync(site)).ShouldBe(before);

        file.Picture("fake.jpg", Made.Jpeg(700, 500));
        file.Picture("missing.jpg", Made.Jpeg(500, 500));
        (await file.RunAsync(site)).Updated.ShouldBe(1);
        var article = await OneAsync(site);
        article.LeadPictureId.ShouldNotBeNull();
        article.Body.ShouldContain("<img");
    }

    [Fact]
    public async Task A_picture_is_credited_by_the_list_of_origins_and_refused_without_anyone()
    {
        await using var site = await Site.OpenAsync();
        using var file = new ImportFile();
        file.Picture("a.jpg", Made.Jpeg(700, 400));
        file.Picture("b.jpg", Made.Jpeg(700, 401));
        File.WriteAllText(Path.Combine(file.Folder, "images.jsonl"), "{\"path\":\"a.jpg\",\"repo\":\"mairie/site\",\"licence\":\"Licence Ouverte 2.0\"}\nbroken\n");
        var report = await file.Write(ImportFile.Line("a", ("image_paths", new[] { "a.jpg", "b.jpg" }))).RunAsync(site);
        report.Warnings.ShouldHaveSingleItem().Reason.ShouldBe("l’image b.jpg n’a pas de crédit");
        (await OneAsync(site)).LeadPicture!.Credit.ShouldBe("mairie/site, Licence Ouverte 2.0");
    }

    private static Task<Article> OneAsync(Site site) =>
        site.DoAsync(db => db.Articles.AsNoTracking().Include(a => a.LeadPicture).SingleAsync(a => a.ImportKey == "articles:a"));
}
