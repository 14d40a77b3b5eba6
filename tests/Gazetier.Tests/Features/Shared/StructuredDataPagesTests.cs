using System.Net;
using Gazetier.Changes;
using Gazetier.Features.Agenda;
using Gazetier.Features.Articles;
using Gazetier.Features.Magazine;
using Gazetier.Tests.Features.Announcements;
using Gazetier.Tests.Features.Clubs;
using Gazetier.Tests.Features.Conversation;
using Gazetier.Tests.Rules;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Shared;

/// <summary>W-03: every kind of page, as machines read it.</summary>
public class StructuredDataPagesTests
{
    [Theory]
    [InlineData("/", "NewsMediaOrganization WebSite")]
    [InlineData("/1/l-eau-devient-plus-chere/", "NewsArticle BreadcrumbList")]
    [InlineData("/2/article-2/", "NewsArticle BreadcrumbList")]
    [InlineData("/3/le-syndicat-coupe-deux-forages/", "NewsArticle BreadcrumbList")]
    [InlineData("/rubriques/france/", "CollectionPage BreadcrumbList")]
    [InlineData("/themes/eau/", "CollectionPage BreadcrumbList")]
    [InlineData("/dossiers/partage-de-l-eau/", "CollectionPage BreadcrumbList")]
    [InlineData("/auteurs/claire-vasseur/", "ProfilePage BreadcrumbList")]
    [InlineData("/auteurs/yann-morel/", "ProfilePage BreadcrumbList")]
    [InlineData("/clubs/juridique/", "CollectionPage")]
    [InlineData("/agenda/", "BreadcrumbList")]
    [InlineData("/agenda/tenir-une-regie/", "EducationEvent BreadcrumbList")]
    [InlineData("/annonces/", "CollectionPage BreadcrumbList")]
    [InlineData("/annonces/1/directeur-des-services-techniques/", "JobPosting BreadcrumbList")]
    [InlineData("/annonces/2/refection-des-toitures-de-l-ecole/", "BreadcrumbList")]
    [InlineData("/quiz/le-budget-communal/", "Quiz BreadcrumbList")]
    [InlineData("/magazine/", "CollectionPage BreadcrumbList")]
    [InlineData("/magazine/1/", "PublicationIssue BreadcrumbList")]
    [InlineData("/textes/decret-de-la-distribution/", "Legislation BreadcrumbList")]
    [InlineData("/concours/", "CollectionPage")]
    [InlineData("/corrections/", "CollectionPage")]
    public async Task W_03_each_kind_of_page_tells_what_it_is_and_nothing_that_is_withheld(string address, string types)
    {
        await using var site = await OpenAsync();
        foreach (var reader in new[] { site.Visitor(), await site.SignInAsync(Newsroom.Camille) })
        {
            var page = await reader.GetAsync(address);
            page.Status.ShouldBe(HttpStatusCode.OK, address);
            var told = page.Told();
            string.Join(' ', told.Select(thing => thing.Type())).ShouldBe(types);
            var all = string.Join('\n', told.Select(thing => thing.ToString()));
            Newsroom.Secret.Split(' ').Concat(Newsroom.PrintSecret.Split(' ')).ShouldAllBe(word => !all.Contains(word));
            all.ShouldNotContain("visio.courrier.example", Case.Sensitive, "the way in is for who booked");
            reader.Dispose();
        }
    }

