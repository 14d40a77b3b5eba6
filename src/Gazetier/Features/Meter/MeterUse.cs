namespace Gazetier.Features.Meter;

/// <summary>What the page says of the free articles of the month.</summary>
/// <param name="Left">How many are left after this one.</param>
/// <param name="Of">How many there are.</param>
/// <param name="IsOver">This one was not given: there was none left.</param>
public sealed record MeterUse(int Left, int Of, bool IsOver);
