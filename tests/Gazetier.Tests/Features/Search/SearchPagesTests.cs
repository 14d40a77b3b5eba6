using System.Net;
using System.Text.Json;
using Gazetier.Features.Conversation;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Search;

/// <summary>Search as readers use it (W-05).</summary>
public class SearchPagesTests
{
    [Fact]
    public async Task Words_accents_plurals_apostrophes_ligatures_and_references_are_found()
    {
        await using var site = await Site.OpenAsync();
        await site.AddArticleAsync("Les œuvres d’art dans la ville", "<p>Les élus choisissent.</p>");
        await site.AddArticleAsync("Ce que dit la loi", "<p>L’article L2121-29 du code, et la décision n° 467 890. Ainsi dit la loi 78-17 du 6 janvier 1978, et il en coûte 12\u202F000 euros.</p>");
        await site.IndexAsync();
        using var visitor = site.Visitor();
        foreach (var (query, title) in new[]
        {
            ("q=EAU+cher", "L’eau devient plus chère"),
            ("q=l%27eau+ch%C3%A8res", "L’eau devient plus chère"),
            ("q=oeuvre", "Les œuvres d’art dans la ville"),
            ("q=L.+2121-29", "Ce que dit la loi"),
            ("q=n%C2%B0467890", "Ce que dit la loi"),
            ("q=467890", "Ce que dit la loi"),
            ("q=467+890", "Ce que dit la loi"),
            ("q=d%C3%A9cision+467%C2%A0890", "Ce que dit la loi"),
            ("q=loi+n%C2%B0+78-17", "Ce que dit la loi"),
            ("q=12000+euros", "Ce que dit la loi"),
            ("q=d%C3%A9cret+2025-77", "Décret n° 2025-77 du 14 juillet 2025"),
            ("q=2025-77", "Décret n° 2025-77 du 14 juillet 2025"),
            ("q=%22prix+du+m%C3%A8tre+cube%22", "L’eau devient plus chère"),
            ("q=forrages", "Le syndicat coupe deux forages"),
            ("q=titre%3Aforages", "Le syndicat coupe deux forages"),
            ("q=distribution", "Décret n° 2025-77 du 14 juillet 2025"),
            ("q=vannes", "Qui ouvre les vannes ?"),
        })
        {
            (await visitor.FindAsync(query)).ShouldContain(found => found.Replace('\u00A0', ' ').Replace('\u202F', ' ') == title, query);
        }

        (await visitor.FindAsync("q=eau+-prix+-forages")).ShouldNotContain("L’eau devient plus chère");
        (await visitor.GetAsync("/recherche?q=zzzzzz")).Text("main .notice").ShouldContain("Rien de publié");
        (await visitor.GetAsync("/recherche?q=cubes")).Texts(".hits mark").ShouldContain("cube");
    }

