using Gazetier.Data;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Announcements;

public static class AnnouncementQueries
{
    /// <summary>Of every page that shows announcements.</summary>
    public const string Tag = "announcements";

    /// <summary>What lists and feeds show.</summary>
    public static IQueryable<Announcement> Open(this IQueryable<Announcement> all, DateTime now) =>
        all.Where(a => a.PublishedAt <= now && a.WithdrawnAt == null && a.DeadlineAt > now);

    /// <summary>What readers may still read: also what has ended.</summary>
    public static IQueryable<Announcement> Readable(this IQueryable<Announcement> all, DateTime now) =>
        all.Where(a => a.PublishedAt <= now && a.WithdrawnAt == null);

    public static IQueryable<Announcement> NewestFirst(this IQueryable<Announcement> all) => all.OrderByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id);

    /// <summary>Those for which all holds that is asked; a place brings what lies in it.</summary>
    public static IQueryable<Announcement> Matching(this IQueryable<Announcement> all, GazetierDb db, AnnouncementFilter filter)
    {
        all = filter.Kind is { } kind ? all.Where(a => a.Kind == kind) : all;
        all = filter.Nature is { } nature ? all.Where(a => a.Nature == nature) : all;
        foreach (var term in filter.Terms)
        {
            all = all.Where(a => a.Terms.Contains(" " + term + " "));
        }

        return filter.Place?.Id is not { } place
            ? all
            : all.Where(a => a.PlaceId == place
                || db.Places.Any(p => p.Id == a.PlaceId && (p.ParentId == place || db.Places.Any(around => around.Id == p.ParentId && around.ParentId == place))));
    }

    /// <summary>The page is made anew when the first of some announcements ends.</summary>
    public static async Task ExpireAtNextDeadlineAsync(this HttpContext context, IQueryable<Announcement> open, CancellationToken cancel)
    {
        context.Tags().Add(Tag);
        if (await open.MinAsync(a => (DateTime?)a.DeadlineAt, cancel) is { } next)
        {
            context.Tags().ExpireAt(next);
        }
    }
}
