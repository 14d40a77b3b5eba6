using System.Collections.Concurrent;
using Gazetier.Features.Search.Indexing;
using Gazetier.Web;

namespace Gazetier.Features.Search.Asking;

/// <summary>The minutes (UTC, of the era) at which years begin on the clock of a newspaper, from <see cref="First"/> on.</summary>
internal static class YearStarts
{
    public const int First = 1900;

    private const int Last = 2200;

    private static readonly ConcurrentDictionary<string, int[]> Known = new(StringComparer.Ordinal);

    public static int[] In(TimeZoneInfo zone) => Known.GetOrAdd(
        zone.Id,
        _ => [.. Enumerable.Range(First, Last - First).Select(year => SegmentColumns.MinuteOf(LocalMoment.ToUtc(new DateTime(year, 1, 1), zone), up: false))]);
}
