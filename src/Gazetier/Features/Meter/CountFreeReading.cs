using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Meter;

/// <summary>Counts a free article for an account, on the server: whichever device it is read on.</summary>
public class CountFreeReading(GazetierDb db)
{
    /// <param name="limit">Articles that this reader may read in <paramref name="month"/>.</param>
    /// <returns>The count with this article; or the count as it is, where none was left for it.</returns>
    public async Task<(MeterCount Count, bool Opens)> RunAsync(Guid accountId, int month, long article, int limit, CancellationToken cancel)
    {
        while (true)
        {
            var read = await db.FreeReadings.AsNoTracking().Where(r => r.AccountId == accountId && r.Month == month).OrderBy(r => r.Number).Select(r => r.ArticleId).ToListAsync(cancel);
            var before = new MeterCount(month, read);
            if (before.Read(article, limit) is not { } after)
            {
                return (before, false);
            }

            if (after == before || await AddAsync(accountId, month, after.Articles.Count, article, cancel))
            {
                return (after, true);
            }
        }
    }

    private async Task<bool> AddAsync(Guid accountId, int month, int number, long article, CancellationToken cancel)
    {
        db.FreeReadings.Add(new FreeReading { AccountId = accountId, Month = month, Number = number, ArticleId = article });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Another tab took this number: count again.
            db.ChangeTracker.Clear();
            return false;
        }

        return true;
    }
}
