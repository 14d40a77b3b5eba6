namespace Gazetier.Features.Offers;

/// <summary>Formule: what a reader or an organisation can buy, at a price for a term.</summary>
public class Offer
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Slug { get; set; }
    public required string Name { get; set; }
    public string Description { get; set; } = "";

    /// <summary>Who it is for: "Pour un lecteur", "Pour une collectivité de moins de 5 000 habitants".</summary>
    public string Audience { get; set; } = "";

    /// <summary>Cents, all taxes included. Zero: free.</summary>
    public int PriceCents { get; set; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; set; } = "EUR";

    /// <summary>Months that the price pays for.</summary>
    public int TermMonths { get; set; } = 12;

    /// <summary>Order on the page.</summary>
    public int Position { get; set; }
}
