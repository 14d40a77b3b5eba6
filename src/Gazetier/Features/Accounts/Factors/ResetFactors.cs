using Gazetier.Data;
using Gazetier.Features.Audit;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts.Factors;

/// <summary>
/// Takes all second factors from an account whose owner lost them: done by an administrator or at the server's console, who know
/// whom they speak to. All sessions end; the next sign-in sets up anew.
/// </summary>
public class ResetFactors(GazetierDb db, EndSessions end, ForgetReader forget, TimeProvider clock)
{
    /// <param name="by">Null: at the console.</param>
    public async Task RunAsync(SignedIn? by, Account account, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.InTransactionAsync(
            async inside =>
            {
                await db.Authenticators.Where(a => a.AccountId == account.Id).ExecuteDeleteAsync(inside);
                await db.UserPasskeys.Where(p => p.UserId == account.Id).ExecuteDeleteAsync(inside);
                await db.RecoveryCodes.Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(inside);
                await db.CloseLinksAsync(account.Id, now, inside);
                await end.AllAsync(account.Id, kept: null, inside);
                db.RecordAbout(now, by, account, ActNames.FactorsReset);
                await db.TellFactorAsync(account.Id, FactorChange.Reset, now, inside);
            },
            cancel);
        // Again, now that it is true for everybody.
        forget(account.Id);
    }
}
