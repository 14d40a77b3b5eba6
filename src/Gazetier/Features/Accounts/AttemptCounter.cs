namespace Gazetier.Features.Accounts;

/// <summary>
/// Counts attempts by key within a window of time, in the memory of this node. Holds at most <paramref name="capacity"/>
/// keys: when full, the oldest half is forgotten, so that a flood of keys costs no more memory.
/// </summary>
/// <param name="window">A key's count starts anew when this has passed since its first attempt.</param>
public sealed class AttemptCounter(TimeSpan window, int capacity, TimeProvider clock)
{
    private readonly Lock _turn = new();
    private readonly Dictionary<string, Count> _counts = new(StringComparer.Ordinal);

    /// <summary>Attempts of <paramref name="key"/> in its window.</summary>
    public int Of(string key)
    {
        lock (_turn)
        {
            return Find(key).Attempts;
        }
    }

    /// <summary>Counts one more, and returns how many there are with it.</summary>
    public int Add(string key)
    {
        lock (_turn)
        {
            var count = Find(key);
            if (count.Attempts == 0 && _counts.Count >= capacity)
            {
                MakeRoom();
            }

            _counts[key] = count with { Attempts = count.Attempts + 1 };
            return count.Attempts + 1;
        }
    }

    /// <summary>Takes one back: it was no failure after all.</summary>
    public void Remove(string key)
    {
        lock (_turn)
        {
            var count = Find(key);
            if (count.Attempts > 0)
            {
                _counts[key] = count with { Attempts = count.Attempts - 1 };
            }
        }
    }

    public void Clear(string key)
    {
        lock (_turn)
        {
            _counts.Remove(key);
        }
    }

    private Count Find(string key)
    {
        var now = clock.GetUtcNow();
        return _counts.TryGetValue(key, out var count) && now - count.Since < window ? count : new Count(now, 0);
    }

    private void MakeRoom()
    {
        var middle = _counts.Values.Select(count => count.Since).Order().ElementAt(_counts.Count / 2);
        foreach (var (key, count) in _counts.ToArray())
        {
            if (count.Since <= middle)
            {
                _counts.Remove(key);
            }
        }
    }

    private readonly record struct Count(DateTimeOffset Since, int Attempts);
}
