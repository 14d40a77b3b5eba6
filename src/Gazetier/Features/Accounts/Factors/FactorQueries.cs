using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts.Factors;

public static class FactorQueries
{
    /// <summary>Accounts that have a passkey or an authenticator. Recovery codes stand in for one, and are none.</summary>
    public static IQueryable<Account> WithSecondFactor(this IQueryable<Account> accounts, GazetierDb db) =>
        accounts.Where(a => db.Authenticators.Any(x => x.AccountId == a.Id) || db.UserPasskeys.Any(p => p.UserId == a.Id));

    public static Task<bool> HasSecondFactorAsync(this GazetierDb db, Guid accountId, CancellationToken cancel) =>
        db.Accounts.Where(a => a.Id == accountId).WithSecondFactor(db).AnyAsync(cancel);

    /// <summary>What an account has to prove itself with.</summary>
    public static async Task<FactorsOfAccount> FactorsAsync(this GazetierDb db, Guid accountId, CancellationToken cancel) => new(
        await db.Authenticators.AnyAsync(a => a.AccountId == accountId, cancel),
        await db.UserPasskeys.CountAsync(p => p.UserId == accountId, cancel),
        await db.RecoveryCodes.CountAsync(c => c.AccountId == accountId && c.UsedAt == null, cancel));
}

/// <param name="CodesLeft">Recovery codes that still work.</param>
public sealed record FactorsOfAccount(bool HasAuthenticator, int Passkeys, int CodesLeft)
{
    public bool Any => Count > 0;

    public int Count => Passkeys + (HasAuthenticator ? 1 : 0);
}