    [Fact]
    public async Task What_is_found_is_narrowed_by_heading_form_access_and_time()
    {
        await using var site = await Site.OpenAsync();
        await site.IndexAsync();
        using var visitor = site.Visitor();
        var all = await visitor.GetAsync("/recherche?q=eau");
        all.Texts(".facets h3").ShouldBe(["Genre", "Forme", "Rubrique", "Thème", "Dossier", "Auteur", "Accès", "Période"]);
        (await visitor.FindAsync($"q=eau&theme={Newsroom.Water.Slug}&acces=libre")).ShouldBe(["L’eau devient plus chère"]);
        (await visitor.FindAsync($"rubrique={Newsroom.Law.Slug}")).ShouldBe(["Le syndicat coupe deux forages"]);
        (await visitor.FindAsync($"q=auteur%3A{Newsroom.Guest.Slug}")).ShouldBe(["L’eau devient plus chère"]);
        (await visitor.FindAsync("q=eau&du=2090")).ShouldBeEmpty();
        (await visitor.GetAsync("/recherche?q=eau+auteur%3Apersonne")).Text(".notice.warn").ShouldContain("personne");
        (await visitor.FindAsync("q=eau&tri=date"))[0].ShouldBe("Le syndicat coupe deux forages");
        (await visitor.GetAsync("/recherche?q=eau&page=2")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/recherche?q=eau&page=-1")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>A number beside a link is what the link finds, whatever is chosen or typed already.</summary>
    [Fact]
    public async Task Whatever_may_be_chosen_finds_as_much_as_it_says()
    {
        await using var site = await Site.OpenAsync();
        var both = await site.AddArticleAsync("L’eau se compte en données", "<p>Les compteurs parlent.</p>", with: article => article.PublishedAt = article.AppearedAt = Newsroom.Now.UtcDateTime.AddYears(-2));
        await site.DoAsync(async db =>
        {
            var article = await db.Articles.Include(a => a.Themes).SingleAsync(a => a.Id == both);
            article.Themes.AddRange(await db.Themes.ToListAsync());
            await db.SaveChangesAsync();
        });
        await site.IndexAsync();
        using var visitor = site.Visitor();
        var followed = 0;
        foreach (var start in new[] { "q=eau", "genre=articles", $"theme={Newsroom.Water.Slug}", "q=auteur%3Amorel", "q=eau+depuis%3A2020", $"q=theme%3Aeau+depuis%3A2020&theme={Newsroom.Digital.Slug}", "q=eau&du=2024-01-01" })
        {
            var page = await visitor.GetAsync("/recherche?" + start);
            foreach (var item in page.Document.QuerySelectorAll(".facets li").Where(item => item.QuerySelector(".count") is not null))
            {
                var address = item.QuerySelector("a")!.GetAttribute("href")!;
                (await visitor.GetAsync(address)).Text("#resultats").ShouldStartWith(item.QuerySelector(".count")!.TextContent + " résultat", Case.Sensitive, $"{start} → {address}");
                followed++;
            }
        }

        followed.ShouldBeGreaterThan(20);
        (await visitor.FindAsync($"theme={Newsroom.Water.Slug}&theme={Newsroom.Digital.Slug}")).ShouldBe(["L’eau se compte en données"]);
        var narrowed = await visitor.GetAsync($"/recherche?theme={Newsroom.Water.Slug}&theme={Newsroom.Digital.Slug}&du=2024-11-01&au=2024-11-30");
        narrowed.Texts(".hits h3").ShouldBe(["L’eau se compte en données"]);
        narrowed.Document.QuerySelectorAll(".chosen a").Select(a => a.GetAttribute("href")).ShouldContain($"/recherche?theme={Newsroom.Digital.Slug}&du=2024-11-01&au=2024-11-30");
        narrowed.Document.QuerySelectorAll(".facets form input").Select(input => input.GetAttribute("name") + "=" + input.GetAttribute("value"))
            .ShouldBe([$"theme={Newsroom.Water.Slug}", $"theme={Newsroom.Digital.Slug}", "du=2024-11-01", "au=2024-11-30"]);
        (await visitor.FindAsync("q=eau+apres%3A2024&au=2024-11-30")).ShouldBeEmpty();
        (await visitor.FindAsync("q=genre%3Aentretien&forme=News")).ShouldBeEmpty();
        (await visitor.GetAsync("/recherche?q=eau")).Texts(".facets li a").ShouldContain("2024");
    }

    [Fact]
    public async Task Comments_are_found_by_who_asks_for_them_and_go_when_they_are_taken_off()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            db.ArticleConversations.Add(new ArticleConversation { ArticleId = Newsroom.Free, ChangedAt = site.Now });
            db.Comments.Add(new Comment { ArticleId = Newsroom.Free, AccountId = Newsroom.Lou, Name = "Lou", Text = "Chez nous la facture a triplé.", PostedAt = site.Now, PublishedAt = site.Now, State = CommentState.Published });
            await db.SaveChangesAsync();
        });
        await site.IndexAsync();
        using var visitor = site.Visitor();
        (await visitor.FindAsync("q=facture+tripl%C3%A9")).ShouldBeEmpty();
        (await visitor.GetAsync("/recherche?q=facture&genre=reactions")).Document.QuerySelector(".hits h3 a")!.GetAttribute("href").ShouldEndWith("/l-eau-devient-plus-chere/#reactions");
        await site.DoAsync(async db =>
        {
            await db.Comments.ExecuteUpdateAsync(c => c.SetProperty(x => x.State, CommentState.Removed));
            Gazetier.Changes.ChangeLog.Append(db, site.Now, "comment.shown", ConversationTags.Of(Newsroom.Free));
            await db.SaveChangesAsync();
        });
        await site.IndexAsync();
        (await visitor.FindAsync("q=facture&genre=reactions")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_typed_is_completed_from_what_all_may_read()
    {
        await using var site = await Site.OpenAsync();
        await site.IndexAsync();
        using var visitor = site.Visitor();
        JsonSerializer.Deserialize<string[]>((await visitor.GetAsync("/recherche/suggestions?q=syndicat+cou")).Body)!.ShouldBe(["Le syndicat coupe deux forages"]);
        JsonSerializer.Deserialize<string[]>((await visitor.GetAsync("/recherche/suggestions?q=l%27ea")).Body)!.ShouldContain("L’eau devient plus chère");
        await site.AddArticleAsync("Saint-Denis vote le porte-à-porte", "<p>Enfin.</p>");
        await site.IndexAsync();
        foreach (var typed in new[] { "Saint-De", "saint-denis", "porte-%C3%A0", "porte-%C3%A0-po", "Denis-vote" })
        {
            JsonSerializer.Deserialize<string[]>((await visitor.GetAsync("/recherche/suggestions?q=" + typed)).Body)!.ShouldBe(["Saint-Denis vote le porte-à-porte"], typed);
        }

        (await visitor.GetAsync("/recherche/suggestions?q=a")).Body.ShouldBe("[]");
        (await visitor.GetAsync("/recherche/suggestions?q=-a")).Body.ShouldBe("[]");
        (await visitor.GetAsync("/recherche/suggestions?q=brouill")).Body.ShouldBe("[]");
        (await visitor.GetAsync("/recherche/suggestions")).Body.ShouldBe("[]");
    }

    [Fact]
    public async Task The_newsroom_keeps_synonyms_and_readers_find_by_them()
    {
        await using var site = await Site.OpenAsync();
        await site.AddArticleAsync("La voirie change", "<p>Une intercommunalité s’en charge.</p>");
        await site.IndexAsync();
        using var visitor = site.Visitor();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await visitor.FindAsync("q=EPCI")).ShouldBe(["La voirie change"]);
        (await ines.GetAsync("/redaction/recherche")).Text("textarea").ShouldContain("EPCI");
        (await ines.PostAsync("/redaction/recherche", ("synonymes", "seul"), ("version", "0"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ines.PostAsync("/redaction/recherche", ("synonymes", "rue = voirie"), ("version", "0"))).Status.ShouldBe(HttpStatusCode.Found);
        (await ines.PostAsync("/redaction/recherche", ("synonymes", "a = b"), ("version", "0"))).Status.ShouldBe(HttpStatusCode.Conflict);
        await site.IndexAsync();
        (await visitor.FindAsync("q=rues")).ShouldBe(["La voirie change"]);
        (await visitor.FindAsync("q=EPCI")).ShouldBeEmpty();
        (await ines.PostAsync("/redaction/recherche?handler=Rebuild")).Status.ShouldBe(HttpStatusCode.Found);
        await site.IndexAsync();
        (await visitor.FindAsync("q=rues")).ShouldBe(["La voirie change"]);
    }

    [Fact]
    public async Task A_search_is_followed_and_tells_of_what_answers_it()
    {
        await using var site = await Site.OpenAsync();
        await site.IndexAsync();
        using var visitor = site.Visitor();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await visitor.PostAsync("/recherche", ("q", "eau -pluie"))).Location.ShouldStartWith("/connexion?retour=%2Frecherche%3Fq%3Deau");
        (await lou.PostAsync("/recherche", ("q", "budget -pluie"), ("rubrique", Newsroom.News.Slug))).Location.ShouldEndWith("fait=suivie");
        (await lou.PostAsync("/recherche", ("q", "budget -pluie"), ("rubrique", Newsroom.News.Slug))).Location.ShouldEndWith("fait=suivie");
        (await lou.PostAsync("/recherche", ("q", " "))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var follow = await site.DoAsync(db => db.Follows.SingleAsync(f => f.AccountId == Newsroom.Lou));
        follow.Label!.ShouldContain("budget -pluie");

        var right = await site.AddArticleAsync("Le budget de l’année", "<p>Il est voté.</p>");
        var unwanted = await site.AddArticleAsync("Le budget sous la pluie", "<p>Il est voté.</p>");
        var elsewhere = await site.AddArticleAsync("Le budget du droit", "<p>Il est voté.</p>", with: a => a.MainSectionId = Newsroom.Law.Id);
        await site.WithAsync<Gazetier.Features.Alerts.MatchArticles, int>(match => match.RunAsync(TestContext.Current.CancellationToken));
        var matched = await site.DoAsync(db => db.KeywordMatches.Select(m => m.ArticleId).ToListAsync());
        matched.ShouldNotContain(unwanted, "it has the unwanted word");
        matched.ShouldNotContain(elsewhere, "it is in another section");
        matched.ShouldBe([right]);
        (await lou.GetAsync("/ma-gazette")).Texts("h2 a, h3 a").ShouldContain("Le budget de l’année");
        (await lou.GetAsync("/mon-compte/ma-gazette")).Body.ShouldContain("budget -pluie");
    }

    [Fact]
    public async Task Under_an_article_stands_what_is_like_it_and_not_the_same_text_twice()
    {
        await using var site = await Site.OpenAsync();
        const string Body = "<p>Le conseil municipal vote la rénovation énergétique des écoles, avec des pompes à chaleur et des panneaux solaires.</p>";
        var id = await site.AddArticleAsync("Rénover les écoles", Body);
        await site.AddArticleAsync("Rénover les écoles du bourg", Body);
        await site.AddArticleAsync("Des panneaux solaires sur les toits", "<p>La rénovation énergétique avance : les pompes à chaleur arrivent dans chaque gymnase municipal cette année.</p>");
        await site.AddArticleAsync("La piscine", "<p>Elle ferme en été pour travaux.</p>");
        await site.IndexAsync();
        using var visitor = site.Visitor();
        var related = (await visitor.GetAsync($"/{id}/un-article/")).Texts("section[aria-labelledby=meme-sujet] a");
        related.ShouldContain(title => title.StartsWith("Des panneaux solaires", StringComparison.Ordinal));
        related.ShouldNotContain(title => title.StartsWith("Rénover les écoles du bourg", StringComparison.Ordinal));
        (await visitor.GetAsync($"/{Newsroom.Locked}/le-syndicat-coupe-deux-forages/")).Texts("section[aria-labelledby=meme-sujet] a")[0].ShouldStartWith("L’eau devient plus chère");
    }
}
