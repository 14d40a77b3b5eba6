using System.Net;

namespace Gazetier.Features.Organisations;

/// <summary>
/// Whose an address is, among all ranges of all organisations: sorted, disjoint, found by halving. Immutable; a lookup allocates nothing
/// (docs/decisions/0028).
/// </summary>
/// <typeparam name="T">What is kept of an organisation.</typeparam>
public sealed class AddressIndex<T>
    where T : class
{
    // What is looked through: half as wide as the addresses, and compared without a branch that the processor would have to guess.
    private readonly ulong[] _keys;
    private readonly UInt128[] _first;
    private readonly UInt128[] _last;
    private readonly T[] _of;

    /// <param name="ranges">In whatever order. Of two that overlap, against the rules, the one that begins first counts, the wider of those that begin together.</param>
    public AddressIndex(IEnumerable<(UInt128 First, UInt128 Last, T Of)> ranges)
    {
        var disjoint = Disjoint([.. ranges]);
        _keys = [.. disjoint.Select(range => Key(range.First))];
        _first = [.. disjoint.Select(range => range.First)];
        _last = [.. disjoint.Select(range => range.Last)];
        _of = [.. disjoint.Select(range => range.Of)];
    }

    public int Count => _of.Length;

    /// <summary>Null: nobody's.</summary>
    public T? Find(IPAddress address) => Find(AddressBlock.NumberOf(address));

    /// <inheritdoc cref="Find(IPAddress)"/>
    public T? Find(UInt128 address)
    {
        var (keys, key) = (_keys, Key(address));
        var at = 0;
        for (var left = keys.Length; left > 1;)
        {
            var half = left >> 1;
            at += (keys[at + half] <= key ? 1 : 0) * half;
            left -= half;
        }

        // Ranges within one /64 of IPv6 share a key: the last that begins before the address is the one.
        var first = _first;
        while (at >= 0 && at < first.Length && first[at] > address)
        {
            at--;
        }

        return at >= 0 && at < first.Length && address <= _last[at] ? _of[at] : null;
    }

    /// <summary>Rises with the addresses: an IPv4 address itself, and behind all of them the upper half of one of IPv6.</summary>
    private static ulong Key(UInt128 address)
    {
        var (high, low) = ((ulong)(address >> 64), (ulong)address);
        return high != 0 ? Math.Max(high, 1UL << 32)
            : low >> 32 == 0xFFFF ? (uint)low
            : low >> 32 < 0xFFFF ? 0
            : uint.MaxValue;
    }

    private static List<(UInt128 First, UInt128 Last, T Of)> Disjoint(List<(UInt128 First, UInt128 Last, T Of)> ranges)
    {
        ranges.Sort((one, other) => one.First != other.First ? one.First.CompareTo(other.First) : other.Last.CompareTo(one.Last));
        var made = new List<(UInt128 First, UInt128 Last, T Of)>(ranges.Count);
        foreach (var range in ranges)
        {
            if (made.Count == 0 || range.First > made[^1].Last)
            {
                made.Add(range);
            }
        }

        return made;
    }
}

/// <summary>The line of the change log by which nodes learn that ranges or their contracts changed.</summary>
public static class AddressIndex
{
    public const string Changed = "organisation.addresses";
}
