using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Manuscripts.Newsroom;

/// <summary>The beat of the writing desk, each ten seconds: says who is there, and learns who else is and whether another has saved.</summary>
public static class PresenceActions
{
    public static void MapPresence(this WebApplication app) =>
        app.MapPost("/redaction/articles/{id:long}/presence", BeatAsync).RequireAuthorization(NewsroomIsForStaff.StaffPolicy).DisableAntiforgery();

    private static async Task<IResult> BeatAsync(
        HttpContext context, long id, GazetierDb db, Masthead masthead, Phrases t, TimeProvider clock, CancellationToken cancel)
    {
        var me = context.SignedIn()!;
        if (context.Request.ContentLength > SmallForm.Largest)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (!me.Role!.Value.May(StaffAct.Write) || !await db.Articles.AnyAsync(a => a.Id == id, cancel))
        {
            return Results.NotFound();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        await BeThereAsync(db, id, me.AccountId, now, cancel);
        var others = await db.Presences.AsNoTracking()
            .Where(p => p.ArticleId == id && p.AccountId != me.AccountId && p.SeenAt > now - Presence.Memory)
            .OrderBy(p => p.Since).Select(p => new { name = p.Account.DisplayName }).ToListAsync(cancel);
        var newest = await db.Manuscripts.Where(m => m.ArticleId == id)
            .Select(m => new { m.Newest, m.SavedAt, By = m.SavedBy == null ? null : m.SavedBy.DisplayName }).FirstOrDefaultAsync(cancel);
        var at = newest is null ? "" : t.Hour(Dates.Local(newest.SavedAt, await masthead.ZoneAsync(cancel)));
        return Results.Json(new { others, newest = newest?.Newest ?? 0, by = newest?.By, at });
    }

    /// <summary>Who has left is forgotten on the way.</summary>
    private static Task BeThereAsync(GazetierDb db, long id, Guid account, DateTime now, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            await db.Presences.Where(p => p.SeenAt <= now - Presence.Memory).ExecuteDeleteAsync(token);
            var known = await db.Presences.Where(p => p.ArticleId == id && p.AccountId == account)
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.SeenAt, now), token);
            if (known == 0)
            {
                db.Presences.Add(new Presence { ArticleId = id, AccountId = account, Since = now, SeenAt = now });
            }
        },
        cancel);
}
