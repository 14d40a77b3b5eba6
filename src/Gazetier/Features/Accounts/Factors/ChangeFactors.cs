using Gazetier.Data;
using Gazetier.Features.Audit;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts.Factors;

/// <summary>Sets and removes the ways by which an account is proven: each change is told by mail, and recorded where it is staff's.</summary>
public class ChangeFactors(GazetierDb db, Seal seal, ForgetReader forget, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Sets the authenticator in the place of any other.</summary>
    /// <param name="step">Whose code proved that the application has the secret; it does not count again.</param>
    public async Task SetAuthenticatorAsync(Guid accountId, byte[] secret, long step, CancellationToken cancel)
    {
        var closed = await seal.CloseAsync(SecretLetters.Of(secret), Authenticator.Purpose(accountId), cancel);
        await ChangeAsync(accountId, FactorChange.AuthenticatorSet, ActNames.FactorSet, nameof(Proof.TimeCode), SetAsync, cancel);

        async Task<bool> SetAsync(CancellationToken inside)
        {
            await db.Authenticators.Where(a => a.AccountId == accountId).ExecuteDeleteAsync(inside);
            db.Add(new Authenticator { AccountId = accountId, ClosedSecret = closed, LastStep = step, CreatedAt = Now });
            return true;
        }
    }

    /// <summary>False: it is the last factor of one of the staff, or there is none.</summary>
    public Task<bool> RemoveAuthenticatorAsync(Guid accountId, CancellationToken cancel)
    {
        return ChangeAsync(accountId, FactorChange.AuthenticatorRemoved, ActNames.FactorRemoved, nameof(Proof.TimeCode), RemoveAsync, cancel);

        async Task<bool> RemoveAsync(CancellationToken inside) =>
            await MayRemoveOneAsync(accountId, inside)
            && await RemovedAsync(accountId, await db.Authenticators.Where(a => a.AccountId == accountId).ExecuteDeleteAsync(inside), inside);
    }

    /// <inheritdoc cref="RemoveAuthenticatorAsync"/>
    public Task<bool> RemovePasskeyAsync(Guid accountId, byte[] credentialId, CancellationToken cancel)
    {
        return ChangeAsync(accountId, FactorChange.PasskeyRemoved, ActNames.FactorRemoved, nameof(Proof.Passkey), RemoveAsync, cancel);

        async Task<bool> RemoveAsync(CancellationToken inside) =>
            await MayRemoveOneAsync(accountId, inside)
            && await RemovedAsync(
                accountId, await db.UserPasskeys.Where(p => p.UserId == accountId && p.CredentialId == credentialId).ExecuteDeleteAsync(inside), inside);
    }

    /// <summary>Ten new codes, in plain words for this once; those of before are void.</summary>
    public async Task<IReadOnlyList<string>> MakeCodesAsync(Guid accountId, CancellationToken cancel)
    {
        string[] codes = [.. Enumerable.Range(0, RecoveryCode.HowMany).Select(_ => RecoveryCode.New())];
        await ChangeAsync(accountId, FactorChange.RecoveryCodesMade, ActNames.CodesMade, "", MakeAsync, cancel);
        return codes;

        async Task<bool> MakeAsync(CancellationToken inside)
        {
            await db.RecoveryCodes.Where(c => c.AccountId == accountId).ExecuteDeleteAsync(inside);
            db.AddRange(codes.Select(code => new RecoveryCode { AccountId = accountId, Hash = RecoveryCode.HashOf(accountId, RecoveryCode.Read(code)!) }));
            return true;
        }
    }

    /// <summary>A passkey was added: tells and records it.</summary>
    public Task PasskeyAddedAsync(Guid accountId, string name, CancellationToken cancel) =>
        ChangeAsync(accountId, FactorChange.PasskeyAdded, ActNames.FactorSet, $"{nameof(Proof.Passkey)}; {name}", _ => Task.FromResult(true), cancel);

    /// <summary>Staff keep one at least.</summary>
    private async Task<bool> MayRemoveOneAsync(Guid accountId, CancellationToken cancel)
    {
        // Its own row is written first, so that of two who remove the last two at the same time one waits for the other.
        await db.Accounts.Where(a => a.Id == accountId).ExecuteUpdateAsync(a => a.SetProperty(x => x.Language, x => x.Language), cancel);
        return (await db.FactorsAsync(accountId, cancel)).Count > 1 || !await db.Accounts.AnyAsync(a => a.Id == accountId && a.Role != null, cancel);
    }

    /// <summary>Codes without anything that they stand in for are void.</summary>
    private async Task<bool> RemovedAsync(Guid accountId, int rows, CancellationToken cancel)
    {
        if (rows > 0 && !await db.HasSecondFactorAsync(accountId, cancel))
        {
            await db.RecoveryCodes.Where(c => c.AccountId == accountId).ExecuteDeleteAsync(cancel);
        }

        return rows > 0;
    }

    private async Task<bool> ChangeAsync(
        Guid accountId, FactorChange change, string act, string detail, Func<CancellationToken, Task<bool>> work, CancellationToken cancel)
    {
        var isDone = await db.InTransactionAsync(
            async inside =>
            {
                if (!await work(inside))
                {
                    return false;
                }

                var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == accountId, inside);
                db.RecordOwn(Now, account, act, detail);
                await db.TellFactorAsync(accountId, change, Now, inside);
                return true;
            },
            cancel);
        forget(accountId);
        return isDone;
    }
}
