using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts;

/// <summary>Single-use links: made, found by what the reader brings, and used up by one of two who come at the same time.</summary>
public static class MailedLinks
{
    /// <summary>As long as an hour's mails are limited to a few: one of them always works (S-04).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>For what a reader may only see the next day.</summary>
    public static readonly TimeSpan LongLifetime = TimeSpan.FromHours(48);

    /// <summary>Adds a link, within whatever the caller is about to save, and returns it with its token.</summary>
    public static string AddLink(this GazetierDb db, MailedLinkPurpose purpose, DateTime now, TimeSpan lifetime, Action<MailedLink> fill)
    {
        var token = SessionCookie.NewToken();
        var link = new MailedLink
        {
            TokenHash = SessionCookie.Hash(token),
            Purpose = purpose,
            CreatedAt = now,
            ExpiresAt = now + lifetime,
        };
        fill(link);
        db.MailedLinks.Add(link);
        return token;
    }

    /// <summary>The link that <paramref name="token"/> opens, or null: unknown, used, too old, or for something else.</summary>
    public static Task<MailedLink?> FindLinkAsync(
        this GazetierDb db, string? token, MailedLinkPurpose purpose, DateTime now, CancellationToken cancel)
    {
        var hash = SessionCookie.Hash(token ?? "");
        return db.MailedLinks.AsNoTracking()
            .Where(l => l.TokenHash == hash && l.Purpose == purpose && l.ConsumedAt == null && l.ExpiresAt > now)
            .FirstOrDefaultAsync(cancel);
    }

    /// <summary>True for the first who comes, and for nobody afterwards.</summary>
    public static async Task<bool> ConsumeAsync(this GazetierDb db, MailedLink link, DateTime now, CancellationToken cancel) =>
        await db.MailedLinks.Where(l => l.Id == link.Id && l.ConsumedAt == null && l.ExpiresAt > now)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.ConsumedAt, now), cancel) == 1;

    /// <summary>Uses up all open links of an account: its password or address changed.</summary>
    public static Task CloseLinksAsync(this GazetierDb db, Guid accountId, DateTime now, CancellationToken cancel) =>
        db.MailedLinks.Where(l => l.AccountId == accountId && l.ConsumedAt == null)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.ConsumedAt, now), cancel);
}
