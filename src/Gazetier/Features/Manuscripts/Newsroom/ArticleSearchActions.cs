using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Manuscripts.Newsroom;

/// <summary>Finds articles of ours to link to, while somebody writes.</summary>
public static class ArticleSearchActions
{
    private const int Most = 8;
    private const int LongestQuery = 100;

    public static void MapArticleSearch(this WebApplication app) =>
        app.MapGet("/redaction/articles/cherche", FindAsync).RequireAuthorization(NewsroomIsForStaff.StaffPolicy);

    private static async Task<IResult> FindAsync(
        HttpContext context, string? q, GazetierDb db, Masthead masthead, Phrases t, TimeProvider clock, CancellationToken cancel)
    {
        if (!context.SignedIn()!.Role!.Value.May(StaffAct.Write))
        {
            return Results.NotFound();
        }

        var asked = (q ?? "").Trim();
        if (asked.Length is 0 or > LongestQuery)
        {
            return Results.Json(Array.Empty<object>());
        }

        var zone = await masthead.ZoneAsync(cancel);
        var found = await db.Articles.AsNoTracking().Published(clock.GetUtcNow().UtcDateTime).Called(asked).NewestFirst().Take(Most)
            .Select(a => new { a.Id, a.Slug, a.Headline, a.PublishedAt }).ToListAsync(cancel);
        return Results.Json(found.Select(a => new
        {
            id = a.Id,
            headline = a.Headline,
            path = ArticleAddress.Of(a.Id, a.Slug),
            published = t.Day(a.PublishedAt!.Value, zone),
        }));
    }
}
