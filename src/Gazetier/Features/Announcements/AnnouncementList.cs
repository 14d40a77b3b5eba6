using Gazetier.Data;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Announcements;

/// <summary>One page of the announcements that are open, newest first: of both kinds, or of one.</summary>
public sealed record AnnouncementList(IReadOnlyList<Announcement> Announcements, Paging Paging, AnnouncementKind? Kind)
{
    /// <summary>Announcements on a page.</summary>
    public const int Size = 20;

    public string Path => AnnouncementAddress.Of(Kind);

    /// <summary>Null when the list has no such page. Leaves its tags with the request.</summary>
    /// <param name="now">UTC.</param>
    public static async Task<AnnouncementList?> ReadAsync(GazetierDb db, AnnouncementKind? kind, DateTime now, HttpContext context)
    {
        var cancel = context.RequestAborted;
        var open = db.Announcements.AsNoTracking().Open(now).Where(a => kind == null || a.Kind == kind);
        await context.ExpireAtNextDeadlineAsync(open, cancel);
        var paging = new Paging(GiveKeptPage.PageNumber(context.Request), Size, await open.CountAsync(cancel));
        return paging.IsOut ? null : new AnnouncementList(await open.NewestFirst().Skip(paging.Skip).Take(Size).ToListAsync(cancel), paging, kind);
    }
}
