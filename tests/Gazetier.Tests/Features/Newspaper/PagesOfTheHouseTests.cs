using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Newspaper;

public partial class PagesOfTheHouseTests
{
    public static TheoryData<string, string, string> Pages => new()
    {
        { "/contact", "Contact", "Contact" },
        { "/mentions-legales", "Mentions légales", "Legal notice" },
        { "/donnees-personnelles", "Données personnelles", "Personal data" },
        { "/accessibilite", "Accessibilité : partiellement conforme", "Accessibility: partly compliant" },
        { "/plan-du-site", "Plan du site", "Site map" },
        { "/aide", "Aide", "Help" },
        { "/ia", "Usage des machines", "Use of machines" },
        { "/corrections/", "Corrections", "Corrections" },
        { "/abonnement/", "Lisez ce dont votre métier a besoin, et rien d’autre", "Read what your job needs, and nothing else" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Each_page_is_whole_in_both_languages(string address, string french, string english)
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var page = await visitor.GetAsync(address);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Texts("h1").ShouldBe([french]);
        page.Headers["ETag"].ShouldNotBeEmpty();
        page.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldBe("http://localhost" + address);

        await visitor.PostAsync("/langue", ("langue", "en"), ("retour", address));
        var translated = await visitor.GetAsync(address);
        translated.Texts("h1").ShouldBe([english]);
        translated.Document.QuerySelectorAll("main h2, main h3, main li, main tr").Length
            .ShouldBe(page.Document.QuerySelectorAll("main h2, main h3, main li, main tr").Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Hostile.Headline)]
    public async Task No_page_is_broken_by_what_the_newsroom_wrote_or_left_out(string text)
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            var imprint = await db.Imprint.SingleAsync();
            imprint.Publisher = imprint.Host = imprint.PostalAddress = imprint.ContactEmail = imprint.ContactPhone = text;
            imprint.PublicationDirector = imprint.EditorInChief = imprint.Issn = imprint.Cppap = imprint.Notice = text;
            await db.SaveChangesAsync();
        });
        using var visitor = site.Visitor();
        foreach (var address in Pages.Select(page => page.Data.Item1))
        {
            var page = await visitor.GetAsync(address);
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Has("script:not([type='application/ld+json'])").ShouldBeFalse();
            page.Document.QuerySelectorAll("main dt, main dd").ShouldAllBe(e => e.TextContent.Trim().Length > 0);
        }
    }

    [Fact]
    public async Task The_legal_notice_says_who_answers_for_the_newspaper()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(db => db.Imprint.ExecuteUpdateAsync(i => i
            .SetProperty(x => x.Publisher, "Le Courrier SAS\nCapital de 10 000 €")
            .SetProperty(x => x.PublicationDirector, "Anne Rivoal")
            .SetProperty(x => x.Cppap, "0000 W 00000")));
        using var visitor = site.Visitor();
        var page = await visitor.GetAsync("/mentions-legales");
        page.Texts("dt").ShouldBe(["Titre", "Éditeur", "Direction de la publication", "Adresse e-mail", "Numéro de commission paritaire (CPPAP)"]);
        page.Texts("dd").ShouldBe(["Le Courrier", "Le Courrier SAS Capital de 10 000 €", "Anne Rivoal", "contact@courrier.example", "0000 W 00000"]);
    }

    [Fact]
    public async Task The_data_charter_leads_to_the_rights()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var links = (await visitor.GetAsync("/donnees-personnelles")).Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ToList();
        links.ShouldContain("/mon-compte/donnees");
        links.ShouldContain("https://www.cnil.fr/fr/plaintes");
    }

    [Fact]
    public async Task The_plan_leads_to_every_section_theme_dossier_and_author()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var links = (await visitor.GetAsync("/plan-du-site")).Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).ToList();
        string[] expected =
        [
            "/rubriques/actualite/", "/rubriques/france/", "/rubriques/juridique/", "/themes/eau/", "/themes/numerique/",
            "/dossiers/partage-de-l-eau/", "/auteurs/claire-vasseur/", "/auteurs/yann-morel/", "/accessibilite", "/aide",
        ];
        expected.ShouldBeSubsetOf(links);
    }

    /// <summary>Long prose stands in two files; what is said in one is said in the other.</summary>
    [Fact]
    public void Every_prose_in_french_has_its_english_with_the_same_links()
    {
        var folder = Path.Combine(Paths.Sources, "Features", "Newspaper");
        var french = Directory.GetFiles(folder, "_*.fr.cshtml");
        french.Length.ShouldBeGreaterThan(3);
        foreach (var file in french)
        {
            Links(file.Replace(".fr.", ".en.", StringComparison.Ordinal)).ShouldBe(Links(file), file);
        }
    }

    private static List<string> Links(string file) =>
        [.. Link().Matches(File.ReadAllText(file)).Select(m => m.Groups["target"].Value).Where(l => !l.StartsWith("mailto:", StringComparison.Ordinal))];

    [GeneratedRegex("(href|id)=\"(?<target>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
