using System.Net;
using Gazetier.Changes;
using Shouldly;

namespace Gazetier.Tests.Web;

public class PageCacheTests
{
    [Fact]
    public async Task A_kept_page_is_given_again_and_dropped_by_the_change_log()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var first = await visitor.GetAsync("/");
        first.Status.ShouldBe(HttpStatusCode.OK);
        await site.DoAsync(db => Task.FromResult(db.Imprint.Single().Name = "Autre nom"));
        await site.DoAsync(async db =>
        {
            db.Imprint.Single().Name = "Le Nouveau Courrier";
            await db.SaveChangesAsync();
        });
        (await visitor.GetAsync("/")).Text(".masthead .title").ShouldBe("Le Courrier");

        await site.DoAsync(async db =>
        {
            db.Append(site.Now, "imprint.changed", "masthead");
            await db.SaveChangesAsync();
        });
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/")).Text(".masthead .title").ShouldBe("Le Nouveau Courrier");
    }
}
