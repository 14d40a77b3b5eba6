using Gazetier.Changes;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Data;

/// <summary>How rows are written: versions rise, one writer at a time on SQLite, the change log in order on PostgreSQL.</summary>
public abstract partial class GazetierDb
{
    /// <summary>The transaction that this flow of control is in.</summary>
    private static readonly AsyncLocal<OpenTransaction?> Outer = new();

    /// <summary>
    /// Runs <paramref name="work"/> in one short transaction: all of it is kept, or nothing. No HTTP, mail or rendering
    /// belongs inside. Saves at the end.
    /// </summary>
    public async Task<T> InTransactionAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancel = default)
    {
        RefuseSecondWriter();
        using var turn = await TakeTurnAsync(cancel);
        using var open = new OpenTransaction();
        Outer.Value = open;
        await using var transaction = await Database.BeginTransactionAsync(cancel);
        var result = await work(cancel);
        await SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return result;
    }

    /// <inheritdoc cref="InTransactionAsync{T}"/>
    public Task InTransactionAsync(Func<CancellationToken, Task> work, CancellationToken cancel = default) =>
        InTransactionAsync(
            async token =>
            {
                await work(token);
                return true;
            },
            cancel);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RaiseVersions();
        var listings = KeepListings.TouchedBy(ChangeTracker);
        if (Database.CurrentTransaction is not null)
        {
            return await WriteAsync();
        }

        RefuseSecondWriter();
        using var turn = await TakeTurnAsync(cancellationToken);
        using var open = new OpenTransaction();
        Outer.Value = open;
        if (!AppendsChanges && !listings.Any)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        var rows = await WriteAsync();
        await transaction.CommitAsync(cancellationToken);
        return rows;

        async Task<int> WriteAsync()
        {
            await BeforeWritingAsync(cancellationToken);
            var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (listings.Any)
            {
                await listings.WriteAsync(this, cancellationToken);
            }

            return written;
        }
    }

    /// <summary>Whether lines of the change log are about to be written.</summary>
    protected bool AppendsChanges => ChangeTracker.Entries<Change>().Any(entry => entry.State == EntityState.Added);

    /// <summary>Waits for this context's turn to write; disposing what is returned ends the turn.</summary>
    protected abstract Task<IDisposable?> TakeTurnAsync(CancellationToken cancel);

    /// <summary>Called inside the transaction, before rows are written.</summary>
    protected virtual Task BeforeWritingAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>A second context that saves inside a transaction would wait for the first one's end, and the first for it.</summary>
    private static void RefuseSecondWriter()
    {
        if (Outer.Value is { IsOver: false })
        {
            throw new InvalidOperationException("Inside a transaction another context may not write: the two would wait for one another.");
        }
    }

    private void RaiseVersions()
    {
        foreach (var entry in ChangeTracker.Entries().Where(entry => entry.State == EntityState.Modified))
        {
            if (entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true } version)
            {
                var property = entry.Property(version.Name);
                property.CurrentValue = (int)property.OriginalValue! + 1;
            }
        }
    }

    private sealed class OpenTransaction : IDisposable
    {
        /// <summary>What was begun inside and lives on (a timer, a task) may write again.</summary>
        public bool IsOver { get; private set; }

        public void Dispose() => IsOver = true;
    }
}
