using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts;

/// <summary>Sessions that a newer one took the place of: they are ended by a sign-in, and their browser is told why, once.</summary>
public static class CutSessions
{
    /// <summary>How long the account's page tells of them.</summary>
    public static readonly TimeSpan Told = TimeSpan.FromDays(30);

    /// <summary>Ends the oldest, so that with one more there are <paramref name="most"/>. The account's row must be locked.</summary>
    public static async Task CutOldestAsync(this GazetierDb db, Guid accountId, int most, DateTime now, CancellationToken cancel)
    {
        var oldest = await db.Sessions.Open(now).Where(s => s.AccountId == accountId)
            .OrderByDescending(s => s.CreatedAt).ThenByDescending(s => s.Id).Skip(Math.Max(0, most - 1)).Select(s => s.Id).ToListAsync(cancel);
        if (oldest.Count > 0)
        {
            await db.Sessions.Where(s => oldest.Contains(s.Id))
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.ExpiresAt, now).SetProperty(x => x.CutAt, now), cancel);
        }
    }

    /// <summary>The session of this browser's cookie, where it was cut; null: it was not.</summary>
    public static Task<Session?> CutOfAsync(this GazetierDb db, string? token, CancellationToken cancel)
    {
        var hash = token is null ? "" : SessionCookie.Hash(token);
        return token is null ? Task.FromResult<Session?>(null) : db.Sessions.AsNoTracking().FirstOrDefaultAsync(s => s.TokenHash == hash && s.CutAt != null, cancel);
    }

    /// <summary>Where a browser is led that has yet to be told why its session is over; null: nowhere. It is led there once.</summary>
    public static async Task<string?> LeadAsync(this GazetierDb db, HttpRequest request, string token, CancellationToken cancel) =>
        await db.CutOfAsync(token, cancel) is { IsCutTold: false } cut
            && await db.Sessions.Where(s => s.Id == cut.Id && !s.IsCutTold).ExecuteUpdateAsync(s => s.SetProperty(x => x.IsCutTold, true), cancel) == 1
            ? "/connexion?retour=" + Uri.EscapeDataString(request.Path + request.QueryString)
            : null;
}
