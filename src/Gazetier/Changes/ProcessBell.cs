using System.Data.Common;
using Gazetier.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gazetier.Changes;

/// <summary>On SQLite: rung when a context of this process has saved lines of the log.</summary>
public class ProcessBell : SaveChangesInterceptor, IDbTransactionInterceptor, IChangeBell
{
    private readonly SemaphoreSlim _rings = new(0, 1);
    private int _uncommitted;

    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancel) => await _rings.WaitAsync(atMost, cancel);

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default)
    {
        if (eventData.Context is GazetierDb db && db.ChangeTracker.Entries<Change>().Any())
        {
            Volatile.Write(ref _uncommitted, 1);
            if (db.Database.CurrentTransaction is null)
            {
                RingIfOwed();
            }
        }

        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default)
    {
        RingIfOwed();
        return Task.CompletedTask;
    }

    private void RingIfOwed()
    {
        if (Interlocked.Exchange(ref _uncommitted, 0) == 1)
        {
            Ring();
        }
    }

    private void Ring()
    {
        try
        {
            _rings.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already rung and not yet heard: one ring is enough.
        }
    }
}
