using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Articles;

public class ListingsTests
{
    public static readonly TheoryData<string> Edits = ["publish", "withdraw", "date", "section", "other sections", "theme", "dossier", "byline", "delete", "parent", "headline"];

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task Whatever_is_saved_the_lists_say_what_the_articles_say(string edit)
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            var locked = await db.Articles.Whole().SingleAsync(a => a.Id == Newsroom.Locked);
            switch (edit)
            {
                case "publish": (await db.Articles.SingleAsync(a => a.Id == Newsroom.Draft)).Publish(site.Now); break;
                case "withdraw": locked.Withdraw(site.Now, "erreur"); break;
                case "date": locked.PublishedAt = site.Now.AddDays(-3); break;
                case "section": locked.MainSectionId = Newsroom.Law.Id; break;
                case "other sections": locked.OtherSections.Clear(); break;
                case "theme": locked.Themes.Add(await db.Themes.SingleAsync(t => t.Id == Newsroom.Digital.Id)); break;
                case "dossier": locked.DossierParts.Clear(); break;
                case "byline": locked.Bylines.Add(new Byline { AuthorId = Newsroom.Guest.Id, Position = 2 }); break;
                case "delete": db.Remove(locked); break;
                case "parent": (await db.Sections.SingleAsync(s => s.Id == Newsroom.France.Id)).ParentId = Newsroom.Law.Id; break;
                default: locked.Headline = "Autre titre"; break;
            }

            (await db.SaveChangesAsync()).ShouldBeGreaterThan(0);
        });
        await site.DoAsync(ShouldBeTrueAsync);
    }

    [Fact]
    public async Task A_section_shows_at_once_what_appears_in_a_section_below_it()
    {
        await using var site = await Site.OpenAsync();
        var visitor = site.Visitor();
        (await visitor.GetAsync("/rubriques/actualite/")).Body.ShouldNotContain("/7/");
        await site.DoAsync(async db =>
        {
            var article = new Article
            {
                Id = 7,
                Slug = "tout-neuf",
                Headline = "Tout neuf",
                Status = ArticleStatus.Published,
                PublishedAt = site.Now,
                MainSectionId = Newsroom.France.Id,
            };
            db.Add(article);
            db.Append(site.Now, "article.published", ArticleTags.Of(article));
            await db.SaveChangesAsync();
        });
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/rubriques/actualite/")).Body.ShouldContain("/7/tout-neuf/");
    }

    private static async Task ShouldBeTrueAsync(GazetierDb db)
    {
        var parents = await db.Sections.ToDictionaryAsync(s => s.Id, s => s.ParentId);
        IEnumerable<Guid> Above(Guid? section) => section is { } id ? [id, .. Above(parents[id])] : [];
        var expected = (await db.Articles.Whole().AsNoTracking().Where(a => a.Status == ArticleStatus.Published).ToListAsync())
            .SelectMany(a => new[]
                {
                    Above(a.MainSectionId), a.OtherSections.SelectMany(s => Above(s.Id)), a.Themes.Select(t => t.Id),
                    a.DossierParts.Select(p => p.DossierId), a.Bylines.Select(b => b.AuthorId),
                }
                .SelectMany(lists => lists).Distinct().Select(list => (list, a.PublishedAt!.Value, a.Id)));
        (await db.Listings.AsNoTracking().ToListAsync()).Select(l => (l.ListId, l.PublishedAt, l.ArticleId)).ShouldBe(expected, ignoreOrder: true);
        expected.ShouldNotBeEmpty();
    }
}
