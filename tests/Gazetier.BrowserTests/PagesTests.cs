using System.Collections.Concurrent;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>Every kind of page: accessible, not wider than the screen, and asking nothing of foreign hosts.</summary>
public sealed class PagesTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private const string Nowhere = "/nulle-part";

    private static readonly string[] Public =
    [
        "/", "/themes/", "/lieux/nord-59/", "/dossiers/", "/rubriques/technique/", "/themes/intelligence-artificielle/", "/dossiers/ia-au-guichet/",
        "/auteurs/claire-vasseur/", "/connexion", "/inscription", "/mot-de-passe-oublie", "/abonnement/", "/contact", "/mentions-legales", "/licence",
        "/textes/", "/textes/genre/jurisprudence/", "/textes/recherche?q=loi", "/textes/loi-n-84-53-du-26-janvier-1984/", "/textes/decret-n-87-602-du-30-juillet-1987/",
        "/fiches/", "/quiz/", "/quiz/statut-des-agents/", "/quiz/statut-des-agents/reponses?r=1-1-0-0.1-0", "/quiz/budget-communal/", "/concours/", "/concours/preparer/redacteur-territorial/",
        "/donnees-personnelles", "/accessibilite", "/plan-du-site", "/aide", Nowhere, "/resilier", "/renoncer", "/conditions-de-vente",
        "/lettres/", "/lettres/la-releve/", "/lettres/la-releve/1", "/lettres/la-releve/inscription", "/lettres/verifiez-vos-mails",
        "/clubs/", "/clubs/club-finances/", "/clubs/club-finances/questions/", "/rubriques/finances-veille/",
        "/partenaires/1/contact",
        "/recherche", "/recherche?q=eau", "/recherche?q=eau&theme=eau-et-assainissement&acces=libre", "/recherche?q=zzzz+auteur%3Apersonne",
        "/annonces/", "/annonces/emploi/", "/annonces/recherche?q=eau&lieu=Jura", "/annonces/recherche?lieu=Saint-Denis", "/annonces/1/location-et-entretien-de-photocopieurs/", "/annonces/20/renouvellement/",
        "/agenda/", "/agenda/former-les-regisseurs/", "/magazine/", "/magazine/118/", "/magazine/118/page/3/", "/magazine/118/page/4/", "/magazine/118/page/5/",
        "/reactions/3", "/reactions/9/recentes", "/reactions/charte", "/signaler/recu", "/transparence",
    ];

    private static readonly string[] Mine =
    [
        "/mon-compte/", "/mon-compte/securite", "/mon-compte/donnees", "/mon-compte/ma-gazette", "/ma-gazette", "/ma-gazette/editions", "/mon-compte/alertes", "/mon-compte/envois", "/mon-compte/ma-gazette/flux",
        "/mon-compte/reactions", "/reactions/3/ecrire", "/reactions/3/suivre", "/mon-compte/abonnement", "/mon-compte/articles-offerts", "/mon-compte/commandes", "/mon-compte/places", "/mon-compte/securite/fournisseurs",
        "/abonnement/commander/individuel", "/mon-compte/devis", "/mon-compte/lettres", "/mon-compte/clubs", "/mon-compte/agenda", "/mon-compte/annonces", "/mon-compte/annonces/nouvelle?q=eau&lieu=Jura", "/mon-compte/securite/second-facteur", "/mon-compte/securite/cles", "/mon-compte/securite/application", "/mon-compte/securite/codes-de-secours",
    ];

    private static readonly string[] OfEditors =
    [
        "/redaction", "/redaction/textes", "/redaction/textes/nouveau", "/redaction/textes/importer", "/redaction/fiches", "/redaction/quiz", "/redaction/parcours", "/redaction/concours", "/redaction/une", "/redaction/themes", "/redaction/themes/nouveau", "/redaction/themes/achat-public",
        "/redaction/themes/achat-public/fusion?dans=budget-et-fiscalite", "/redaction/themes/achat-public/suppression", "/redaction/auteurs/claire-vasseur",
        "/redaction/dossiers/ia-au-guichet/articles?q=eau", "/redaction/rubriques", "/redaction/rubriques/france", "/redaction/menu", "/redaction/redirections",
        "/redaction/redirections/import", "/redaction/reglages", "/redaction/reglages/logo", "/redaction/acces", "/redaction/lettres", "/redaction/lettres/la-releve",
        "/redaction/lettres/reglages", "/redaction/lettres/reglages/le-fil-juridique", "/redaction/envois", "/redaction/expedition",
        "/redaction/expedition/dmarc", "/redaction/clubs", "/redaction/clubs/club-finances", "/redaction/clubs/questions",
        "/redaction/recherche", "/redaction/partenaires", "/redaction/partenaires/nouveau", "/redaction/partenaires/1", "/redaction/donnees", "/redaction/robots?rubrique=numerique", "/redaction/robots/visites?jours=90",
        "/redaction/agenda", "/redaction/agenda/nouveau", "/redaction/agenda/former-les-regisseurs", "/redaction/agenda/former-les-regisseurs/dates/nouvelle",
        "/redaction/annonces", "/redaction/annonces/nouvelle", "/redaction/annonces/2", "/redaction/annonces/importer", "/redaction/annonces/flux",
        "/redaction/magazine", "/redaction/magazine/nouveau", "/redaction/magazine/118", "/redaction/magazine/118/sommaire", "/redaction/magazine/118/pages/3", "/redaction/magazine/118/pdf", "/magazine/118/page/4/",
        "/redaction/conversation", "/redaction/conversation?vue=signalees", "/redaction/conversation?vue=toutes", "/redaction/conversation/recours",
        "/redaction/conversation/regles", "/redaction/conversation/articles/3",
    ];

    private static readonly string[] OfTheDesk =
    [
        "/redaction/lecteurs?q=a", "/redaction/pourquoi?lecteur=abonnee@echelon.example&article=1", "/redaction/resiliations", "/redaction/organismes",
        "/redaction/commandes", "/redaction/formules", "/redaction/codes", "/redaction/produits", "/redaction/produits/1", "/redaction/reglements/moyens",
        "/redaction/conditions", "/redaction/tva", "/redaction/adresses-ecartees",
    ];

    private static readonly string[] OfAdministrators = ["/redaction/equipe", "/redaction/equipe/nouveau", "/redaction/journal"];

    /// <summary>A browser has two minutes for what it does.</summary>
    private const int PagesInAWalk = 40;

    private readonly string _url = demo.Site.Url;

    /// <summary>The page, its style, its fonts and its scripts as they come over the wire; pictures come later, as one scrolls.</summary>
    [Fact]
    public Task The_first_view_of_an_article_weighs_less_than_100_kilobytes() => Chromium.WalkAsync(async browser =>
    {
        var finder = await browser.PageAsync();
        foreach (var article in (await ArticlesAsync(finder)).Take(8))
        {
            // A browser of its own each time, which knows no file yet.
            var visitor = await browser.PageAsync();
            await visitor.GotoAsync(_url + article);
            await visitor.EvaluateAsync("() => document.fonts.ready.then(() => true)");
            var bytes = await visitor.EvaluateAsync<int>(
                """
                () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                  .filter(one => !one.name.includes('/images/')).reduce((sum, one) => sum + one.encodedBodySize, 0)
                """);
            bytes.ShouldBeInRange(50_000, 100_000, $"{article}: {bytes}");
        }
    });

    /// <summary>Axe sees both layouts and both palettes once; at the other sizes a page is measured.</summary>
    [Theory]
    [InlineData(320, false, true)]
    [InlineData(768, false, false)]
    [InlineData(1280, false, false)]
    [InlineData(1280, true, true)]
    public async Task Every_page_passes_axe_fits_its_screen_and_stays_at_home(int width, bool dark, bool withAxe)
    {
        var problems = new ConcurrentQueue<string>();
        await Chromium.WalkAsync(async browser =>
        {
            var visitor = await browser.PageAsync(width: width, dark: dark);
            await EnlargeAsync(visitor, width >= 768 ? (await ArticlesAsync(visitor)).Take(4) : [], problems);
        });
        await LookAsAsync(null, "", async page => [.. Public, .. (await ArticlesAsync(page)).Take(8)]);
        await LookAsAsync("abonnee@echelon.example", "une-abonnee-fidele", async page =>
            [.. Mine, "/concours/preparer/redacteur-territorial/", "/quiz/budget-communal/", "/", .. (await ArticlesAsync(page)).Take(12)]);
        await LookAsAsync("redaction@echelon.example", "bouclage-a-six-heures", async page =>
        [
            .. OfEditors,
            .. (await LinksAsync(page, "/redaction/textes", "tbody th a")).Take(1).SelectMany(link => new[] { link, link + "/etat" }),
            .. (await LinksAsync(page, "/redaction/fiches", "tbody th a")).Take(1),
            .. (await LinksAsync(page, "/redaction/quiz", "tbody th a")).Take(1),
            .. (await LinksAsync(page, "/redaction/parcours", "tbody th a")).Take(1),
            .. (await LinksAsync(page, "/redaction/concours", "tbody th a")).Take(1),
        ]);
        await LookAsAsync("abonnements@echelon.example", "bonjour-le-service-client", async page =>
            [.. OfTheDesk, .. await LinksAsync(page, "/redaction/lecteurs?q=abonnee", "tbody th a"), .. await LinksAsync(page, "/redaction/organismes", "main th a")]);
        await LookAsAsync("administration@echelon.example", "qui-compose-l-equipe", _ => Task.FromResult<IReadOnlyList<string>>(OfAdministrators));
        problems.ShouldBeEmpty();

        async Task LookAsAsync(string? email, string password, Func<IPage, Task<IReadOnlyList<string>>> pages)
        {
            IReadOnlyList<string> paths = [];
            await WalkAsync(async page => paths = await pages(page));
            foreach (var part in paths.Chunk(PagesInAWalk))
            {
                await WalkAsync(async page =>
                {
                    Watch(page, problems);
                    await LookAsync(page, part, withAxe, problems);
                });
            }

            Task WalkAsync(Func<IPage, Task> walk) => Chromium.WalkAsync(async browser =>
            {
                var page = await browser.PageAsync(width: width, dark: dark);
                if (email is not null)
                {
                    await page.SignInAsync(demo.Site, email, password);
                }

                await walk(page);
            });
        }
    }

    private async Task<string[]> LinksAsync(IPage page, string path, string links)
    {
        await page.GotoAsync(_url + path);
        var found = await page.Locator(links).EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        found.ShouldNotBeEmpty(path);
        return found;
    }

    private async Task<List<string>> ArticlesAsync(IPage page)
    {
        await page.GotoAsync(_url + "/");
        var links = await page.Locator("main .teaser :is(h2, h3) a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        return [.. links.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Text at twice its size stays on the screen.</summary>
    private async Task EnlargeAsync(IPage page, IEnumerable<string> paths, ConcurrentQueue<string> problems)
    {
        foreach (var path in paths)
        {
            await page.GotoAsync(_url + path);
            await page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
            await MeasureAsync(page, path + " at 200 %", problems);
        }
    }

    private static async Task MeasureAsync(IPage page, string what, ConcurrentQueue<string> problems)
    {
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (wide > 0)
        {
            var culprits = await page.EvaluateAsync<string[]>(
                """
                [...document.body.querySelectorAll('*')].filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth)
                    .slice(-3).map(one => one.outerHTML.slice(0, 120))
                """);
            problems.Enqueue($"{what} is {wide} pixels too wide at {page.ViewportSize!.Width}: {string.Join(" | ", culprits)}");
        }
    }

    private async Task LookAsync(IPage page, IEnumerable<string> paths, bool withAxe, ConcurrentQueue<string> problems)
    {
        foreach (var path in paths)
        {
            if (await page.GotoAsync(_url + path) is { Ok: false } answer && path != Nowhere)
            {
                problems.Enqueue($"{path} answers {answer.Status}");
            }

            await MeasureAsync(page, path, problems);
            if (withAxe)
            {
                await page.CheckAsync(path, problems);
            }
        }
    }

    private void Watch(IPage page, ConcurrentQueue<string> problems)
    {
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(_url, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                problems.Enqueue($"{page.Url} asks {request.Url}");
            }
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal))
            {
                problems.Enqueue($"{page.Url}: {message.Text}");
            }
        };
    }
}
