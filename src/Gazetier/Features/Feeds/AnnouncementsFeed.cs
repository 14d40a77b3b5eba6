using Gazetier.Data;
using Gazetier.Features.Announcements;
using Gazetier.Features.Articles;
using Gazetier.Features.Newsletters;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Feeds;

/// <summary>The newest announcements that are open as a feed, of both kinds or of one; what ends leaves it by itself.</summary>
public class AnnouncementsFeed(GazetierDb db, Masthead masthead, PublicAddress address, TimeProvider clock)
{
    public async Task<Feed?> ReadAsync(AnnouncementKind? kind, HttpContext context)
    {
        var cancel = context.RequestAborted;
        var (t, now, zone) = (Phrases.OfPaper, clock.GetUtcNow().UtcDateTime, await masthead.ZoneAsync(cancel));
        var open = db.Announcements.AsNoTracking().Open(now).Where(a => kind == null || a.Kind == kind);
        await context.ExpireAtNextDeadlineAsync(open, cancel);
        context.Tags().Add(Masthead.Tag);
        var newspaper = (await masthead.ImprintAsync(cancel)).Name;
        List<FeedEntry> entries = [.. (await open.NewestFirst().Take(FeedSource.Length).ToListAsync(cancel)).Select(a => EntryOf(a, t, zone))];
        var name = kind?.Plural(t) ?? t["Annonces"];
        return new Feed
        {
            Title = $"{name} — {newspaper}",
            Description = name,
            Url = address.Of(AnnouncementAddress.Of(kind)),
            Newspaper = newspaper,
            Entries = entries,
            UpdatedAt = entries.Count > 0 ? entries.Max(entry => entry.UpdatedAt) : now,
        };
    }

    private FeedEntry EntryOf(Announcement announcement, Phrases t, TimeZoneInfo zone)
    {
        string[] said = [announcement.Who(), t["Jusqu’au {0}", t.Moment(announcement.DeadlineAt, zone)]];
        var card = FeedCard.Of(
            Format.News,
            announcement.Kind.Name(t),
            French.TypesetText(announcement.Title),
            French.TypesetText(string.Join(" • ", said.Where(part => part.Length > 0))),
            announcement.PublishedAt!.Value,
            announcement.ChangedAt,
            new Named(Guid.Empty, AnnouncementAddress.SlugOf(announcement.Kind), announcement.Kind.Plural(t)));
        var url = address.Of(announcement.Path);
        var text = LetterMarkup.Clean(announcement.Text);
        return new FeedEntry(card, address.Of(FormattableString.Invariant($"{AnnouncementAddress.All}{announcement.Id}/")), url, Picture: null, text.Length > 0 ? AbsoluteLinks.In(text, new Uri(url)) : null);
    }
}
