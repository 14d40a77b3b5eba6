using System.Net;
using System.Text.Json;
using Gazetier.Tests.Features.Manuscripts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.LegalTexts;

/// <summary>Legal texts from the desk to the reader: written, listed, found, named by articles, withheld from who may not read them.</summary>
public class LegalTextPagesTests
{
    [Fact]
    public async Task A_text_is_written_listed_found_and_told_in_feeds()
    {
        await using var site = await LegalDesk.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/textes/")).Text("main .notice").ShouldBe("Rien n’est encore publié ici.");
        var text = await site.AddTextAsync(ines, ("nor", "intb 2605123 d"), ("resume", "Deux lignes.\n\n<script>alert(1)</script>Trois."), ("source", "https://example.org/texte"));
        text.Slug.ShouldBe("decret-n-2026-112-du-3-mars-2026");
        text.Nor.ShouldBe("INTB2605123D");
        text.Summary.ShouldNotContain("script");
        foreach (var list in new[] { "/textes/", "/textes/genre/textes-officiels/", "/textes/recherche?q=2026-112", "/textes/recherche?etat=InForce&annee=2026&genre=textes-officiels" })
        {
            (await visitor.GetAsync(list)).Texts("main h2 a").ShouldBe(["Décret relatif au partage de l’eau"], list);
        }

        foreach (var list in new[] { "/textes/genre/jurisprudence/", "/textes/recherche?etat=Repealed", "/textes/recherche?annee=2025", "/textes/recherche?q=lune" })
        {
            (await visitor.GetAsync(list)).Texts("main h2 a").ShouldBeEmpty(list);
        }

        var page = await visitor.GetAsync(text.Path);
        page.Text("h1").ShouldBe("Décret relatif au partage de l’eau");
        page.Text("dl.facts").ShouldContain("INTB2605123D");
        using var json = JsonDocument.Parse(page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent);
        json.RootElement.GetProperty("@type").GetString().ShouldBe("Legislation");
        json.RootElement.GetProperty("legislationLegalForce").GetString().ShouldBe("https://schema.org/InForce");
        foreach (var feed in new[] { "/textes/feed/", "/textes/feed.json", "/textes/genre/textes-officiels/feed.atom" })
        {
            (await visitor.GetAsync(feed)).Body.ShouldContain("decret-n-2026-112-du-3-mars-2026", Case.Sensitive, feed);
        }

        (await visitor.GetAsync("/textes/genre/rien/")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/textes/genre/rien/feed/")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_nothing_is_added()
    {
        await using var site = await LegalDesk.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var answer = await ines.PostAsync("/redaction/textes/nouveau", ("genre", "OfficialText"), ("titre", ""), ("date", "hier"), ("nor", "NOR"), ("ecli", "1"), ("source", "javascript:alert(1)"), ("acces", "None"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Texts(".error-summary li").Count.ShouldBe(5);
        (await site.DoAsync(db => db.LegalTexts.CountAsync())).ShouldBe(0);
        using var paul = await site.SignInAsync(Newsroom.Paul);
        (await paul.GetAsync("/redaction/textes")).Status.ShouldNotBe(HttpStatusCode.OK, "a journalist does not keep the index");
    }

    [Fact]
    public async Task G_05_the_summary_is_withheld_from_who_may_not_read_it_and_the_state_is_not()
    {
        await using var site = await LegalDesk.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var text = await site.AddTextAsync(ines, ("acces", "Subscription"), ("resume", LegalDesk.LongSummary()));
        (await ines.RepealAsync(text, tells: false)).Status.ShouldBe(HttpStatusCode.Found);
        await site.FollowChangesAsync();
        foreach (var (reader, reads) in new[] { (Newsroom.Camille, true), (Newsroom.Lou, false), (Newsroom.Noe, false) })
        {
            using var browser = await site.SignInAsync(reader);
            var page = await browser.GetAsync(text.Path);
            page.Body.Contains(LegalDesk.Withheld, StringComparison.Ordinal).ShouldBe(reads);
            page.Text(".article > header .status").ShouldBe("Abrogé depuis le 20 novembre 2026");
        }

        using var visitor = site.Visitor();
        foreach (var address in new[] { text.Path, "/textes/", "/textes/feed/", "/textes/feed.json", "/textes/recherche?q=pangolin" })
        {
            (await visitor.GetAsync(address)).Body.ShouldNotContain("mirabelle", Case.Sensitive, address);
        }
    }

    [Fact]
    public async Task An_article_names_its_texts_and_its_reader_sees_that_one_was_repealed()
    {
        await using var site = await LegalDesk.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        var text = await site.AddTextAsync(ines);
        var other = await site.AddTextAsync(ines, ("numero", "2026-500"), ("titre", "Décret qui remplace"), ("date", "2026-11-12"));
        var id = await ines.BeginAsync();
        var unclear = await ines.SaveAsync(id, ("Body", "<p>Un décret.</p>"), ("LegalTexts", "décret"));
        unclear.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unclear.Body.ShouldContain("Plusieurs textes répondent");
        await ines.SaveAsync(id, ("Body", "<p>Un décret.</p>"), ("LegalTexts", "2026-112"));
        (await ines.GetAsync($"/redaction/articles/{id}")).Text("textarea[name=LegalTexts]").ShouldBe(text.Reference);
        await ines.PublishAsync(id);
        await site.FollowChangesAsync();
        var path = (await visitor.GetAsync(text.Path)).Document.QuerySelector(".river h3 a")!.GetAttribute("href")!;
        (await visitor.GetAsync(path)).Text("section[aria-labelledby=textes-vises] .status").ShouldBe("En vigueur");

        await ines.RepealAsync(text, by: "2026-500");
        await site.FollowChangesAsync();
        var article = await visitor.GetAsync(path);
        article.Text("section[aria-labelledby=textes-vises] .status").ShouldBe("Abrogé depuis le 20 novembre 2026");
        article.Texts(".follow-these button").ShouldContain("+ " + text.Reference.Replace("n° ", "n° ", StringComparison.Ordinal));
        (await visitor.GetAsync(text.Path)).Document.QuerySelector("main .notice a")!.GetAttribute("href").ShouldBe(other.Path);
        (await visitor.GetAsync(other.Path)).Text("section[aria-labelledby=effets]").ShouldContain("Abrogé");
    }

    [Fact]
    public async Task What_is_to_come_changes_by_itself_when_its_day_begins()
    {
        await using var site = await LegalDesk.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        var text = await site.AddTextAsync(ines);
        await ines.RepealAsync(text, since: "2026-11-24");
        await site.FollowChangesAsync();
        var before = await visitor.GetAsync(text.Path);
        before.Text(".article > header .status").ShouldBe("En vigueur");
        before.Text("main .notice").ShouldStartWith("Abrogé à partir du 24 novembre 2026");
        site.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 23, 0, 1, TimeSpan.Zero));
        (await visitor.GetAsync(text.Path)).Text(".article > header .status").ShouldBe("Abrogé depuis le 24 novembre 2026", "it is midnight in Paris");
    }

    [Fact]
    public async Task A_table_is_checked_first_imported_by_a_second_gesture_and_never_twice()
    {
        await using var site = await LegalDesk.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        const string table = "genre;titre;nature;numero;date\ntexte;Sur l’eau;Décret;2026-1;2026-01-03\ntexte;;;;\njurisprudence;Sur l’air;;471234;2026-02-03\n";
        var seen = await ines.PostAsync("/redaction/textes/importer", ("table", table));
        seen.Status.ShouldBe(HttpStatusCode.OK);
        seen.Text("#verdict").ShouldBe("2 textes seraient ajoutés");
        (await site.DoAsync(db => db.LegalTexts.CountAsync())).ShouldBe(0);
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ines.PostAsync("/redaction/textes/importer", ("table", table), ("faire", "importer"))));
        both.ShouldAllBe(answer => answer.Status == HttpStatusCode.Found || answer.Status == HttpStatusCode.OK);
        (await site.DoAsync(db => db.LegalTexts.CountAsync())).ShouldBe(2);
        (await ines.PostAsync("/redaction/textes/importer", ("table", table))).Text("#verdict").ShouldBe("0 texte serait ajouté");
        (await ines.PostAsync("/redaction/textes/importer", ("table", "rien"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Of_two_who_change_a_text_the_second_is_told_and_its_address_stays()
    {
        await using var site = await LegalDesk.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var text = await site.AddTextAsync(ines);
        (string, string)[] form = [("genre", "OfficialText"), ("titre", "Un autre intitulé"), ("nature", "Loi"), ("date", "2026-03-03"), ("acces", "None"), ("visible", "true"), ("version", text.Version.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        (await ines.PostAsync($"/redaction/textes/{text.Id}", form)).Location.ShouldEndWith("?fait=enregistre");
        var late = await ines.PostAsync($"/redaction/textes/{text.Id}", form);
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Body.ShouldContain("Quelqu’un a changé ce texte");
        (await site.DoAsync(db => db.LegalTexts.SingleAsync())).ShouldSatisfyAllConditions(t => t.Slug.ShouldBe(text.Slug), t => t.Reference.ShouldBe("Loi du 3 mars 2026"));
        (await ines.GetAsync("/redaction/journal")).Body.ShouldContain("Texte changé");
    }
}
