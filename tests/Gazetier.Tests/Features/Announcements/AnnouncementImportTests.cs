using System.Net;
using System.Text;
using Gazetier.Features.Announcements;
using Gazetier.Tests.Rules;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using static Gazetier.Tests.Features.Announcements.AnnouncementSteps;

namespace Gazetier.Tests.Features.Announcements;

/// <summary>Announcements from a table: judged line by line, taken over once, changed where they changed.</summary>
public class AnnouncementImportTests
{
    private const string Page = Bureau + "/importer";
    private const string Head = "genre;objet;organisme;lieu;territoire;reference;limite;nature;lien;texte\n";
    private const string Roof = "marche;Toiture;Valmorel;Valmorel;Savoie;A-1;2026-12-20 12:00;travaux;https://m.example/1;Un lot\n";

    [Fact]
    public async Task Each_line_is_judged_and_the_good_ones_are_kept()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        const string table = Head + Roof
            + "emploi;Archiviste;Valmorel;;;A-2;20/12/2026;;;\n"
            + "lune;Rien;;;;A-3;2026-12-20;;;\n"
            + "marche;;;;;A-4;2026-12-20;;;\n"
            + "marche;Sans numéro;;;;;2026-12-20;;;\n"
            + "marche;Sans date;;;;A-6;demain;;;\n"
            + "marche;Passée;;;;A-7;2026-01-01;;;\n"
            + "marche;Ailleurs;;;Saint-Denis;A-8;2026-12-20;;;\n"
            + "marche;Or;;;;A-9;2026-12-20;or;;\n"
            + "marche;Piège;;;;A-10;2026-12-20;;javascript:alert(1);\n"
            + "marche;Encore;;;;A-1;2026-12-20;;;\n";
        var preview = await ines.PostAsync(Page, ("table", table));
        preview.Texts("tbody .status").ShouldBe(
        [
            "Sera publiée", "Sera publiée", "Genre inconnu : écrivez marche ou emploi", "Il manque l’objet", "Il manque la référence", "La date limite manque ou ne se lit pas",
            "La date limite est passée", "Ce territoire est inconnu, ou porte le nom de plusieurs", "Nature inconnue : écrivez travaux, fournitures ou services",
            "Le lien n’est pas une adresse du web", "Cette référence est déjà plus haut",
        ]);
        (await site.AnnouncementsAsync()).ShouldBeEmpty("nothing is added before one has seen it");
        (await ines.PostAsync(Page, ("table", table), ("faire", "importer"))).Location.ShouldBe(Bureau + "?ajoutees=2&changees=0");
        var kept = await site.AnnouncementsAsync();
        kept.Select(a => (a.Title, a.Origin, a.ExternalReference)).ShouldBe([("Toiture", "csv", "A-1"), ("Archiviste", "csv", "A-2")]);
        kept[0].DeadlineAt.ShouldBe(new DateTime(2026, 12, 20, 11, 0, 0, DateTimeKind.Utc));
        kept[1].DeadlineAt.ShouldBe(new DateTime(2026, 12, 20, 22, 59, 0, DateTimeKind.Utc), "a day lasts to its end");
    }

    [Fact]
    public async Task Twice_the_same_adds_nothing_and_what_changed_is_changed()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ines.PostAsync(Page, ("table", Head + Roof), ("faire", "importer"));
        (await ines.PostAsync(Page, ("table", Head + Roof))).Texts("tbody .status").ShouldBe(["Déjà là, sans changement"]);
        // What the newsroom wrote or took off stays, as long as the table says the same.
        await site.DoAsync(db => db.Announcements.ExecuteUpdateAsync(a => a.SetProperty(x => x.Title, "Corrigée").SetProperty(x => x.WithdrawnAt, site.Now)));
        await ines.PostAsync(Page, ("table", Head + Roof), ("faire", "importer"));
        (await site.AnnouncementsAsync()).Single().Title.ShouldBe("Corrigée");
        (await ines.PostAsync(Page, ("table", Head + Roof.Replace("Un lot", "Deux lots", StringComparison.Ordinal)), ("faire", "importer"))).Location.ShouldBe(Bureau + "?ajoutees=0&changees=1");
        var changed = (await site.AnnouncementsAsync()).Single();
        (changed.Title, changed.Text, changed.WithdrawnAt is not null).ShouldBe(("Toiture", "Deux lots", true));
    }

    [Fact]
    public async Task Six_at_once_import_it_once()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await using var other = await site.OpenNodeAsync();
        using var elsewhere = await other.SignInAsync(Newsroom.Ines);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => (n % 2 == 0 ? ines : elsewhere).PostAsync(Page, ("table", Head + Roof), ("faire", "importer"))));
        answers.ShouldAllBe(a => a.Status == HttpStatusCode.Redirect || a.Status == HttpStatusCode.OK);
        (await site.AnnouncementsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Whatever_stands_in_a_table_breaks_nothing_and_runs_nowhere()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        var table = new StringBuilder(Head);
        foreach (var (number, payload) in Payloads.All.Index().Where(one => one.Item.Length < 150))
        {
            var cell = $"\"{payload.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"emploi;{cell};{cell};{cell};;H-{number};2026-12-20;;;{cell}\n");
        }

        // As a file: a form takes no NUL.
        using var request = new HttpRequestMessage(HttpMethod.Post, Page)
        {
            Content = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(table.ToString())), "fichier", "annonces.csv" }, { new StringContent("importer"), "faire" } },
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        (await ines.SendAsync(request)).Status.ShouldBe(HttpStatusCode.Redirect);
        await site.FollowChangesAsync();
        var kept = await site.AnnouncementsAsync();
        kept.Count.ShouldBeGreaterThan(20);
        List<string> paths = ["/annonces/", "/annonces/?page=2", "/annonces/emploi/feed/", "/annonces/emploi/feed.atom", "/annonces/emploi/feed.json", .. kept.Select(a => a.Path), .. kept.Take(10).Select(a => $"{Bureau}/{a.Id}")];
        foreach (var path in paths)
        {
            var answer = await (path.StartsWith(Bureau, StringComparison.Ordinal) ? ines : visitor).GetAsync(path);
            answer.Status.ShouldBe(HttpStatusCode.OK, path);
            Intact.Wrong(answer).ShouldBeEmpty(path);
        }
    }

    [Fact]
    public async Task What_is_no_table_or_too_much_is_said_and_the_example_is_a_table()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        foreach (var table in new[] { "", "bonjour", Head, string.Concat(Enumerable.Repeat("a;b\n", 10)), Head + string.Concat(Enumerable.Range(0, 2_001).Select(n => $"lune;x;;;;R{n};;;;\n")) })
        {
            var answer = await ines.PostAsync(Page, ("table", table));
            (answer.Status, answer.Texts(".error-summary li").Count).ShouldBe((HttpStatusCode.UnprocessableEntity, 1));
        }

        var example = await ines.GetAsync(Page + "?format=csv");
        (await ines.PostAsync(Page, ("table", example.Body))).Texts("tbody .status").ShouldBe(["Sera publiée", "Sera publiée"]);
    }
}
