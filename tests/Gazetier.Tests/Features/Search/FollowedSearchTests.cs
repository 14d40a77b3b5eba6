using System.Net;
using Gazetier.Features.Alerts;
using Gazetier.Features.Articles;
using Gazetier.Features.Digests;
using Gazetier.Features.Follows;
using Gazetier.Tests.Features.Digests;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Search;

public class FollowedSearchTests
{
    private const string Feeds = "/mon-compte/ma-gazette/flux";

    [Theory]
    [InlineData("vasseur", "the last name of its author")]
    [InlineData("eau", "its theme")]
    [InlineData("piscine ferme travaux grenouille", "most of four words")]
    [InlineData("\"ferme en été\"", "a phrase")]
    [InlineData("titre:piscine", "a word of its title")]
    [InlineData("auteur:claire-vasseur", "no word at all")]
    public async Task What_the_page_finds_is_told_as_well(string written, string why)
    {
        await using var site = await Site.OpenAsync();
        await site.IndexAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.PostAsync("/recherche", ("q", written))).Location.ShouldEndWith("fait=suivie");
        await AddPoolAsync(site);
        await site.IndexAsync();
        (await lou.FindAsync("q=" + Uri.EscapeDataString(written))).ShouldContain("La piscine", why);
        await MatchAsync(site);
        (await lou.GetAsync("/ma-gazette")).Texts("h2 a, h3 a").ShouldContain("La piscine", why);
    }

    [Fact]
    public async Task A_synonym_that_the_newsroom_writes_later_counts()
    {
        await using var site = await Site.OpenAsync();
        await site.IndexAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await lou.PostAsync("/recherche", ("q", "bassin"));
        (await ines.PostAsync("/redaction/recherche", ("synonymes", "piscine = bassin"), ("version", "0"))).Status.ShouldBe(HttpStatusCode.Found);
        await site.FollowChangesAsync();
        await AddPoolAsync(site);
        await MatchAsync(site);
        (await lou.GetAsync("/ma-gazette")).Texts("h2 a, h3 a").ShouldContain("La piscine");
    }

    [Fact]
    public async Task Who_follows_it_is_shown_so_and_ends_it_where_it_was_begun()
    {
        await using var site = await Site.OpenAsync();
        await site.IndexAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync("/recherche?q=&theme=eau&du=2026-11-16")).Texts("form.follow button").ShouldBe(["Suivre cette recherche"]);
        (await lou.GetAsync("/recherche?du=2026-11-16")).Texts("form.follow button").ShouldBeEmpty("a span of time alone is nothing to follow");
        (await lou.GetAsync("/recherche?q=furages")).Texts("form.follow button").ShouldBeEmpty("what was guessed is not told");
        (await lou.PostAsync("/recherche", ("q", "forage"), ("theme", "eau"))).Location.ShouldEndWith("fait=suivie");
        (await site.DoAsync(db => db.Follows.Where(f => f.AccountId == Newsroom.Lou).Select(f => f.Label).SingleAsync())).ShouldBe("forage · Eau");
        (await lou.GetAsync("/recherche?q=forage&theme=eau")).Texts("form.follow button").ShouldBe(["Ne plus suivre cette recherche"]);
        (await lou.PostAsync("/recherche", ("q", "forage"), ("theme", "eau"), ("action", "quitter"))).Location.ShouldEndWith("fait=quittee");
        (await lou.GetAsync("/recherche?q=forage&theme=eau")).Texts("form.follow button").ShouldBe(["Suivre cette recherche"]);
        (await site.DoAsync(db => db.Keywords.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Who_follows_as_many_as_one_may_leaves_nothing_behind()
    {
        await using var site = await Site.OpenAsync();
        await site.IndexAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await site.DoAsync(async db =>
        {
            db.Follows.AddRange(Enumerable.Range(0, ReadFollows.MostKeywords).Select(n => new Follow { AccountId = Newsroom.Lou, Kind = FollowKind.Keyword, SubjectId = Guid.CreateVersion7(), Label = $"mot {n}", CreatedAt = site.Now }));
            await db.SaveChangesAsync();
        });
        (await lou.PostAsync("/recherche", ("q", "forage"))).Location.ShouldEndWith("fait=trop");
        (await site.DoAsync(db => db.Keywords.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task It_has_a_part_of_the_edition_and_a_feed_of_its_own()
    {
        await using var site = await Site.OpenAsync();
        await site.IndexAsync();
        await site.FollowAsync(Newsroom.Lou, Frequency.EachMorning, Morning.Theme(Newsroom.Water));
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await lou.PostAsync("/recherche", ("q", "grenouilles"));
        await lou.PostAsync(Feeds, ("faire", "ouvrir"));
        site.Clock.SetUtcNow(Morning.Seven);
        await site.PublishAsync("Une mare", site.Now.AddMinutes(-5), body: "<p>Des grenouilles.</p>");
        await MatchAsync(site);
        await site.IssueAsync();

        var mail = site.Mails.ShouldHaveSingleItem();
        mail.Text.ShouldMatch(@"Dans votre recherche «\sgrenouilles\s»");
        mail.Text.IndexOf("Une mare", StringComparison.Ordinal).ShouldBeGreaterThan(mail.Text.IndexOf("Dans votre recherche", StringComparison.Ordinal));
        mail.Text.IndexOf("Le syndicat coupe deux forages", StringComparison.Ordinal).ShouldBeLessThan(mail.Text.IndexOf("Dans votre recherche", StringComparison.Ordinal));

        var address = new Uri((await lou.GetAsync(Feeds)).Document.QuerySelector("input[aria-label='Adresse du flux grenouilles']")!.GetAttribute("value")!).PathAndQuery;
        using var reader = site.Visitor();
        var feed = await reader.GetAsync(address + "feed/");
        feed.Status.ShouldBe(HttpStatusCode.OK);
        feed.Body.ShouldContain("Une mare");
        feed.Body.ShouldNotContain("Le syndicat coupe deux forages");
        await lou.PostAsync("/recherche", ("q", "grenouilles"), ("action", "quitter"));
        (await reader.GetAsync(address + "feed/")).Status.ShouldBe(HttpStatusCode.NotFound, "it is followed no more");
    }

    [Fact]
    public async Task What_readers_wrote_goes_with_its_article_and_has_its_headline()
    {
        await using var site = await Site.OpenAsync();
        var id = await AddPoolAsync(site);
        await site.DoAsync(async db =>
        {
            db.Comments.Add(new() { ArticleId = id, AccountId = Newsroom.Lou, Name = "Lou", Text = "Le bassin fuyait.", PostedAt = site.Now, PublishedAt = site.Now, State = Gazetier.Features.Conversation.CommentState.Published });
            db.ArticleConversations.Add(new() { ArticleId = id, ChangedAt = site.Now });
            await db.SaveChangesAsync();
        });
        await site.IndexAsync();
        using var visitor = site.Visitor();
        (await visitor.FindAsync("q=bassin&genre=reactions")).ShouldBe(["La piscine"]);
        await ChangeAsync(site, id, article => article.Headline = "La piscine rouvre");
        await site.IndexAsync();
        (await visitor.FindAsync("q=bassin&genre=reactions")).ShouldBe(["La piscine rouvre"]);
        await ChangeAsync(site, id, article => article.Withdraw(site.Now, "Une erreur."));
        await site.IndexAsync();
        (await visitor.FindAsync("q=bassin&genre=reactions")).ShouldBeEmpty();
    }

    private static Task ChangeAsync(Site site, long id, Action<Article> change) => site.DoAsync(async db =>
    {
        var article = await db.Articles.SingleAsync(a => a.Id == id);
        change(article);
        Gazetier.Changes.ChangeLog.Append(db, site.Now, "article.corrected", [ArticleTags.Article(id)]);
        await db.SaveChangesAsync();
    });

    /// <summary>An article of Claire Vasseur about water.</summary>
    private static async Task<long> AddPoolAsync(Site site)
    {
        var id = await site.AddArticleAsync("La piscine", "<p>Elle ferme en été pour travaux.</p>", with: article => article.Bylines.Add(new Byline { AuthorId = Newsroom.Claire.Id, Position = 1 }));
        await site.DoAsync(async db =>
        {
            var article = await db.Articles.Include(a => a.Themes).SingleAsync(a => a.Id == id);
            article.Themes.Add(await db.Themes.SingleAsync(t => t.Slug == "eau"));
            await db.SaveChangesAsync();
        });
        return id;
    }

    private static Task<int> MatchAsync(Site site) => site.WithAsync<MatchArticles, int>(match => match.RunAsync(TestContext.Current.CancellationToken));
}
