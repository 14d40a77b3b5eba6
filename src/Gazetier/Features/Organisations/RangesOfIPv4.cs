namespace Gazetier.Features.Organisations;

/// <summary>
/// Disjoint ranges of IPv4. A table by the first 16 bits (256 KB, from so many ranges on) says where among them those begin which share
/// these bits; they are halved, sixteen times at most.
/// </summary>
internal sealed class RangesOfIPv4<T>
    where T : class
{
    /// <summary>Fewer are halved in less time than the table takes to be looked at.</summary>
    private const int Few = 256;

    private readonly uint[] _first;
    private readonly uint[] _last;
    private readonly T[] _of;

    /// <summary>For each value of the first 16 bits, how many ranges begin before it; one more at the end. Null: they are few.</summary>
    private readonly int[]? _starts;

    /// <param name="ranges">Rising.</param>
    public RangesOfIPv4(IReadOnlyList<(uint First, uint Last, T Of)> ranges)
    {
        _first = [.. ranges.Select(range => range.First)];
        _last = [.. ranges.Select(range => range.Last)];
        _of = [.. ranges.Select(range => range.Of)];
        if (_first.Length < Few)
        {
            return;
        }

        _starts = new int[(1 << 16) + 1];
        foreach (var first in _first)
        {
            _starts[(first >> 16) + 1]++;
        }

        for (var i = 1; i < _starts.Length; i++)
        {
            _starts[i] += _starts[i - 1];
        }
    }

    public T? Find(uint address)
    {
        var first = _first;
        var (at, end) = _starts is { } starts ? (starts[address >> 16], starts[(address >> 16) + 1]) : (0, first.Length);
        // Without a branch that the processor would have to guess.
        for (var left = end - at; left > 1;)
        {
            var half = left >> 1;
            at += (first[at + half] <= address ? 1 : 0) * half;
            left -= half;
        }

        // None of these begins before the address: the one before them may reach so far.
        if (at == end || first[at] > address)
        {
            at--;
        }

        return at >= 0 && address <= _last[at] ? _of[at] : null;
    }
}
