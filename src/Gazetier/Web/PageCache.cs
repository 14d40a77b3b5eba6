using System.Collections.Concurrent;
using Gazetier.Changes;

namespace Gazetier.Web;

/// <summary>Which page, for whom. The number of the page in a list is the only part of the query that makes another page.</summary>
public readonly record struct PageKey(string Path, int Number, PageClass Class);

/// <summary>
/// Pages kept by class of access, dropped by the change log. The framework's output cache would do; this one keeps each
/// page compressed and answers before routing (docs/decisions/0005 has the measurements).
/// </summary>
public sealed class PageCache(long limitBytes) : IFollowChanges
{
    private readonly ConcurrentDictionary<PageKey, KeptPage> _pages = new();
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<PageKey, bool>> _byTag = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _droppedAt = new(StringComparer.Ordinal);
    private long _drops;
    private long _everythingDroppedAt;
    private long _bytes;

    /// <summary>Number of drops so far: a page that was begun before a drop that concerns it is not kept.</summary>
    public long Drops => Volatile.Read(ref _drops);

    public int Count => _pages.Count;

    public KeptPage? Find(PageKey key, long nowTicks) =>
        _pages.TryGetValue(key, out var page) && nowTicks < page.UntilTicks ? page : null;

    /// <summary>Keeps <paramref name="page"/>, unless something it shows changed since <paramref name="begun"/>.</summary>
    public void Keep(PageKey key, KeptPage page, long begun)
    {
        Forget(key);
        _pages[key] = page;
        Interlocked.Add(ref _bytes, page.Size);
        foreach (var tag in page.Tags)
        {
            _byTag.GetOrAdd(tag, _ => new ConcurrentDictionary<PageKey, bool>())[key] = true;
        }

        // Looked at after the page stands: a drop that came in between has either seen it or is seen here.
        if (Volatile.Read(ref _everythingDroppedAt) > begun || page.Tags.Any(tag => _droppedAt.TryGetValue(tag, out var at) && at > begun))
        {
            Forget(key);
        }
        else if (Volatile.Read(ref _bytes) > limitBytes)
        {
            MakeRoom();
        }
    }

    public void Drop(IEnumerable<string> tags)
    {
        foreach (var tag in tags)
        {
            if (tag == ChangeLog.Everything)
            {
                Volatile.Write(ref _everythingDroppedAt, Interlocked.Increment(ref _drops));
                foreach (var key in _pages.Keys)
                {
                    Forget(key);
                }

                continue;
            }

            _droppedAt[tag] = Interlocked.Increment(ref _drops);
            if (_byTag.TryGetValue(tag, out var keys))
            {
                foreach (var key in keys.Keys)
                {
                    Forget(key);
                }
            }
        }
    }

    public Task FollowAsync(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        Drop(changes.SelectMany(change => change.Tags.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        return Task.CompletedTask;
    }

    private void Forget(PageKey key)
    {
        if (!_pages.TryRemove(key, out var page))
        {
            return;
        }

        Interlocked.Add(ref _bytes, -page.Size);
        foreach (var tag in page.Tags)
        {
            if (_byTag.TryGetValue(tag, out var keys))
            {
                keys.TryRemove(key, out _);
            }
        }
    }

    /// <summary>Lets a tenth of the pages go, those that end first. Rare: only when the limit is reached.</summary>
    private void MakeRoom()
    {
        var oldest = _pages.OrderBy(page => page.Value.UntilTicks).Take((_pages.Count / 10) + 1).Select(page => page.Key).ToList();
        oldest.ForEach(Forget);
    }
}
