using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts;

public static class AccountQueries
{
    /// <summary>Behind whatever is typed: the last code point.</summary>
    private const string Last = "\U0010FFFF";

    /// <summary>The account of who is signed in, for pages that only they reach.</summary>
    public static Task<Account> MyAccountAsync(this GazetierDb db, HttpContext context, CancellationToken cancel)
    {
        var id = context.SignedIn()!.AccountId;
        return db.Accounts.AsNoTracking().SingleAsync(a => a.Id == id, cancel);
    }

    /// <summary>Whether nobody could appoint staff any more without this account.</summary>
    public static async Task<bool> IsLastAdministratorAsync(this GazetierDb db, Account account, CancellationToken cancel) =>
        account.Role == StaffRole.Administrator && !await db.Accounts.AnyAsync(a => a.Role == StaffRole.Administrator && a.Id != account.Id, cancel);

    /// <summary>
    /// Accounts whose address begins so. SQLite's LIKE minds no case and so uses no index: there it is a range, in the order of the bytes;
    /// PostgreSQL's uses the index that is made for patterns, whatever the order of its letters.
    /// </summary>
    public static IQueryable<Account> EmailBeginning(this IQueryable<Account> accounts, GazetierDb db, string asked)
    {
        var (begin, end) = (asked.ToUpperInvariant(), asked.ToUpperInvariant() + Last);
#pragma warning disable CA1309 // The database compares.
        return db.Database.IsSqlite()
            ? accounts.Where(a => string.Compare(a.NormalizedEmail, begin) >= 0 && string.Compare(a.NormalizedEmail, end) < 0)
            : accounts.Where(a => a.NormalizedEmail!.StartsWith(begin));
    }

    /// <summary>Accounts whose name begins so, its capitals included.</summary>
    /// <inheritdoc cref="EmailBeginning"/>
    public static IQueryable<Account> NameBeginning(this IQueryable<Account> accounts, GazetierDb db, string begin)
    {
        var end = begin + Last;
        return db.Database.IsSqlite()
            ? accounts.Where(a => string.Compare(a.DisplayName, begin) >= 0 && string.Compare(a.DisplayName, end) < 0)
            : accounts.Where(a => a.DisplayName.StartsWith(begin));
#pragma warning restore CA1309
    }
}
