using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Manuscripts;

/// <summary>The checklist of what was written, with what only the database knows: links that lead to nothing of ours.</summary>
public class ReadChecklist(GazetierDb db)
{
    public async Task<IReadOnlyList<CheckPoint>> RunAsync(Content content, bool isReviewed, CancellationToken cancel)
    {
        var links = Checklist.LocalLinks(content);
        var numbers = links.Select(NumberOf).OfType<long>().ToList();
        var known = await db.Articles.Where(a => numbers.Contains(a.Id) && a.Status != ArticleStatus.Withdrawn).Select(a => a.Id).ToListAsync(cancel);
        return Checklist.Of(content, [.. links.Where(link => NumberOf(link) is { } number && !known.Contains(number))], isReviewed);
    }

    /// <summary>The article that a path of ours leads to; null where it leads to something else.</summary>
    private static long? NumberOf(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [var first, ..] && long.TryParse(first, CultureInfo.InvariantCulture, out var number) ? number : null;
}
