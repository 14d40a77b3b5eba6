using Gazetier.Data;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts.Factors;

/// <summary>
/// Whether a code is one of the account's authenticator or a recovery code, and uses it up. Both are looked for whatever was
/// typed and whatever the account has: each no is the same, and takes as long.
/// </summary>
public class CheckCode(GazetierDb db, Seal seal, CodeThrottle throttle, BrowserCookie browsers, TimeProvider clock)
{
    private static readonly byte[] NoSecret = new byte[20];

    public async Task<CodeCheck> RunAsync(HttpContext context, SignedIn me, string? typed, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var recovery = RecoveryCode.Read(typed);
        var attempt = new CodeAttempt(
            me.AccountId.ToString(), Network.Of(context.Connection.RemoteIpAddress), await BrowserAsync(context, me.AccountId, cancel), recovery is null);
        if (!throttle.TryBegin(attempt))
        {
            return new CodeCheck(null, IsTooOften: true);
        }

        var isTimeCode = await UseTimeCodeAsync(me.AccountId, typed, now, cancel);
        var isRecovery = await UseRecoveryAsync(me.AccountId, recovery ?? "", now, cancel);
        if (!isTimeCode && !isRecovery)
        {
            await TellOwnerAsync(attempt, me.AccountId, now, cancel);
            return new CodeCheck(null, IsTooOften: false);
        }

        throttle.Succeeded(attempt);
        return new CodeCheck(isTimeCode ? Proof.TimeCode : Proof.RecoveryCode, IsTooOften: false);
    }

    private async Task<bool> UseTimeCodeAsync(Guid accountId, string? typed, DateTime now, CancellationToken cancel)
    {
        var closed = await db.Authenticators.Where(a => a.AccountId == accountId).Select(a => a.ClosedSecret).FirstOrDefaultAsync(cancel);
        var secret = await seal.OpenAsync(closed, Authenticator.Purpose(accountId), cancel);
        var step = TimeCode.StepOf(secret is null ? NoSecret : SecretLetters.Bytes(secret), typed, now);
        // Of two who come with the same code, one finds the step taken.
        return step is { } taken && secret is not null
            && await db.Authenticators.Where(a => a.AccountId == accountId && a.LastStep < taken)
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.LastStep, taken), cancel) == 1;
    }

    private async Task<bool> UseRecoveryAsync(Guid accountId, string code, DateTime now, CancellationToken cancel)
    {
        var hash = RecoveryCode.HashOf(accountId, code);
        if (await db.RecoveryCodes.Where(c => c.AccountId == accountId && c.Hash == hash && c.UsedAt == null)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.UsedAt, now), cancel) != 1)
        {
            return false;
        }

        await db.TellFactorAsync(accountId, FactorChange.RecoveryCodeUsed, now, cancel);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private async Task TellOwnerAsync(CodeAttempt attempt, Guid accountId, DateTime now, CancellationToken cancel)
    {
        if (throttle.IsAlarm(attempt))
        {
            var email = await db.Accounts.Where(a => a.Id == accountId).Select(a => a.Email!).SingleAsync(cancel);
            db.Owe(now, AccountMails.CodesRefused, email, new AccountNotice(accountId));
            await db.SaveChangesAsync(cancel);
        }
    }

    /// <summary>A browser with which the account passed its second factor before, even if that session is over.</summary>
    private async Task<string?> BrowserAsync(HttpContext context, Guid accountId, CancellationToken cancel)
    {
        var hash = browsers.HashOf(context.Request) ?? "";
        Proof?[] second = [Proof.Passkey, Proof.TimeCode, Proof.RecoveryCode];
        return await db.Sessions.AnyAsync(s => s.AccountId == accountId && s.BrowserHash == hash && second.Contains(s.Proof), cancel) ? hash : null;
    }
}

/// <summary>What came out.</summary>
/// <param name="Proof">Null: no.</param>
public readonly record struct CodeCheck(Proof? Proof, bool IsTooOften);
