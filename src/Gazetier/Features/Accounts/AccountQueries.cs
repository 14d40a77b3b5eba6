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
}
