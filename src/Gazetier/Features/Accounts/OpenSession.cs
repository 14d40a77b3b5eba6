using Gazetier.Data;
using Gazetier.Features.Accounts.Factors;
using Gazetier.Features.Audit;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts;

/// <summary>
/// Signs a browser in (S-05): a new token each time, the old session of this browser ended, and a notice by mail when the
/// account was never seen on such a device. An account that reads by a seat has so many sessions and no more.
/// </summary>
public class OpenSession(
    GazetierDb db,
    SessionCookie cookie,
    BrowserCookie browsers,
    ForgetReader forget,
    IEnumerable<AddressProven> proven,
    IEnumerable<StopBy> stops,
    MostSessions most,
    TimeProvider clock)
{
    /// <summary>How long a session lasts that the reader does not want remembered.</summary>
    public static readonly TimeSpan ShortLifetime = TimeSpan.FromHours(12);

    /// <summary>Returns where to go: to <paramref name="next"/>, by way of the second factor where the account has one to pass.</summary>
    /// <param name="isRemembered">False: the cookie goes when the browser closes.</param>
    /// <param name="beside">Adds what is to be kept with the session, or with nothing at all.</param>
    public async Task<string> RunAsync(
        HttpContext context, Account account, Proof proof, bool isRemembered, string next, CancellationToken cancel, Action<Session>? beside = null)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var token = SessionCookie.NewToken();
        var device = Device.Of(context.Request.Headers.UserAgent);
        var hasFactor = await db.HasSecondFactorAsync(account.Id, cancel);
        var known = browsers.HashOf(context.Request);
        var mark = hasFactor || account.Role is not null ? browsers.Mark(context) : null;
        int? allowed = null;
        await db.InTransactionAsync(
            async inside =>
            {
                // First of all: sign-ins of one account queue behind its row.
                await db.Accounts.Where(a => a.Id == account.Id)
                    .ExecuteUpdateAsync(a => a.SetProperty(x => x.LastSignInOn, DateOnly.FromDateTime(now)), inside);
                await EndPreviousAsync(cookie.Read(context.Request), now, inside);
                allowed = await most(account.Id, inside);
                if (allowed is { } sessions)
                {
                    await db.CutOldestAsync(account.Id, sessions, now, inside);
                }

                await NoticeAsync(account, device, known, now, inside);
                var session = new Session
                {
                    TokenHash = SessionCookie.Hash(token),
                    AccountId = account.Id,
                    CreatedAt = now,
                    LastSeenAt = now,
                    ExpiresAt = now + (isRemembered ? SessionCookie.Lifetime : ShortLifetime),
                    Device = device,
                    Proof = proof,
                    ProvenAt = now,
                    BrowserHash = mark,
                };
                db.Sessions.Add(session);
                beside?.Invoke(session);
                if (proof.IsSecondFactor())
                {
                    db.RecordOwn(now, account, ActNames.SignedIn, $"{proof}; {device}");
                }
            },
            cancel);
        if (context.SignedIn() is { } before)
        {
            forget(before.AccountId);
        }

        if (allowed is not null)
        {
            forget(account.Id);
        }

        cookie.Write(context.Response, token, isRemembered);
        next = await StopByAsync(account, await TellProvenAsync(account, next, cancel), cancel);
        return hasFactor && !proof.IsSecondFactor() ? "/connexion/second-facteur?retour=" + Uri.EscapeDataString(next) : next;
    }

    /// <summary>Who comes for the first time, and of whom there is something to tell, reads it first.</summary>
    private async Task<string> TellProvenAsync(Account account, string next, CancellationToken cancel)
    {
        var isFirst = account.LastSignInOn is null;
        foreach (var tell in proven)
        {
            if (await tell(account.Id, account.Email!, isNew: false, cancel) is { } told && isFirst)
            {
                return told;
            }
        }

        return next;
    }

    private async Task<string> StopByAsync(Account account, string next, CancellationToken cancel)
    {
        foreach (var stop in stops)
        {
            next = await stop(account, next, cancel) ?? next;
        }

        return next;
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

    /// <summary>
    /// Ended sessions stay for a while, so that a device is recognised; the very first one is no news. Of staff, each browser counts
    /// by itself: that of an attacker may well have the same name.
    /// </summary>
    private async Task NoticeAsync(Account account, string device, string? mark, DateTime now, CancellationToken cancel)
    {
        var before = await db.Sessions.Where(s => s.AccountId == account.Id).Select(s => new { s.Device, s.BrowserHash }).Distinct().ToListAsync(cancel);
        var isKnown = account.Role is null ? before.Exists(s => s.Device == device) : mark is not null && before.Exists(s => s.BrowserHash == mark);
        if (before.Count > 0 && !isKnown)
        {
            db.Owe(now, AccountMails.NewDevice, account.Email!, new DeviceNotice(account.Id, device, now));
        }
    }
}
