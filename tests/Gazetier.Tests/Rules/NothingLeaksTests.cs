using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Demo;
using Gazetier.Features.Digests;
using Gazetier.Features.Follows;
using Gazetier.Features.Gifts;
using Gazetier.Features.Imports;
using Gazetier.Features.Meter;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Organisations;
using Gazetier.Features.Products;
using Gazetier.Features.Subscriptions;
using Gazetier.Tests.Features.Accounts;
using Gazetier.Tests.Features.Digests;
using Gazetier.Tests.Features.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Rules;

/// <summary>
/// What a reader may not read reaches them nowhere (G-05): not five words in a row of a withheld part, in no page, feed,
/// sitemap, header or mail, in no coding. Every address that the site links is asked, as a visitor, as one who has an account and no
/// subscription, and as one whose rights all miss, and each as one of
/// those to whom rights that miss were dealt at random (R3).
/// </summary>
public class NothingLeaksTests
{
    private static readonly Guid Registered = Guid.Parse("01900000-0000-7000-8000-0000000000a1");
    private static readonly Guid Subscriber = Guid.Parse("01900000-0000-7000-8000-0000000000a2");

    /// <summary>Holds a right of every kind, none of which opens the newspaper now.</summary>
    private static readonly Guid NearMiss = Guid.Parse("01900000-0000-7000-8000-0000000000a3");

    /// <summary>What no link leads to.</summary>
    private static readonly string[] Unlinked =
    [
        "/", "/sitemap.xml", "/sitemap-news.xml", "/robots.txt", "/.well-known/tdmrep.json", "/licence", "/licence-rsl.xml", "/.well-known/security.txt", "/abonnement/", "/aide",
        "/plan-du-site", "/mentions-legales", "/donnees-personnelles", "/accessibilite", "/contact", "/resilier", "/renoncer", "/conditions-de-vente", "/connexion", "/inscription", "/mot-de-passe-oublie",
        "/ma-gazette", "/themes", "/dossiers", "/erreur/404", "/erreur/410", "/erreur/500", "/rien-de-tel", "/corrections/", "/lettres/", "/droit-de-reponse", "/droit-de-reponse?article=1", "/reactions/1", "/reactions/3/recentes", "/reactions/charte", "/signaler/recu", "/transparence", "/mon-compte/reactions", "/reactions/1/ecrire", "/ia", "/999999/rien/", "/recherche?q=eau", "/recherche?q=commune&tri=date", "/recherche?q=le+service+public&page=2", "/recherche?genre=articles", "/recherche?genre=magazine", "/recherche/suggestions?q=ea",
        "/oembed?url=http://localhost/1/", "/oembed?url=http://localhost/3/&format=json", "/oembed?url=http://localhost/3/&format=xml", "/vignettes/article/1/x.png", "/vignettes/article/3/x.png",
        "/partenaires/1/contact", "/donnees-personnelles/registre.csv",
        "/annonces/", "/annonces/emploi/", "/annonces/recherche?q=eau", "/annonces/feed/", "/annonces/marches-publics/feed.json", "/mon-compte/annonces", "/mon-compte/annonces/nouvelle",
        "/clubs/", "/agenda/", "/agenda/agenda.ics", "/magazine/", "/magazine/feed/", "/magazine/feed.atom", "/magazine/feed.json", "/mon-compte/clubs", "/mon-compte/agenda",
        "/textes/", "/textes/genre/jurisprudence/", "/textes/recherche?q=permis", "/textes/feed/", "/textes/feed.json", "/fiches/", "/quiz/", "/concours/", "/concours/concours.ics", "/concours/feed.atom",
        "/mon-compte", "/mon-compte/donnees", "/mon-compte/donnees/export", "/mon-compte/ma-gazette", "/mon-compte/securite", "/mon-compte/abonnement", "/mon-compte/articles-offerts", "/mon-compte/places", "/mon-compte/lettres", "/mon-compte/envois", "/mon-compte/alertes", "/mon-compte/ma-gazette/flux", "/ma-gazette/editions", "/mon-compte/commandes", "/redaction", "/health/ready", "/metrics",
    ];

