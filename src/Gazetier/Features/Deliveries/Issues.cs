using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Deliveries;

/// <summary>Opens issues: the same key is the same issue, whoever asks, and how many at once.</summary>
public class Issues(GazetierDb db)
{
    /// <param name="key">"digest/2026-11-23T06:00Z".</param>
    /// <param name="now">UTC.</param>
    public async Task<Guid> OpenAsync(string key, string list, string title, DateTime now, CancellationToken cancel)
    {
        if (await FindAsync(key, cancel) is { } known)
        {
            return known;
        }

        var issue = new Issue { Key = key, List = list, Title = title, CreatedAt = now };
        db.Issues.Add(issue);
        try
        {
            await db.SaveChangesAsync(cancel);
            return issue.Id;
        }
        catch (DbUpdateException)
        {
            // Another node opened it at the same moment.
            db.ChangeTracker.Clear();
            return await FindAsync(key, cancel) ?? throw new InvalidOperationException($"No issue '{key}'.");
        }
    }

    /// <summary>Holds the issue until the end of the transaction; whoever else asks for it waits.</summary>
    public Task HoldAsync(Guid issue, CancellationToken cancel) =>
        db.Issues.Where(i => i.Id == issue).ExecuteUpdateAsync(i => i.SetProperty(x => x.CreatedAt, x => x.CreatedAt), cancel);

    private Task<Guid?> FindAsync(string key, CancellationToken cancel) =>
        db.Issues.AsNoTracking().Where(i => i.Key == key).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(cancel);
}
