using System.Numerics;

namespace Gazetier.Features.Products;

/// <summary>
/// Some of the newspaper's products, by their numbers: what an article asks for any of, what a right opens. One word of memory, so
/// that access is decided, and pages are told apart, without a list (docs/decisions/0024).
/// </summary>
/// <param name="Bits">Bit n stands for the product with the number n.</param>
public readonly record struct ProductSet(ulong Bits)
{
    /// <summary>A newspaper has so many products at most, numbered from 0: what a database's signed number holds.</summary>
    public const int Most = 63;

    /// <summary>The newspaper itself: the product that is always there.</summary>
    public static readonly ProductSet Paper = Of(0);

    public bool IsEmpty => Bits == 0;

    public int Count => BitOperations.PopCount(Bits);

    /// <summary>Numbers of the products, rising.</summary>
    public IEnumerable<int> Numbers
    {
        get
        {
            for (var left = Bits; left != 0; left &= left - 1)
            {
                yield return BitOperations.TrailingZeroCount(left);
            }
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">The number is not one of 0 to 62.</exception>
    public static ProductSet Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Most);
        return new ProductSet(1UL << number);
    }

    public static ProductSet Of(IEnumerable<int> numbers) => numbers.Aggregate(default(ProductSet), (set, number) => set | Of(number));

    public static ProductSet operator |(ProductSet one, ProductSet other) => new(one.Bits | other.Bits);

    /// <summary>Whether a product is in both.</summary>
    public bool Overlaps(ProductSet other) => (Bits & other.Bits) != 0;

    /// <summary>Whether every product of <paramref name="other"/> is in this one.</summary>
    public bool Contains(ProductSet other) => (Bits & other.Bits) == other.Bits;
}