    [Fact]
    public async Task Nothing_withheld_in_the_demonstration_reaches_those_who_may_not_read_it()
    {
        await using var site = await Site.OpenEmptyAsync(AccountSteps.FromAnywhere);
        var silent = await SaidWithoutArticlesAsync(site);
        await site.WithAsync<MakeDemo, int>(demo => demo.RunAsync(null, TestContext.Current.CancellationToken));
        await DealtReaders.LockForATimeAsync(site);
        await site.IndexAsync();

        await NothingLeaksAsync(site, silent, everyCoding: true);
    }

    [Fact]
    public async Task Nothing_withheld_in_the_corpus_reaches_those_who_may_not_read_it()
    {
        Assert.SkipWhen(Paths.Corpus is null, "The corpus is not on this machine.");
        await using var site = await Site.OpenEmptyAsync();
        var silent = await SaidWithoutArticlesAsync(site);
        await ImportWithoutPicturesAsync(site);
        await site.IndexAsync();

        await NothingLeaksAsync(site, silent, everyCoding: false);
    }

    private static async Task NothingLeaksAsync(Site site, HashSet<ulong> silent, bool everyCoding)
    {
        await AddReadersAsync(site);
        var secrets = await site.DoAsync(db => Secrets.OfAsync(db, isRegistered: false, silent));
        var ofSubscribers = await site.DoAsync(db => Secrets.OfAsync(db, isRegistered: true, silent));
        var addresses = await AddressesAsync(site);
        await SubscribersReadThemAsync(site, addresses, ofSubscribers);

        Guid[] mailed = [Registered];
        using var visitor = site.Visitor();
        using var registered = await site.SignInAsync(Registered);
        var leaks = await LeaksAsync(visitor, secrets, addresses, everyCoding, "a visitor");
        leaks.AddRange(await LeaksAsync(registered, ofSubscribers, addresses, everyCoding, "a registered reader"));
        if (everyCoding)
        {
            using var nearMiss = await site.SignInAsync(NearMiss);
            await OpenGiftThatIsTakenBackAsync(site, nearMiss);
            leaks.AddRange(await LeaksAsync(nearMiss, ofSubscribers, addresses, everyCoding: false, "a reader whose rights all miss"));
            using var dealt = await DealtReaders.DealAsync(site, Subscriber, seed: 20261126);
            await dealt.RightOnesReadAsync(site, ofSubscribers);
            leaks.AddRange(await dealt.LeaksAsync([.. Unlinked, .. addresses], ofSubscribers));
            mailed = [.. mailed, NearMiss, .. dealt.Accounts];
        }

        leaks.AddRange(await MailLeaksAsync(site, ofSubscribers, mailed));
        leaks.ShouldBeEmpty();
    }

    private static async Task<List<string>> LeaksAsync(Browser browser, HashSet<ulong> secrets, List<string> addresses, bool everyCoding, string who)
    {
        var leaks = new List<string>();
        var walk = new Walk(browser, everyCoding);
        await walk.RunAsync([.. Unlinked, .. addresses], (place, text) =>
        {
            if (WordRuns.FirstOf(secrets, text) is { } words)
            {
                leaks.Add($"{place} tells {who}: “{words}”");
            }
        });
        walk.Seen.Count.ShouldBeGreaterThan(addresses.Count + Unlinked.Length);
        walk.Seen.ShouldContain(path => path.Contains("?page=2", StringComparison.Ordinal));
        return leaks;
    }

    /// <summary>The other way round, or the test would find nothing wherever it looked.</summary>
    private static async Task SubscribersReadThemAsync(Site site, List<string> addresses, HashSet<ulong> secrets)
    {
        using var subscriber = await site.SignInAsync(Subscriber);
        // What the newsroom still writes is withheld from all, subscribers too.
        var locked = await site.DoAsync(db => db.Articles.Published(site.Now).Where(a => a.Access == Requirement.Subscription).Select(a => ArticleAddress.Of(a.Id, a.Slug)).ToListAsync());
        locked.Count.ShouldBeGreaterThan(10);
        secrets.Count.ShouldBeGreaterThan(locked.Count * 50);
        addresses.ShouldContain(locked[0]);
        var told = 0;
        foreach (var path in locked)
        {
            told += WordRuns.FirstOf(secrets, (await subscriber.GetAsync(path)).Body) is null ? 0 : 1;
        }

        // A short text may be withheld in nothing but its headings.
        told.ShouldBeGreaterThan(locked.Count * 9 / 10);
    }

