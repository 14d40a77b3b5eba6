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
    private readonly UInt128[] _first;
    private readonly UInt128[] _last;
    private readonly T[] _of;

    /// <param name="ranges">In whatever order. Of two that overlap, against the rules, the one that begins first counts, the wider of those that begin together.</param>
    public AddressIndex(IEnumerable<(UInt128 First, UInt128 Last, T Of)> ranges)
    {
        var disjoint = Disjoint([.. ranges]);
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
        var (low, high) = (0, _first.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (address < _first[middle])
            {
                high = middle - 1;
            }
            else if (address > _last[middle])
            {
                low = middle + 1;
            }
            else
            {
                return _of[middle];
            }
        }

        return null;
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