    [Fact]
    public async Task The_trail_that_is_told_is_the_trail_that_is_shown_in_the_readers_language()
    {
        await using var site = await OpenAsync();
        using var visitor = site.Visitor();
        var page = await visitor.GetAsync("/textes/decret-de-la-distribution/");
        var steps = page.Told()[^1].GetProperty("itemListElement").EnumerateArray().ToList();
        steps.Select(step => step.GetProperty("name").GetString()).ShouldBe(page.Document.QuerySelectorAll(".breadcrumb li").Select(step => step.TextContent.Trim()));
        steps.SkipLast(1).Select(step => new Uri(step.GetProperty("item").GetString()!).AbsolutePath)
            .ShouldBe(page.Document.QuerySelectorAll(".breadcrumb a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Every_public_page_with_a_trail_tells_it_once()
    {
        await using var site = await OpenAsync();
        using var visitor = site.Visitor();
        foreach (var listed in (await site.PagesAsync()).Where(page => page.IsPublic))
        {
            var page = await visitor.GetAsync(listed.Address.Split('?')[0]);
            if (page.Status == HttpStatusCode.OK)
            {
                page.Told().Count(thing => thing.Type() == "BreadcrumbList").ShouldBe(page.Has("nav.breadcrumb") ? 1 : 0, listed.Address);
            }
        }
    }

    [Fact]
    public async Task The_front_page_says_where_one_searches_and_what_the_newspaper_holds_itself_to()
    {
        await using var site = await OpenAsync();
        using var visitor = site.Visitor();
        var told = (await visitor.GetAsync("/")).Told();
        told[0].GetProperty("correctionsPolicy").GetString().ShouldBe("http://localhost/corrections/");
        told[0].GetProperty("email").GetString().ShouldBe("contact@courrier.example");
        told[1].GetProperty("potentialAction").GetProperty("target").GetProperty("urlTemplate").GetString().ShouldBe("http://localhost/recherche?q={search_term_string}");
    }

    [Fact]
    public async Task An_article_tells_its_conversation_its_corrections_its_print_and_its_wall()
    {
        await using var site = await OpenAsync();
        await site.SaidAsync(Newsroom.Camille, "L’eau, on la paie deux fois. </script><b>");
        await site.SaidAsync(Newsroom.Lou, "Elle attend encore.", c => c.State = Gazetier.Features.Conversation.CommentState.Waiting);
        using var visitor = site.Visitor();
        var free = (await visitor.GetAsync("/1/l-eau-devient-plus-chere/")).Told()[0];
        free.GetProperty("commentCount").GetInt32().ShouldBe(1);
        free.GetProperty("discussionUrl").GetString().ShouldBe("http://localhost/reactions/1");
        free.GetProperty("comment").GetArrayLength().ShouldBe(1);
        free.GetProperty("comment")[0].GetProperty("text").GetString().ShouldBe("L’eau, on la paie deux fois. </script><b>");
        free.GetProperty("printEdition").GetString().ShouldBe("1");
        free.GetProperty("printPage").GetString().ShouldBe("3");
        free.GetProperty("image").GetProperty("url").GetString().ShouldStartWith("http://localhost/vignettes/article/1/");
        free.GetProperty("correction")[0].GetProperty("text").GetString().ShouldBe("Le prix était faux.");

        var locked = (await visitor.GetAsync("/3/le-syndicat-coupe-deux-forages/")).Told()[0];
        locked.GetProperty("isAccessibleForFree").GetBoolean().ShouldBeFalse();
        locked.GetProperty("hasPart").GetProperty("cssSelector").GetString().ShouldBe(".paywall");
        locked.GetProperty("commentCount").GetInt32().ShouldBe(0);
        locked.GetProperty("discussionUrl").GetString().ShouldBe("http://localhost/3/le-syndicat-coupe-deux-forages/#reactions");
        locked.TryGetProperty("comment", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task An_article_that_stood_on_paper_leads_to_its_issue_until_that_is_taken_back()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var line = (await visitor.GetAsync("/1/l-eau-devient-plus-chere/")).Document.QuerySelector("a[href='/magazine/1/']")!;
        line.TextContent.ShouldBe("Paru dans le n° 1, page 3");
        (await visitor.GetAsync("/2/article-2/")).Has(".article a[href='/magazine/1/']").ShouldBeFalse();
        await site.DoAsync(async db =>
        {
            (await db.PrintIssues.SingleAsync()).PublishedAt = null;
            db.Append(site.Now, "issue.withdrawn", MagazineQueries.Tag);
            await db.SaveChangesAsync();
        });
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/1/l-eau-devient-plus-chere/")).Has("a[href='/magazine/1/']").ShouldBeFalse();
    }

    [Fact]
    public async Task An_opinion_is_told_as_one_and_a_job_that_nobody_offers_is_not_told()
    {
        await using var site = await OpenAsync();
        await site.DoAsync(async db =>
        {
            (await db.Articles.SingleAsync(a => a.Id == Newsroom.Free)).Format = Format.Opinion;
            (await db.Announcements.SingleAsync(a => a.Id == 1)).Organisation = "";
            await db.SaveChangesAsync();
        });
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/1/l-eau-devient-plus-chere/")).Told()[0].Type().ShouldBe("OpinionNewsArticle");
        (await visitor.GetAsync("/annonces/1/directeur-des-services-techniques/")).Told().ShouldAllBe(thing => thing.Type() == "BreadcrumbList");
    }

    [Fact]
    public void One_writer_says_it_all()
    {
        var writers = SourceFile.OfProgram("cs", "cshtml").Where(file => file.Text.Contains("\"@context\"", StringComparison.Ordinal)).Select(file => file.Path);
        writers.ShouldBe(["Text/StructuredData.cs"]);
    }

    /// <summary>The cast's newspaper with one of each.</summary>
    private static async Task<Site> OpenAsync()
    {
        var site = await ClubSteps.OpenWithClubAsync();
        await site.AddAsync(AnnouncementSteps.Job(site));
        await site.AddAsync(AnnouncementSteps.Tender(site));
        var starts = site.Now.AddDays(10);
        await site.DoAsync(async db =>
        {
            var date = new EventDate { StartsAt = starts, EndsAt = starts.AddHours(3), ClosesAt = starts.AddDays(-1), Venue = "Hôtel de ville, Valmorel", Link = "https://visio.courrier.example/regie", Seats = 5 };
            db.AgendaEvents.Add(new AgendaEvent { Slug = "tenir-une-regie", Kind = EventKind.Training, Title = "Tenir une régie", Summary = "Une matinée.", IsPublished = true, Dates = [date] });
            db.Corrections.Add(new Correction { ArticleId = Newsroom.Free, At = site.Now.AddHours(-1), Text = "Le prix était faux." });
            await db.SaveChangesAsync();
        });
        return site;
    }
}
