using Gazetier.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts;

/// <summary>
/// Whether an address and a password belong together. An address that is unknown, unreadable or without a password costs
/// the same time and gets the same answer (S-01); too many attempts are not even looked at (S-04).
/// </summary>
public class CheckPassword(
    GazetierDb db, Argon2PasswordHasher hasher, SignInThrottle throttle, RequestLimits limits, SessionCookie cookie, TimeProvider clock)
{
    /// <summary>Before a session: from a form that anybody may fill in.</summary>
    public async Task<PasswordCheck> OfAsync(HttpContext context, string? email, string? password, CancellationToken cancel)
    {
        var key = EmailAddress.Key(EmailAddress.Read(email) ?? "");
        var account = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedEmail == key, cancel);
        var attempt = new Attempt(key, Network.Of(context.Connection.RemoteIpAddress), await DeviceAsync(context, account, cancel));
        if (!throttle.TryBegin(attempt))
        {
            return new PasswordCheck(null, IsTooOften: true);
        }

        if (!await IsRightAsync(account, password, cancel))
        {
            return new PasswordCheck(null, IsTooOften: false);
        }

        throttle.Succeeded(attempt);
        return new PasswordCheck(account, IsTooOften: false);
    }

    /// <summary>Within a session, before something that cannot be undone: is it still the same person?</summary>
    public async Task<PasswordCheck> AgainAsync(Account account, string? password, CancellationToken cancel)
    {
        if (!limits.MayCheck(account.Id))
        {
            return new PasswordCheck(null, IsTooOften: true);
        }

        if (!await IsRightAsync(account, password, cancel))
        {
            return new PasswordCheck(null, IsTooOften: false);
        }

        limits.Checked(account.Id);
        return new PasswordCheck(account, IsTooOften: false);
    }

    private async Task<bool> IsRightAsync(Account? account, string? password, CancellationToken cancel)
    {
        var result = await hasher.VerifyAsync(account?.PasswordHash, password ?? "", cancel);
        if (account is not null && result == PasswordVerificationResult.SuccessRehashNeeded)
        {
            var hash = await hasher.HashAsync(password!, cancel);
            await db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.PasswordHash, hash), cancel);
        }

        return result != PasswordVerificationResult.Failed;
    }

    /// <summary>A browser that this account was signed in with, even if its session is over, has attempts of its own.</summary>
    private async Task<string?> DeviceAsync(HttpContext context, Account? account, CancellationToken cancel)
    {
        if (cookie.Read(context.Request) is not { } token)
        {
            return null;
        }

        var hash = SessionCookie.Hash(token);
        var since = clock.GetUtcNow().UtcDateTime - SessionCookie.Lifetime;
        var owner = await db.Sessions.Where(s => s.TokenHash == hash && s.CreatedAt > since).Select(s => (Guid?)s.AccountId).FirstOrDefaultAsync(cancel);
        return account is not null && owner == account.Id ? hash : null;
    }
}

/// <summary>What came out.</summary>
/// <param name="Account">Null: no.</param>
public readonly record struct PasswordCheck(Account? Account, bool IsTooOften);
