using System.Net;

namespace Gazetier.Features.Organisations;

/// <summary>
/// Whose an address is, among all ranges of all organisations: sorted, disjoint. A table by the first bits leads to a few neighbours, so
/// that fifty thousand ranges cost what fifty do. Immutable; a lookup allocates nothing (docs/decisions/0028).
/// </summary>
/// <typeparam name="T">What is kept of an organisation.</typeparam>
public sealed class AddressIndex<T>
    where T : class
{
    private static readonly UInt128 Mapped = new(0, 0xFFFF_0000_0000);

    private readonly RangesOfIPv4<T> _four;
    private readonly RangesOfIPv6<T> _six;

    /// <param name="ranges">In whatever order. Of two that overlap, against the rules, the one that begins first counts, the wider of those that begin together.</param>
    public AddressIndex(IEnumerable<(UInt128 First, UInt128 Last, T Of)> ranges)
    {
        var disjoint = Disjoint([.. ranges]);
        var (first, last) = (Mapped, Mapped | uint.MaxValue);
        Count = disjoint.Count;
        _four = new RangesOfIPv4<T>([.. disjoint.Where(range => range.First <= last && range.Last >= first)
            .Select(range => ((uint)UInt128.Max(range.First, first), (uint)UInt128.Min(range.Last, last), range.Of))]);
        _six = new RangesOfIPv6<T>([.. disjoint.Where(range => range.First < first || range.Last > last)]);
    }

    public int Count { get; }

    /// <summary>Null: nobody's.</summary>
    public T? Find(IPAddress address) => Find(AddressBlock.NumberOf(address));

    /// <inheritdoc cref="Find(IPAddress)"/>
    public T? Find(UInt128 address) => address >> 32 == Mapped >> 32 ? _four.Find((uint)address) : _six.Find(address);

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

/// <summary>The lines of the change log by which nodes learn that ranges, or their contracts, changed.</summary>
public static class AddressIndex
{
    /// <summary>A range was given or taken: all are read anew.</summary>
    public const string Changed = "organisation.addresses";

    /// <summary>What one organisation opens, or its name, may have changed; its tag says which.</summary>
    public const string TermsChanged = "organisation.terms";

    public const string TagStart = "organisation:";

    public static string Tag(Guid organisationId) => $"{TagStart}{organisationId:N}";
}
