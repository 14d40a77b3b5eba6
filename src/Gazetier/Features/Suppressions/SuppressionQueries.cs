using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Suppressions;

public static class SuppressionQueries
{
    /// <summary>Not lifted: nothing is composed for these addresses.</summary>
    public static IQueryable<Suppression> Standing(this IQueryable<Suppression> suppressions) => suppressions.Where(s => s.LiftedAt == null);

    /// <summary>Those among some addresses that nothing is composed for: one query a batch.</summary>
    public static async Task<HashSet<string>> SuppressedAmongAsync(this GazetierDb db, IReadOnlyCollection<string> emails, CancellationToken cancel) =>
        [.. await db.Suppressions.Standing().Where(s => emails.Contains(s.Email)).Select(s => s.Email).ToListAsync(cancel)];

    /// <summary>What stands against an address; null: nothing.</summary>
    public static Task<Suppression?> SuppressionOfAsync(this GazetierDb db, string email, CancellationToken cancel) =>
        db.Suppressions.AsNoTracking().Standing().FirstOrDefaultAsync(s => s.Email == email, cancel);

    /// <summary>Suppresses an address, within the transaction of the caller. One that is suppressed already stays as it is.</summary>
    public static async Task SuppressAsync(this GazetierDb db, Suppression made, CancellationToken cancel)
    {
        if (!await db.Suppressions.Standing().AnyAsync(s => s.Email == made.Email, cancel))
        {
            db.Suppressions.Add(made);
        }
    }
}
