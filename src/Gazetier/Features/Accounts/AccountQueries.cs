using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts;

public static class AccountQueries
{
    /// <summary>The account of who is signed in, for pages that only they reach.</summary>
    public static Task<Account> MyAccountAsync(this GazetierDb db, HttpContext context, CancellationToken cancel)
    {
        var id = context.SignedIn()!.AccountId;
        return db.Accounts.AsNoTracking().SingleAsync(a => a.Id == id, cancel);
    }

    /// <summary>Whether nobody could appoint staff any more without this account.</summary>
    public static async Task<bool> IsLastAdministratorAsync(this GazetierDb db, Account account, CancellationToken cancel) =>
        account.Role == StaffRole.Administrator && !await db.Accounts.AnyAsync(a => a.Role == StaffRole.Administrator && a.Id != account.Id, cancel);
}
