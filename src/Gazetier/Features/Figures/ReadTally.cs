using System.Collections.Concurrent;

namespace Gazetier.Features.Figures;

/// <summary>What is counted.</summary>
public readonly record struct CountKey(long ArticleId, ReadStep Step, string Kind);

/// <summary>
/// Counts in memory, from all requests at once, without a lock and without an allocation once a key is there; reading never
/// waits for counting. <see cref="KeepCounts"/> takes what is here and writes it down.
/// </summary>
public sealed class ReadTally
{
    /// <summary>Keys held at a time. Who invents addresses fills this and no more; what is new then is not counted until the next taking.</summary>
    public const int Most = 100_000;

    private readonly ConcurrentDictionary<CountKey, Count> _counts = new();
    private int _keys;

    /// <summary>Adds one.</summary>
    public void Add(CountKey key)
    {
        while (Find(key) is { } count)
        {
            if (count.TryAdd())
            {
                return;
            }

            // It was closed at this moment: it goes, and a new one takes its place.
            Remove(key, count);
        }
    }

    /// <summary>Hands over what was counted since the last time. Each count is handed over once.</summary>
    public IReadOnlyList<KeyValuePair<CountKey, long>> Take()
    {
        var taken = new List<KeyValuePair<CountKey, long>>();
        foreach (var (key, count) in _counts)
        {
            if (count.Take() is > 0 and var number)
            {
                taken.Add(new(key, number));
            }
            else if (count.TryClose())
            {
                Remove(key, count);
            }
        }

        return taken;
    }

    private Count? Find(CountKey key)
    {
        if (_counts.TryGetValue(key, out var known))
        {
            return known;
        }

        if (Volatile.Read(ref _keys) >= Most)
        {
            return null;
        }

        var count = new Count();
        var held = _counts.GetOrAdd(key, count);
        if (held == count)
        {
            Interlocked.Increment(ref _keys);
        }

        return held;
    }

    private void Remove(CountKey key, Count count)
    {
        if (_counts.TryRemove(new(key, count)))
        {
            Interlocked.Decrement(ref _keys);
        }
    }

    private sealed class Count
    {
        private const long Closed = long.MinValue / 2;
        private long _number;

        /// <summary>False: it was closed, and what is added here nobody takes.</summary>
        public bool TryAdd() => Interlocked.Increment(ref _number) > 0;

        public long Take() => Volatile.Read(ref _number) > 0 ? Interlocked.Exchange(ref _number, 0) : 0;

        /// <summary>Closes it if nothing was added meanwhile.</summary>
        public bool TryClose() => Interlocked.CompareExchange(ref _number, Closed, 0) == 0;
    }
}
