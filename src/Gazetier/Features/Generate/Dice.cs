namespace Gazetier.Features.Generate;

/// <summary>
/// Chance that comes out the same on every machine and in every version: SplitMix64, begun anew for each thing that is
/// made, so that article 12 is the same article in a load of 500 and in one of 200 000.
/// </summary>
public struct Dice(long seed, long number)
{
    private ulong _state = ((ulong)seed * 0xD1342543DE82EF95) ^ ((ulong)number * 0x9E3779B97F4A7C15);

    /// <summary>0 to <paramref name="below"/> − 1.</summary>
    public int Next(int below) => (int)(Bits() % (uint)below);

    /// <summary>0 (included) to 1 (excluded).</summary>
    public double Share() => (Bits() >> 11) * (1.0 / (1UL << 53));

    public bool IsLucky(int percent) => Next(100) < percent;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Next(choices.Count)];

    /// <summary>The first choices come up most, as the first themes of a newspaper do: the square root of chance.</summary>
    public T FirstMostly<T>(IReadOnlyList<T> choices)
    {
        var share = Share();
        return choices[(int)(share * share * choices.Count)];
    }

    /// <summary>A version-7 GUID: it sorts by <paramref name="at"/>, which keeps indexes compact.</summary>
    public Guid Id(DateTime at)
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Bits());
        BitConverter.TryWriteBytes(bytes[8..], Bits());
        var milliseconds = new DateTimeOffset(at).ToUnixTimeMilliseconds();
        for (var i = 5; i >= 0; i--, milliseconds >>= 8)
        {
            bytes[i] = (byte)milliseconds;
        }

        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private ulong Bits()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
