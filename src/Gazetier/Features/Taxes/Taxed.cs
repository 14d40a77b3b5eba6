namespace Gazetier.Features.Taxes;

/// <summary>
/// An amount with and without its tax. Rounding is stated once, here: the tax is worked out on the total of a line, never on one
/// piece of it, and rounded to the nearest cent, half a cent up. With and without always differ by the tax, to the cent.
/// </summary>
/// <param name="NetCents">Without tax.</param>
public readonly record struct Taxed(int NetCents, int VatCents, int BasisPoints)
{
    private const int Whole = 10_000;

    /// <summary>Cents, all taxes included.</summary>
    public int GrossCents => NetCents + VatCents;

    /// <summary>Of an amount that is stated with its tax, as consumers read it.</summary>
    public static Taxed OfGross(int cents, int basisPoints)
    {
        var net = Divide((long)cents * Whole, Whole + basisPoints);
        return new Taxed(net, cents - net, basisPoints);
    }

    /// <summary>Of an amount that is stated without tax, as organisations compare it.</summary>
    public static Taxed OfNet(int cents, int basisPoints) => new(cents, Divide((long)cents * basisPoints, Whole), basisPoints);

    /// <summary>To the nearest, half up; amounts are never below zero.</summary>
    private static int Divide(long amount, long by)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        return checked((int)(((2 * amount) + by) / (2 * by)));
    }
}
