using Gazetier.Data;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts.Factors;

/// <summary>What happened to the ways by which an account is proven; its owner is told by mail (ASVS 6.3.7).</summary>
public enum FactorChange
{
    PasskeyAdded,
    PasskeyRemoved,
    AuthenticatorSet,
    AuthenticatorRemoved,
    RecoveryCodesMade,
    RecoveryCodeUsed,

    /// <summary>By an administrator.</summary>
    Reset,

    /// <summary>An identity provider opens the account from now on.</summary>
    ProviderLinked,
    ProviderUnlinked,
}

public static class FactorNotices
{
    /// <summary>Owes the mail that tells of it, within whatever the caller is about to save.</summary>
    /// <param name="what">The identity provider, by its name; null for any other change.</param>
    public static async Task TellFactorAsync(this GazetierDb db, Guid accountId, FactorChange change, DateTime now, CancellationToken cancel, string? what = null)
    {
        var email = await db.Accounts.Where(a => a.Id == accountId).Select(a => a.Email!).SingleAsync(cancel);
        db.Owe(now, AccountMails.FactorChanged, email, new FactorNotice(accountId, change, now, what));
    }
}
