using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.FrontPages;

/// <summary>La une: the front page.</summary>
[PublicPage]
public class HomeModel(GazetierDb db, ReadFrontPage read, Masthead masthead, TimeProvider clock) : PageModel
{
    public FrontPageView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        View = await read.RunAsync(await db.Arrangements.ShownAsync(now, cancel), now, cancel);
        await KeepUntilSomethingChangesAsync(now, cancel);
    }

    /// <summary>A pin that ends, an article whose time is over, the next arrangement, the next publication, the date itself.</summary>
    private async Task KeepUntilSomethingChangesAsync(DateTime now, CancellationToken cancel)
    {
        var tags = HttpContext.Tags();
        tags.Add(ArticleTags.Front);
        tags.ExpireAt(masthead.NextMidnight(await masthead.ZoneAsync(cancel)));
        foreach (var change in new[] { View.ChangesAt, await db.Arrangements.ToCome(now).Select(a => a.BeginsAt).FirstOrDefaultAsync(cancel) })
        {
            if (change is { } at)
            {
                tags.ExpireAt(at);
            }
        }

        await HttpContext.ExpireAtNextPublicationAsync(db, now, cancel);
    }
}
