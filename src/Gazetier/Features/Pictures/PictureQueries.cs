using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Pictures;

public static class PictureQueries
{
    public static IQueryable<Picture> NewestFirst(this IQueryable<Picture> pictures) =>
        pictures.OrderByDescending(p => p.CreatedAt).ThenByDescending(p => p.Id);

    /// <summary>Those of which all these words are said, in any order; all, without any.</summary>
    public static IQueryable<Picture> Called(this IQueryable<Picture> pictures, string? words) =>
        Fold.Of(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(10)
            .Aggregate(pictures, (found, word) => found.Where(p => p.Folded.Contains(word)));

    /// <summary>Those whose rights have ended at <paramref name="now"/> or end soon, the first to end first.</summary>
    public static IQueryable<Picture> Ending(this IQueryable<Picture> pictures, DateTime now)
    {
        var soon = now + Picture.Notice;
        return pictures.Where(p => p.RightsEndAt <= soon).OrderBy(p => p.RightsEndAt);
    }

    /// <summary>UTC; when the next picture may no longer be shown. Null: none has an end.</summary>
    public static Task<DateTime?> NextEndAsync(this IQueryable<Picture> pictures, DateTime now, CancellationToken cancel) =>
        pictures.Where(p => p.RightsEndAt > now).MinAsync(p => p.RightsEndAt, cancel);
}
