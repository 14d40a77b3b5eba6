using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Figures;

public static class ReadCountQueries
{
    public static IQueryable<ReadCount> Within(this IQueryable<ReadCount> counts, Period period) =>
        counts.Where(c => c.Day >= period.From && c.Day <= period.To);

    /// <summary>Articles given to readers, whole or with the wall.</summary>
    public static IQueryable<ReadCount> Views(this IQueryable<ReadCount> counts) =>
        counts.Where(c => c.Step == ReadStep.Read || c.Step == ReadStep.Stopped);

    /// <summary>Of the articles that stand in the list of a section, a theme, a dossier or an author.</summary>
    public static IQueryable<ReadCount> OfList(this IQueryable<ReadCount> counts, GazetierDb db, Guid list) =>
        counts.Where(c => db.Listings.Any(l => l.ListId == list && l.ArticleId == c.ArticleId));

    /// <summary>The period, and the one before it.</summary>
    public static async Task<(Audience Now, Audience Before)> AudiencesAsync(this IQueryable<ReadCount> counts, Period period, CancellationToken cancel)
    {
        var sums = await counts.TagWith("audience")
            .Within(period with { From = period.Before.From })
            .Where(c => c.Step != ReadStep.Host)
            .GroupBy(c => new { c.Day, c.Step, c.Kind })
            .Select(g => new DaySum(g.Key.Day, g.Key.Step, g.Key.Kind, g.Sum(c => c.Number)))
            .ToListAsync(cancel);
        return (new Audience(period, sums), new Audience(period.Before, sums));
    }

    /// <summary>Other sites that readers came from. One that few came from could say who they are, and is not named (L-42).</summary>
    public static async Task<IReadOnlyList<(string Host, long Number)>> HostsAsync(this IQueryable<ReadCount> counts, Period period, CancellationToken cancel)
    {
        const int fewest = 10;
        const int most = 20;
        var hosts = await counts.Within(period).Where(c => c.Step == ReadStep.Host)
            .GroupBy(c => c.Kind)
            .Select(g => new { Host = g.Key, Number = g.Sum(c => c.Number) })
            .Where(host => host.Number >= fewest)
            .OrderByDescending(host => host.Number).ThenBy(host => host.Host)
            .Take(most)
            .ToListAsync(cancel);
        return [.. hosts.Select(host => (host.Host, host.Number))];
    }

    /// <summary>The most read articles, with how often each met a reader without a right.</summary>
    public static async Task<IReadOnlyList<ArticleSum>> MostReadAsync(
        this IQueryable<ReadCount> counts, GazetierDb db, Period period, int take, CancellationToken cancel)
    {
        var sums = await counts.Within(period).Views()
            .GroupBy(c => c.ArticleId)
            .Select(g => new { Id = g.Key, Views = g.Sum(c => c.Number), Stopped = g.Sum(c => c.Step == ReadStep.Stopped ? c.Number : 0) })
            .OrderByDescending(sum => sum.Views).ThenByDescending(sum => sum.Id)
            .Take(take)
            .ToListAsync(cancel);
        var headlines = new Dictionary<long, string>();
        foreach (var ids in sums.Select(sum => sum.Id).Chunk(500))
        {
            await db.Articles.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Headline }).ForEachAsync(a => headlines[a.Id] = a.Headline, cancel);
        }

        return [.. sums.Select(sum => new ArticleSum(sum.Id, headlines.GetValueOrDefault(sum.Id) ?? "", sum.Views, sum.Stopped))];
    }

    /// <summary>Sections or themes by what was read of them. An article counts in each list that it stands in.</summary>
    public static async Task<IReadOnlyDictionary<Guid, (long Views, long Stopped)>> ByListAsync(
        this IQueryable<ReadCount> counts, GazetierDb db, IQueryable<Guid> lists, Period period, CancellationToken cancel)
    {
        var sums = await counts.Within(period).Views()
            .Join(db.Listings.Where(l => lists.Contains(l.ListId)), c => c.ArticleId, l => l.ArticleId, (c, l) => new { l.ListId, c.Step, c.Number })
            .GroupBy(c => c.ListId)
            .Select(g => new { Id = g.Key, Views = g.Sum(c => c.Number), Stopped = g.Sum(c => c.Step == ReadStep.Stopped ? c.Number : 0) })
            .ToListAsync(cancel);
        return sums.ToDictionary(sum => sum.Id, sum => (sum.Views, sum.Stopped));
    }
}

/// <summary>An article in a list of figures.</summary>
public sealed record ArticleSum(long Id, string Headline, long Views, long Stopped);
