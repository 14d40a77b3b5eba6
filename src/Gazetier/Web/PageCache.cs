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
    // Asked on each request, without a lock. All else happens once a rendering or once a change, under one lock: a page
    // and the tags that lead to it must come and go together, or a later change would not find it.
    private readonly ConcurrentDictionary<PageKey, KeptPage> _pages = new();
    private readonly Dictionary<string, HashSet<PageKey>> _byTag = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _droppedAt = new(StringComparer.Ordinal);
    private readonly Lock _writing = new();
    private long _drops;
    private long _bytes;

    /// <summary>Number of drops so far: a page that was begun before a drop that concerns it is not kept.</summary>
    public long Drops => Volatile.Read(ref _drops);

    public int Count => _pages.Count;

    public KeptPage? Find(PageKey key, long nowTicks) =>
        _pages.TryGetValue(key, out var page) && nowTicks < page.UntilTicks ? page : null;

    /// <summary>Keeps <paramref name="page"/>, unless something it shows changed since <paramref name="begun"/>.</summary>
    public void Keep(PageKey key, KeptPage page, long begun)
    {
        lock (_writing)
        {
            Forget(key);
            if (IsDroppedSince(ChangeLog.Everything, begun) || page.Tags.Any(tag => IsDroppedSince(tag, begun)))
            {
                return;
            }

            foreach (var tag in page.Tags)
            {
                if (!_byTag.TryGetValue(tag, out var keys))
                {
                    _byTag[tag] = keys = [];
                }

                keys.Add(key);
            }

            _pages[key] = page;
            _bytes += page.Size;
            if (_bytes > limitBytes)
            {
                MakeRoom();
            }
        }
    }

    public void Drop(IEnumerable<string> tags)
    {
        lock (_writing)
        {
            foreach (var tag in tags)
            {
                _droppedAt[tag] = ++_drops;
                var shown = tag == ChangeLog.Everything ? [.. _pages.Keys] : _byTag.TryGetValue(tag, out var keys) ? keys.ToArray() : [];
                Array.ForEach(shown, Forget);
            }
        }
    }

    public Task FollowAsync(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        Drop(changes.SelectMany(change => change.Tags.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        return Task.CompletedTask;
    }

    private bool IsDroppedSince(string tag, long begun) => _droppedAt.TryGetValue(tag, out var at) && at > begun;

    private void Forget(PageKey key)
    {
        if (!_pages.TryRemove(key, out var page))
        {
            return;
        }

        _bytes -= page.Size;
        foreach (var tag in page.Tags)
        {
            if (_byTag.TryGetValue(tag, out var keys) && keys.Remove(key) && keys.Count == 0)
            {
                _byTag.Remove(tag);
            }
        }
    }

    /// <summary>Lets a tenth of the pages go, those that end first. Rare: only when the limit is reached.</summary>
    private void MakeRoom()
    {
        var oldest = _pages.ToArray().OrderBy(page => page.Value.UntilTicks).Take((_pages.Count / 10) + 1).Select(page => page.Key).ToList();
        oldest.ForEach(Forget);
    }
}
