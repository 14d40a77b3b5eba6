using Gazetier.Data;
using Gazetier.Features.Search;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Agenda;

/// <summary>Events that have a date to come, as search finds them.</summary>
public sealed class FindEvents(GazetierDb db, TimeProvider clock) : IFindables
{
    public string Prefix => "event";

    public bool ChangesWithTime => true;

    public IReadOnlyCollection<string>? TouchedBy(string tag) => tag == AgendaQueries.Tag ? [] : null;

    public async Task<IReadOnlyDictionary<string, long>> VersionsAsync(CancellationToken cancel) =>
        (await ToComeAsync(null, cancel)).ToDictionary(found => found.Key, found => found.Version, StringComparer.Ordinal);

    public Task<IReadOnlyList<Findable>> ReadAsync(IReadOnlyCollection<string> keys, CancellationToken cancel) => ToComeAsync(keys.Ids(), cancel);

    private async Task<IReadOnlyList<Findable>> ToComeAsync(List<Guid>? ids, CancellationToken cancel)
    {
        var dates = db.EventDates.ToCome(clock.GetUtcNow().UtcDateTime).Where(d => d.CancelledAt == null);
        dates = ids is null ? dates : dates.Where(d => ids.Contains(d.EventId));
        return [.. (await dates.ToListAsync(cancel)).GroupBy(d => d.EventId).Select(held => Of(held.First().Event, [.. held]))];
    }

    private Findable Of(AgendaEvent held, IReadOnlyList<EventDate> dates)
    {
        var found = new Findable
        {
            Key = FindableKeys.Of(Prefix, held.Id),
            Version = 0,
            Kind = FoundKind.Event,
            Path = held.Path(),
            Title = held.Title,
            Kicker = held.Organiser,
            Summary = held.Summary,
            Open = string.Join(" — ", [Plain.OfMarkdown(held.Text), .. dates.Select(d => d.Venue).Where(venue => venue.Length > 0).Distinct(StringComparer.Ordinal)]),
            At = dates[0].StartsAt,
            Until = dates.Max(d => d.EndsAt),
            Lists = held.ClubId is { } club ? [club] : [],
        };
        return found with { Version = Fingerprint.Of(found.Path, found.Title, found.Kicker, found.Summary, found.Open, Iso8601.Of(found.At), Iso8601.Of(found.Until!.Value), $"{held.ClubId}") };
    }
}
