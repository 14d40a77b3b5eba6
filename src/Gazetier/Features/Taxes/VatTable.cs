using Gazetier.Features.Newspaper;

namespace Gazetier.Features.Taxes;

/// <summary>
/// Finds the rate for a class of product, a kind of customer, a territory and a day (F-30). What is not in the table, or twice in
/// it, is refused: there is no rate "by default". The rate of the press asks for a number that is valid on that day (F-31).
/// </summary>
public sealed class VatTable(IReadOnlyList<VatRate> rates)
{
    /// <param name="imprint">Holds the number of the commission paritaire, and from when until when it is valid.</param>
    public VatAnswer RateOf(VatClass product, VatCustomer customer, Territory territory, DateOnly day, Imprint imprint)
    {
        if (product == VatClass.Press && !imprint.HasPressNumber(day))
        {
            return new VatAnswer(null, VatRefusal.NoPressNumber);
        }

        var found = rates.Where(r => r.Class == product && r.Customer == customer && r.Territory == territory && r.HoldsOn(day)).ToList();
        return found switch
        {
            [var rate] => new VatAnswer(rate, null),
            [] => new VatAnswer(null, VatRefusal.Unknown),
            _ => new VatAnswer(null, VatRefusal.Ambiguous),
        };
    }
}

/// <summary>Either is null.</summary>
public readonly record struct VatAnswer(VatRate? Rate, VatRefusal? Refusal);

/// <summary>Why there is no rate, and nothing is sold.</summary>
public enum VatRefusal
{
    /// <summary>The table has no row for it.</summary>
    Unknown,

    /// <summary>The table has two rows for it.</summary>
    Ambiguous,

    /// <summary>The newspaper has no number of the commission paritaire, or not on that day.</summary>
    NoPressNumber,
}
