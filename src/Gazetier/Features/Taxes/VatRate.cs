namespace Gazetier.Features.Taxes;

/// <summary>
/// Taux de TVA: what the law asks of one class of product, sold to one kind of customer in one territory, from a day on. A row with
/// its source, so that a rate that changes is a row and no release (F-30).
/// </summary>
public class VatRate
{
    public int Id { get; set; }

    public VatClass Class { get; set; }

    public VatCustomer Customer { get; set; }

    public Territory Territory { get; set; }

    /// <summary>First day, on the newspaper's calendar.</summary>
    public DateOnly From { get; set; }

    /// <summary>The day after the last; null: still.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Hundredths of a percent: 2.1 % is 210. 0: no tax, for the reason that the source says.</summary>
    public int BasisPoints { get; set; }

    /// <summary>The text of law that says so.</summary>
    public required string Source { get; set; }

    public bool HoldsOn(DateOnly day) => From <= day && (Until is not { } until || day < until);
}

/// <summary>What is sold, as the tax tells it apart.</summary>
public enum VatClass
{
    /// <summary>A press title with a number of the commission paritaire, printed or online (CGI art. 298 septies).</summary>
    Press,

    /// <summary>Anything else: training, events, data, advertisements.</summary>
    Service,
}

/// <summary>Who buys, as the tax tells it apart.</summary>
public enum VatCustomer
{
    Consumer,
    Organisation,
}

/// <summary>Where the customer is, as the tax tells it apart.</summary>
public enum Territory
{
    Metropole,
    Guadeloupe,
    Martinique,
    Reunion,
    Guyane,
    Mayotte,

    /// <summary>No rate is kept for it: what is sold there is invoiced by hand.</summary>
    Elsewhere,
}