    private static async Task<List<string>> MailLeaksAsync(Site site, HashSet<ulong> secrets, Guid[] readers)
    {
        var subjects = await site.DoAsync(async db => (await db.Themes.Select(t => t.Id).ToListAsync()).ConvertAll(id => new Subject(FollowKind.Theme, id)));
        await site.DoAsync(async db =>
        {
            await db.Articles.Where(a => a.Access == Requirement.Subscription).ForEachAsync(a => a.PublishedAt = site.Now.AddHours(-1));
            await db.SaveChangesAsync();
        });
        foreach (var reader in readers)
        {
            await site.FollowAsync(reader, Frequency.EachMorning, [.. subjects]);
        }

        site.Clock.SetUtcNow(Morning.Seven);
        (await site.IssueAsync()).Posted.Sent.ShouldBeGreaterThan(0);
        await site.PostOutboxAsync();

        site.Mails.ShouldContain(m => m.To == "inscrit@example.org");
        site.Mails.Select(m => m.To).Distinct().Count().ShouldBeGreaterThanOrEqualTo(readers.Length);
        var parts = site.Mails.SelectMany(m => new[] { m.Subject, m.Text, m.Html, string.Join('\n', m.Headers.Select(h => h.Value)) });
        return [.. parts.Select(part => WordRuns.FirstOf(secrets, part)).OfType<string>().Select(words => $"a mail tells a reader who may not read it: “{words}”")];
    }

    /// <summary>Every article, every list, and its feeds in each format, whether linked or not.</summary>
    private static Task<List<string>> AddressesAsync(Site site) => site.DoAsync(async db =>
    {
        List<string> lists =
        [
            "/",
            .. await db.Sections.Select(s => "/rubriques/" + s.Slug + "/").ToListAsync(),
            .. await db.Themes.Select(t => "/themes/" + t.Slug + "/").ToListAsync(),
            .. await db.Dossiers.Select(d => "/dossiers/" + d.Slug + "/").ToListAsync(),
            .. await db.Authors.Select(a => "/auteurs/" + a.Slug + "/").ToListAsync(),
        ];
        var articles = (await db.Articles.Select(a => new { a.Id, a.Slug }).ToListAsync()).Select(a => ArticleAddress.Of(a.Id, a.Slug));
        List<string> services =
        [
            .. await db.LegalTexts.Select(t => "/textes/" + t.Slug + "/").ToListAsync(),
            .. await db.Quizzes.Select(q => "/quiz/" + q.Slug + "/").ToListAsync(),
            .. await db.Quizzes.Select(q => "/quiz/" + q.Slug + "/reponses").ToListAsync(),
            .. await db.ExamPaths.Select(p => "/concours/preparer/" + p.Slug + "/").ToListAsync(),
            .. (await db.PrintIssues.ToListAsync()).SelectMany(i => Enumerable.Range(1, i.Pages).Select(i.PathOf).Append(i.Path).Append(i.PdfPath)),
        ];
        return lists.SelectMany(list => new[] { list, list + "feed/", list + "feed.atom", list + "feed.json", list + "?page=2" }).Concat(articles).Concat(services).ToList();
    });

    /// <summary>The legal pages say much that an article about the law says too: it is no secret.</summary>
    private static async Task<HashSet<ulong>> SaidWithoutArticlesAsync(Site site)
    {
        var said = new HashSet<ulong>();
        using var visitor = site.Visitor();
        await new Walk(visitor, everyCoding: false).RunAsync(Unlinked, (_, text) => said.UnionWith(WordRuns.Of(text)));
        return said;
    }

