using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Digests;
using Gazetier.Features.Follows;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Planning;

/// <summary>What Ma Gazette will carry on a day: how many readers at which hour, and what each theme would bring them.</summary>
public class ReadEditions(GazetierDb db)
{
    /// <returns>Hours at which editions leave, the first first. An hour that the change of hour leaves out is the next that exists.</returns>
    public async Task<IReadOnlyList<DueEditions>> RunAsync(DateOnly day, TimeZoneInfo zone, CancellationToken cancel)
    {
        var weekday = day.DayOfWeek.AsDays();
        var counts = await db.DigestRhythms.AsNoTracking()
            .Where(r => r.NextDueAt != null && ((r.Frequency == Frequency.EachMorning && (r.Days & weekday) == weekday) || (r.Frequency == Frequency.Weekly && r.Day == day.DayOfWeek)))
            .GroupBy(r => r.Hour).Select(hour => new { Hour = hour.Key, Readers = hour.Count() }).ToListAsync(cancel);
        var before = LocalMoment.StartOf(day, zone).AddTicks(-1);
        return
        [
            .. counts.GroupBy(c => new DigestRhythm { Frequency = Frequency.EachMorning, Hour = c.Hour }.NextAfter(before, zone)!.Value)
                .Select(hour => new DueEditions(hour.Key, hour.Sum(c => c.Readers))).OrderBy(e => e.At),
        ];
    }

    /// <summary>What appeared, or will, in the day before <paramref name="at"/> (UTC), by theme; those with most followers first.</summary>
    public async Task<IReadOnlyList<ThemeInEdition>> ThemesAsync(DateTime at, CancellationToken cancel)
    {
        var since = at.AddDays(-1);
        var found = await db.Articles.AsNoTracking().Published(at).Where(a => a.PublishedAt > since).NewestFirst()
            .SelectMany(a => a.Themes, (a, theme) => new { theme.Id, theme.Name, ArticleId = a.Id, a.Headline, a.PublishedAt }).ToListAsync(cancel);
        var ids = found.Select(x => x.Id).Distinct().ToList();
        var followers = await db.Follows.Where(f => f.Kind == FollowKind.Theme && ids.Contains(f.SubjectId))
            .GroupBy(f => f.SubjectId).Select(theme => new { theme.Key, Count = theme.Count() }).ToDictionaryAsync(theme => theme.Key, theme => theme.Count, cancel);
        return
        [
            .. found.GroupBy(x => (x.Id, x.Name))
                .Select(theme => new ThemeInEdition(
                    theme.Key.Name,
                    followers.GetValueOrDefault(theme.Key.Id),
                    [.. theme.Select(x => new ArticleInEdition(x.ArticleId, x.Headline, x.PublishedAt!.Value)).OrderByDescending(x => x.PublishedAt).Take(FollowedArticles.AtMost)]))
                .OrderByDescending(theme => theme.Followers).ThenBy(theme => theme.Name, Text.French.Order),
        ];
    }
}

/// <summary>Editions that leave at one instant.</summary>
/// <param name="At">UTC.</param>
public sealed record DueEditions(DateTime At, int Readers);

/// <summary>A theme, and what an edition would hold of it.</summary>
public sealed record ThemeInEdition(string Name, int Followers, IReadOnlyList<ArticleInEdition> Articles);

/// <summary>An article that an edition would hold.</summary>
/// <param name="PublishedAt">UTC; in the future for what is scheduled.</param>
public sealed record ArticleInEdition(long Id, string Headline, DateTime PublishedAt);
