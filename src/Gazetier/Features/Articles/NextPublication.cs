using Gazetier.Data;
using Gazetier.Features.Pictures;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Articles;

/// <summary>
/// A kept list ends when the next scheduled article appears in it, and when the next article of the paper becomes free or is
/// locked: its card may
/// stand there. Any page ends when the next picture must go. No timer has to run for that.
/// </summary>
public static class NextPublication
{
    /// <summary>For a page that shows the newest of the whole paper.</summary>
    public static async Task ExpireAtNextPublicationAsync(this HttpContext context, GazetierDb db, DateTime now, CancellationToken cancel)
    {
        context.ExpireAt(await db.Articles.Where(a => a.Status == ArticleStatus.Published && a.PublishedAt > now).MinAsync(a => a.PublishedAt, cancel));
        await context.ExpireAtNextFreeingAsync(db, now, cancel);
        await context.ExpireAtNextEndOfRightsAsync(db, now, cancel);
    }

    /// <summary>For a page that shows one list.</summary>
    public static async Task ExpireAtNextPublicationAsync(this HttpContext context, GazetierDb db, Guid list, DateTime now, CancellationToken cancel)
    {
        context.ExpireAt(await db.Listings.Of(list).Where(l => l.PublishedAt > now).MinAsync(l => (DateTime?)l.PublishedAt, cancel));
        await context.ExpireAtNextFreeingAsync(db, now, cancel);
        await context.ExpireAtNextEndOfRightsAsync(db, now, cancel);
    }

    /// <summary>For every page that shows pictures: whichever ends next, each page is made anew then, once.</summary>
    public static async Task ExpireAtNextEndOfRightsAsync(this HttpContext context, GazetierDb db, DateTime now, CancellationToken cancel) =>
        context.ExpireAt(await db.Pictures.NextEndAsync(now, cancel));

    private static async Task ExpireAtNextFreeingAsync(this HttpContext context, GazetierDb db, DateTime now, CancellationToken cancel)
    {
        context.ExpireAt(await db.Articles.Where(a => a.FreeAt > now).MinAsync(a => a.FreeAt, cancel));
        context.ExpireAt(await db.Articles.Where(a => a.OpenUntil > now).MinAsync(a => a.OpenUntil, cancel));
    }

    private static void ExpireAt(this HttpContext context, DateTime? at)
    {
        if (at is { } next)
        {
            context.Tags().ExpireAt(next);
        }
    }
}
