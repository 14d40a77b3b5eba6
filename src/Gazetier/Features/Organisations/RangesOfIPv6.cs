namespace Gazetier.Features.Organisations;

/// <summary>
/// Disjoint ranges of IPv6. Those within one /32 are found by its 32 bits in a table of at most four times their number (12 bytes a
/// place), and halved. Wider ones, which the desk must confirm and which are few, are halved by themselves.
/// </summary>
internal sealed class RangesOfIPv6<T>
    where T : class
{
    private readonly Range[] _ranges;
    private readonly Range[] _wide;
    private readonly Place[] _places;
    private readonly int _shift;

    /// <param name="ranges">Rising.</param>
    public RangesOfIPv6(IReadOnlyList<(UInt128 First, UInt128 Last, T Of)> ranges)
    {
        var all = ranges.Select(range => new Range(range.First, range.Last, range.Of)).ToList();
        _wide = [.. all.Where(range => Bits(range.First) != Bits(range.Last))];
        _ranges = [.. all.Where(range => Bits(range.First) == Bits(range.Last))];
        var size = Math.Max(2, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)_ranges.Length * 2));
        _shift = 32 - System.Numerics.BitOperations.Log2((uint)size);
        _places = new Place[size];
        for (var start = 0; start < _ranges.Length;)
        {
            var (bits, end) = (Bits(_ranges[start].First), start + 1);
            while (end < _ranges.Length && Bits(_ranges[end].First) == bits)
            {
                end++;
            }

            _places[FreeFor(bits)] = new Place(bits, start, end);
            start = end;
        }
    }

    public T? Find(UInt128 address)
    {
        var bits = Bits(address);
        for (var at = Hash(bits); _places[at].End > 0; at = (at + 1) & (_places.Length - 1))
        {
            if (_places[at].Bits == bits)
            {
                if (Find(_ranges, _places[at].Start, _places[at].End, address) is { } found)
                {
                    return found;
                }

                break;
            }
        }

        return _wide.Length == 0 ? null : Find(_wide, 0, _wide.Length, address);
    }

    private static T? Find(Range[] ranges, int at, int end, UInt128 address)
    {
        for (var left = end - at; left > 1;)
        {
            var half = left >> 1;
            at += ranges[at + half].First <= address ? half : 0;
            left -= half;
        }

        ref readonly var range = ref ranges[at];
        return range.First <= address && address <= range.Last ? range.Of : null;
    }

    private static uint Bits(UInt128 address) => (uint)(address >> 96);

    /// <summary>Spread by the golden ratio: neighbours, which addresses of one operator are, come far apart.</summary>
    private int Hash(uint bits) => (int)((bits * 0x9E37_79B1u) >> _shift);

    private int FreeFor(uint bits)
    {
        var at = Hash(bits);
        while (_places[at].End > 0)
        {
            at = (at + 1) & (_places.Length - 1);
        }

        return at;
    }

    private readonly record struct Range(UInt128 First, UInt128 Last, T Of);

    /// <param name="End">0: nobody's place.</param>
    private readonly record struct Place(uint Bits, int Start, int End);
}
