using Gazetier.Data;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts;

/// <summary>
/// Signs a browser in (S-05): a new token each time, the old session of this browser ended, and a notice by mail when the
/// account was never seen on such a device.
/// </summary>
public class OpenSession(GazetierDb db, SessionCookie cookie, ForgetReader forget, TimeProvider clock)
{
    /// <summary>How long a session lasts that the reader does not want remembered.</summary>
    public static readonly TimeSpan ShortLifetime = TimeSpan.FromHours(12);

    /// <param name="isRemembered">False: the cookie goes when the browser closes.</param>
    public async Task RunAsync(HttpContext context, Account account, bool isRemembered, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var token = SessionCookie.NewToken();
        var device = Device.Of(context.Request.Headers.UserAgent);
        await db.InTransactionAsync(
            async inside =>
            {
                await EndPreviousAsync(cookie.Read(context.Request), now, inside);
                await NoticeAsync(account, device, now, inside);
                db.Sessions.Add(new Session
                {
                    TokenHash = SessionCookie.Hash(token),
                    AccountId = account.Id,
                    CreatedAt = now,
                    LastSeenAt = now,
                    ExpiresAt = now + (isRemembered ? SessionCookie.Lifetime : ShortLifetime),
                    Device = device,
                });
                await db.Accounts.Where(a => a.Id == account.Id)
                    .ExecuteUpdateAsync(a => a.SetProperty(x => x.LastSignInOn, DateOnly.FromDateTime(now)), inside);
            },
            cancel);
        if (context.SignedIn() is { } before)
        {
            forget(before.AccountId);
        }

        cookie.Write(context.Response, token, isRemembered);
    }

    private async Task EndPreviousAsync(string? token, DateTime now, CancellationToken cancel)
    {
        if (token is not null)
        {
            var hash = SessionCookie.Hash(token);
            await db.Sessions.Where(s => s.TokenHash == hash && s.ExpiresAt > now)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.ExpiresAt, now), cancel);
        }
    }

    /// <summary>Ended sessions stay for a while, so that a device is recognised; the very first one is no news.</summary>
    private async Task NoticeAsync(Account account, string device, DateTime now, CancellationToken cancel)
    {
        var devices = await db.Sessions.Where(s => s.AccountId == account.Id).Select(s => s.Device).Distinct().ToListAsync(cancel);
        if (devices.Count > 0 && !devices.Contains(device, StringComparer.Ordinal))
        {
            db.Owe(now, AccountMails.NewDevice, account.Email!, new DeviceNotice(account.Id, device, now));
        }
    }
}
