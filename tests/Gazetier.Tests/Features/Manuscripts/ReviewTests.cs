using System.Net;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Manuscripts;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Manuscripts;

/// <summary>What a machine wrote appears under a person's name, or not at all (L-90).</summary>
public class ReviewTests
{
    private const string Page = "/redaction/articles/4/parution";
    private static readonly SignedIn Ines = new(Newsroom.Ines, Guid.CreateVersion7(), "Inès", StaffRole.EditorInChief, Language.French, null, null, true);

    private static readonly (string, string)[] All =
    [
        .. new[] { "length", "kicker", "standfirst", "authors", "theme", "picture", "alternatives", "credits", "headings", "tables", "wording", "links", "mark", "review" }.Select(key => ("passe", key)),
        ("version", "2"),
    ];

    [Fact]
    public async Task Whoever_publishes_what_a_machine_wrote_says_that_they_read_it_over()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await WriteAsync(site, MachineUse.Generated);
        var page = await ines.GetAsync(Page);
        page.Has(".checklist input[name=relu]").ShouldBeTrue();
        page.Has(".checklist input[name=passe][value=review]").ShouldBeFalse();

        var refused = await ines.PostAsync(Page, All);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text(".error-summary").ShouldContain("relecture par une personne");
        (await ArticleAsync(site)).Status.ShouldBe(ArticleStatus.Draft);

        (await ines.PostAsync(Page, [.. All, ("relu", "true")])).Status.ShouldBe(HttpStatusCode.Redirect);
        var article = await ArticleAsync(site);
        (article.Status, article.ReviewedBy, article.ReviewedAt).ShouldBe((ArticleStatus.Published, "Inès", site.Now));
        (await site.DoAsync(db => db.Acts.SingleAsync(a => a.What == "article.reviewed"))).ByName.ShouldBe("Inès");
        await site.FollowChangesAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync(ArticleAddress.Of(article.Id, article.Slug))).Text(".machine").ShouldContain("relu par Inès le 23 novembre 2026");
    }

    [Fact]
    public async Task No_other_door_publishes_it_unread()
    {
        await using var site = await Site.OpenAsync();
        await WriteAsync(site, MachineUse.Generated);
        var outcome = await site.WithAsync<PublishArticle, PublishOutcome>(publish => publish.RunAsync(Newsroom.Draft, new Publication(new StartingPoint(2)), Ines, CancellationToken.None));
        outcome.ShouldBe(PublishOutcome.Unreviewed);
        (await ArticleAsync(site)).Status.ShouldBe(ArticleStatus.Draft);
    }

    [Fact]
    public async Task Help_with_writing_may_be_passed_over_by_name_and_then_nobody_is_said_to_have_read_it()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await WriteAsync(site, MachineUse.Assisted);
        (await ines.PostAsync(Page, All)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await ArticleAsync(site)).ReviewedBy.ShouldBeNull();
        (await site.DoAsync(db => db.Acts.SingleAsync(a => a.What == "article.published"))).Detail.ShouldContain("review");
    }

    [Fact]
    public async Task What_a_person_wrote_asks_for_no_tick()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.GetAsync(Page)).Has("input[name=relu]").ShouldBeFalse();
        Checklist.Of(new Content(), []).Single(point => point.Key == Checklist.Review).IsMet.ShouldBeTrue();
    }

    private static Task<Article> ArticleAsync(Site site) => site.DoAsync(db => db.Articles.AsNoTracking().SingleAsync(a => a.Id == Newsroom.Draft));

    private static Task<SaveOutcome?> WriteAsync(Site site, MachineUse use) => site.WithAsync<SaveManuscript, SaveOutcome?>(async save =>
    {
        var content = await site.DoAsync(db => db.NewestContentAsync(Newsroom.Draft, CancellationToken.None));
        return await save.RunAsync(Newsroom.Draft, default, content! with { MachineUse = use }, Ines);
    });
}
