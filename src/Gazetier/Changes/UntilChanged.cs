using Gazetier.Data;

namespace Gazetier.Changes;

/// <summary>
/// Something small that was read from the database and is kept in memory until the change log says that it may be another. What changes while
/// it is read is not kept: it is read again. While the database is away it is what it was last.
/// </summary>
/// <param name="read">Reads it, in a scope of its own.</param>
/// <param name="whileAway">While the database is away and it was never read. Null: what is wrong is thrown.</param>
public sealed class UntilChanged<T>(IServiceScopeFactory scopes, Func<GazetierDb, CancellationToken, Task<T>> read, T? whileAway = null)
    where T : class
{
    private volatile T? _known;
    private volatile T? _last = whileAway;
    private long _changes;

    public ValueTask<T> GetAsync(CancellationToken cancel) => _known is { } known ? ValueTask.FromResult(known) : ReadAsync(cancel);

    public void Forget()
    {
        Interlocked.Increment(ref _changes);
        _known = null;
    }

    private async ValueTask<T> ReadAsync(CancellationToken cancel)
    {
        var begun = Interlocked.Read(ref _changes);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var found = await read(scope.ServiceProvider.GetRequiredService<GazetierDb>(), cancel);
            _known = found;
            // Asked after it is kept: asked before, a change between the two would be missed.
            if (begun != Interlocked.Read(ref _changes))
            {
                _known = null;
            }

            return _last = found;
        }
        catch (Exception error) when (_last is not null && DatabaseAway.IsCauseOf(error))
        {
            return _last;
        }
    }
}
