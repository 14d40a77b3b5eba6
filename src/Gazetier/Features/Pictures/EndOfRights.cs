using System.Collections.Frozen;
using Gazetier.Changes;
using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Pictures;

/// <summary>
/// When pictures may no longer be given, by their keys: the few that have an end are in memory, so that a rendition that exists still
/// costs no query. Read anew after the change log tells of a picture.
/// </summary>
public class EndOfRights(IServiceScopeFactory scopes) : IFollowChanges
{
    private Lazy<Task<FrozenDictionary<string, DateTime>>>? _ends;

    /// <summary>UTC; null: it has none.</summary>
    public async Task<DateTime?> OfAsync(string key)
    {
        // Who waits for an older reading gets it once; the next request gets the newer one.
        var ends = Volatile.Read(ref _ends);
        if (ends is null)
        {
            ends = new(ReadAsync);
            ends = Interlocked.CompareExchange(ref _ends, ends, null) ?? ends;
        }

        try
        {
            return (await ends.Value).TryGetValue(key, out var end) ? end : null;
        }
        catch
        {
            Interlocked.CompareExchange(ref _ends, null, ends);
            throw;
        }
    }

    public Task FollowAsync(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        if (changes.Any(change => change.What.StartsWith("picture.", StringComparison.Ordinal)))
        {
            Volatile.Write(ref _ends, null);
        }

        return Task.CompletedTask;
    }

    private async Task<FrozenDictionary<string, DateTime>> ReadAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GazetierDb>();
        var ends = await db.Pictures.AsNoTracking().Where(p => p.RightsEndAt != null).Select(p => new { p.Key, p.RightsEndAt }).ToListAsync();
        return ends.ToFrozenDictionary(p => p.Key, p => p.RightsEndAt!.Value, StringComparer.Ordinal);
    }
}