    private static async Task ImportWithoutPicturesAsync(Site site)
    {
        var folder = Directory.CreateTempSubdirectory("gazetier-leaks-");
        try
        {
            var file = Path.Combine(folder.FullName, "articles.jsonl");
            File.Copy(Path.Combine(Paths.Corpus!, "articles.jsonl"), file);
            var import = site.Services.GetRequiredService<ImportArticles>();
            var report = await import.RunAsync(file, new ImportOptions(Requirement.Subscription), cancel: TestContext.Current.CancellationToken);
            report.Created.ShouldBeGreaterThan(400);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task AddReadersAsync(Site site) => site.DoAsync(async db =>
    {
        if (!await db.Imprint.AnyAsync())
        {
            db.Add(new Imprint { Name = "Le Courrier", Tagline = "Le journal des communes", ContactEmail = "contact@courrier.example" });
        }

        AddReader(db, Registered, "inscrit@example.org", site.Now);
        AddReader(db, Subscriber, "abonne@example.org", site.Now);
        AddReader(db, NearMiss, "presque@example.org", site.Now);
        AddRightsThatMiss(db, site.Now);
        db.Add(new Subscription { AccountId = Subscriber, From = site.Now.AddDays(-1), Until = site.Now.AddYears(1), Origin = "Formule Individuelle" });
        await db.SaveChangesAsync();
    });

    /// <summary>R3 over all reasons: ended, not begun, suspended, of another product, a seat in a contract that is suspended, a meter that is used up.</summary>
    private static void AddRightsThatMiss(GazetierDb db, DateTime now)
    {
        var organisation = new Organisation { Name = "Ville de Valmorel", CreatedAt = now };
        var suspended = Term(now.AddDays(-9), now.AddYears(1), of: organisation.Id, suspendedAt: now.AddDays(-1));
        db.AddRange(
            organisation,
            suspended,
            new Seat { SubscriptionId = suspended.Id, AccountId = NearMiss, Number = 1, TakenAt = now.AddDays(-9) },
            Term(now.AddYears(-1), now),
            Term(now.AddDays(30), now.AddYears(1)),
            Term(now.AddDays(-9), now.AddYears(1), suspendedAt: now.AddDays(-2)),
            Term(now.AddDays(-9), now.AddYears(1), products: ProductSet.Of(40)),
            new AccessRules { FreeForRegistered = 1, GiftsAMonth = 5, GiftDays = 14, GiftOpenings = 10 },
            new FreeReading { AccountId = NearMiss, Month = (now.Year * 100) + now.Month, Number = 1, ArticleId = 999_999 });

        static Subscription Term(DateTime from, DateTime until, Guid? of = null, DateTime? suspendedAt = null, ProductSet? products = null) => new()
        {
            AccountId = of is null ? NearMiss : null,
            OrganisationId = of,
            From = from,
            Until = until,
            SuspendedAt = suspendedAt,
            Products = products ?? ProductSet.Paper,
            Origin = "Qui n’ouvre pas",
        };
    }

    /// <summary>Opened in this browser, and taken back since.</summary>
    private static async Task OpenGiftThatIsTakenBackAsync(Site site, Browser browser)
    {
        var article = await site.DoAsync(db => db.Articles.Published(site.Now).Where(a => a.Access == Requirement.Subscription).Select(a => a.Id).FirstAsync());
        var gift = new Gift { ArticleId = article, GiverId = Subscriber, Month = 202611, Number = 1, CreatedAt = site.Now, ExpiresAt = site.Now.AddDays(9), MostOpenings = 3 };
        await site.DoAsync(async db =>
        {
            db.Add(gift);
            await db.SaveChangesAsync();
        });
        (await browser.PostAsync("/offert/" + gift.Token)).Location.ShouldNotBeNull();
        await site.DoAsync(db => db.Gifts.ExecuteUpdateAsync(g => g.SetProperty(x => x.RevokedAt, site.Now)));
        site.Clock.Advance(Readers.Remembered);
    }

    private static void AddReader(GazetierDb db, Guid id, string email, DateTime now) => db.Add(new Account
    {
        Id = id,
        Email = email,
        UserName = email,
        NormalizedEmail = email.ToUpperInvariant(),
        NormalizedUserName = email.ToUpperInvariant(),
        EmailConfirmed = true,
        DisplayName = "Une personne",
        SecurityStamp = "x",
        CreatedAt = now,
    });
}
