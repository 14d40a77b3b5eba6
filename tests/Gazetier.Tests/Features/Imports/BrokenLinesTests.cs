using System.Text;
using Gazetier.Features.Imports;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Imports;

public class BrokenLinesTests
{
    public static TheoryData<string, string> Broken => new()
    {
        { "rien de JSON", "JSON" },
        { "[1,2]", "objet" },
        { "\"texte\"", "objet" },
        { ImportFile.Line("x") + ImportFile.Line("y"), "JSON" },
        { ImportFile.Line("x", ("id", null)), "« id » manque" },
        { ImportFile.Line("x", ("id", "")), "« id » manque" },
        { ImportFile.Line("x", ("id", 1.5)), "« id »" },
        { ImportFile.Line("x", ("id", new string('i', 300))), "« id » a 300" },
        { ImportFile.Line("x", ("title", null)), "« title » manque" },
        { ImportFile.Line("x", ("title", " \u0001 ")), "« title » manque" },
        { ImportFile.Line("x", ("title", 12)), "« title »" },
        { ImportFile.Line("x", ("title", new string('t', 2000))), "« title »" },
        { ImportFile.Line("x", ("modified_reason", new string('r', 501))), "« modified_reason » a 501" },
        { ImportFile.Line("x", ("date", null)), "« date » manque" },
        { ImportFile.Line("x", ("date", "hier")), "« date »" },
        { ImportFile.Line("x", ("date", "2024-13-45")), "« date »" },
        { ImportFile.Line("x", ("date", "0001-01-01")), "l’an 1" },
        { ImportFile.Line("x", ("date", 20240305)), "« date »" },
        { ImportFile.Line("x", ("tags", "RGPD")), "« tags »" },
        { ImportFile.Line("x", ("tags", new object[] { 1 })), "« tags »" },
        { ImportFile.Line("x", ("tags", Enumerable.Range(0, 300))), "« tags »" },
        { ImportFile.Line("x", ("authors", new object[] { new { prenom = "Z" } })), "« authors »" },
        { ImportFile.Line("x", ("images", new object[] { new { alt = "Z" } })), "« path »" },
        { ImportFile.Line("x", ("images", new object[] { 3 })), "« images »" },
        { ImportFile.Line("x", ("body_markdown", new { })), "« body_markdown »" },
        { ImportFile.Line("x", ("access", "tout le monde")), "« access »" },
        { ImportFile.Line("x", ("free", "oui")), "« free »" },
        { ImportFile.Line("x", ("format", "7")), "« format »" },
        { ImportFile.Line("x", ("section", new string('s', 300))), "« section »" },
        { ImportFile.Line("x").Replace("Titre", "\\ud83d", StringComparison.Ordinal), "surrogate" },
        { ImportFile.Line("x", ("body_markdown", new string('m', 5_000_000))), "5000000" },
    };

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public async Task A_broken_line_costs_itself_only(string line, string reason)
    {
        await using var site = await Site.OpenAsync();
        using var file = new ImportFile();
        var report = await file.Write(ImportFile.Line("a"), line, "", ImportFile.Line("b")).RunAsync(site);
        (report.Created, report.ExitCode).ShouldBe((2, 1));
        var skipped = report.Skipped.ShouldHaveSingleItem();
        skipped.Line.ShouldBe(2);
        skipped.Reason.ShouldContain(reason);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_cost_their_line()
    {
        await using var site = await Site.OpenAsync();
        using var file = new ImportFile();
        var invalid = Encoding.UTF8.GetBytes(ImportFile.Line("x", ("title", "Z?Z")));
        invalid[Array.IndexOf(invalid, (byte)'?')] = 0xFF;
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(ImportFile.Line("a")), (byte)'\r'];
        var report = await file.Write(marked, invalid, Encoding.UTF8.GetBytes(ImportFile.Line("b"))).RunAsync(site);
        report.Created.ShouldBe(2);
        report.Skipped.ShouldBe([new ImportRemark(2, "la ligne n’est pas en UTF-8")]);
    }

    [Fact]
    public async Task A_line_of_fifty_megabytes_is_passed_over()
    {
        await using var site = await Site.OpenAsync();
        using var file = new ImportFile();
        var huge = new byte[50_000_000];
        Array.Fill(huge, (byte)'x');
        var report = await file.Write(huge, Encoding.UTF8.GetBytes(ImportFile.Line("a")), huge).RunAsync(site);
        report.Created.ShouldBe(1);
        report.Skipped.Select(s => s.Line).ShouldBe([1, 3]);
        report.Skipped[0].Reason.ShouldContain("8 Mo");
    }

    [Fact]
    public async Task A_second_line_of_one_article_is_refused_and_the_first_named()
    {
        await using var site = await Site.OpenAsync();
        using var file = new ImportFile();
        var report = await file.Write(ImportFile.Line("a"), ImportFile.Line("b"), ImportFile.Line("a", ("title", "Autre"))).RunAsync(site);
        report.Skipped.ShouldHaveSingleItem().ShouldBe(new ImportRemark(3, "« id » a est déjà celui de la ligne 1"));
        (await site.DoAsync(db => db.Articles.SingleAsync(a => a.ImportKey == "articles:a"))).Headline.ShouldBe("Titre a");
    }

    [Fact]
    public async Task Characters_that_a_database_refuses_are_taken_out()
    {
        await using var site = await Site.OpenAsync();
        using var file = new ImportFile();
        var report = await file.Write(ImportFile.Line(
            "a", ("title", "Ti\0tre \uFFFE😀"), ("tags", new[] { "Th\0ème" }), ("body_markdown", "Te\0xte\u0008"), ("standfirst", "Cha\0pô"))).RunAsync(site);
        report.Created.ShouldBe(1);
        var article = await site.DoAsync(db => db.Articles.Include(a => a.Themes).SingleAsync(a => a.ImportKey == "articles:a"));
        (article.Headline, article.Themes[0].Name, article.Standfirst).ShouldBe(("Titre 😀", "Thème", "Chapô"));
        article.Body.ShouldContain("Texte");
    }

    [Fact]
    public async Task A_file_without_a_good_line_does_nothing()
    {
        await using var site = await Site.OpenAsync();
        using var file = new ImportFile();
        (await file.Write("a", "b").RunAsync(site)).ExitCode.ShouldBe(2);
        (await file.Write(Array.Empty<string>()).RunAsync(site)).ExitCode.ShouldBe(2);
        File.Delete(file.Path);
        await Should.ThrowAsync<IOException>(() => file.RunAsync(site));
    }
}
