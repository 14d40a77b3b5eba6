using Gazetier.Data;
using Gazetier.Features.Places;
using Gazetier.Features.Search;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Announcements;

/// <summary>Announcements that are open, as search finds them.</summary>
public sealed class FindAnnouncements(GazetierDb db, TimeProvider clock) : IFindables
{
    public string Prefix => "announcement";

    public IReadOnlyCollection<string>? TouchedBy(string tag) => tag == AnnouncementQueries.Tag ? [] : null;

    public async Task<IReadOnlyDictionary<string, long>> VersionsAsync(CancellationToken cancel) =>
        (await Shown().Select(a => new { a.Id, a.Version, a.ChangedAt }).ToListAsync(cancel))
            .ToDictionary(a => FindableKeys.Of(Prefix, a.Id), a => a.ChangedAt.Ticks + a.Version, StringComparer.Ordinal);

    public async Task<IReadOnlyList<Findable>> ReadAsync(IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        var ids = keys.Numbers();
        return [.. (await Shown().Where(a => ids.Contains(a.Id)).ToListAsync(cancel)).Select(Of)];
    }

    private IQueryable<Announcement> Shown() => db.Announcements.AsNoTracking().Open(clock.GetUtcNow().UtcDateTime);

    private Findable Of(Announcement open) => new()
    {
        Key = FindableKeys.Of(Prefix, open.Id),
        Version = open.ChangedAt.Ticks + open.Version,
        Kind = FoundKind.Announcement,
        Path = open.Path,
        Title = open.Title,
        Kicker = open.Organisation,
        Summary = Plain.Shorten(Plain.OfMarkdown(open.Text), 200),
        References = string.Join(" ; ", new[] { open.Reference, open.Locality, open.Branch, open.Grade, open.Contract }.Where(part => part.Length > 0)),
        Open = Plain.OfMarkdown(open.Text),
        At = open.PublishedAt!.Value,
        Until = open.DeadlineAt,
        Lists = open.PlaceId is { } id && Gazetteer.OfId(id) is { } place ? [.. Gazetteer.WithAround(place).Select(p => p.Id)] : [],
    };
}
