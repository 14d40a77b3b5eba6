using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Articles;

/// <summary>A kept list ends when the next scheduled article appears in it: no timer has to run for that.</summary>
public static class NextPublication
{
    /// <param name="articles">All that could stand in the list.</param>
    public static async Task ExpireAtNextPublicationAsync(
        this HttpContext context,
        IQueryable<Article> articles,
        DateTime now,
        CancellationToken cancel)
    {
        var next = await articles.Where(a => a.Status == ArticleStatus.Published && a.PublishedAt > now)
            .MinAsync(a => a.PublishedAt, cancel);
        if (next is { } at)
        {
            context.Tags().ExpireAt(at);
        }
    }
}
