using Gazetier.Data;

namespace Gazetier.Changes;

/// <summary>
/// Something small that was read from the database and is kept in memory until the change log says that it may be another. What changes while
/// it is read is not kept: it is read again.
/// </summary>
/// <param name="read">Reads it, in a scope of its own.</param>
public sealed class UntilChanged<T>(IServiceScopeFactory scopes, Func<GazetierDb, CancellationToken, Task<T>> read)
    where T : class
{
    private volatile T? _known;
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
        await using var scope = scopes.CreateAsyncScope();
        var found = await read(scope.ServiceProvider.GetRequiredService<GazetierDb>(), cancel);
        _known = begun == Interlocked.Read(ref _changes) ? found : null;
        return found;
    }
}
