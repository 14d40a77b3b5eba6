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
}

public static class FactorNotices
{
    /// <summary>Owes the mail that tells of it, within whatever the caller is about to save.</summary>
    public static async Task TellFactorAsync(this GazetierDb db, Guid accountId, FactorChange change, DateTime now, CancellationToken cancel)
    {
        var email = await db.Accounts.Where(a => a.Id == accountId).Select(a => a.Email!).SingleAsync(cancel);
        db.Owe(now, AccountMails.FactorChanged, email, new FactorNotice(accountId, change, now));
    }
}
