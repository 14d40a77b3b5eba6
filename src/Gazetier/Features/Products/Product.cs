namespace Gazetier.Features.Products;

/// <summary>
/// What an article asks for and an offer sells: the newspaper, a club, the archive, the electronic edition. An article asks for
/// any of several.
/// </summary>
public class Product
{
    /// <summary>0 to 62; 0 is the newspaper itself. Never given to another product: rights are kept by it.</summary>
    public int Number { get; set; }

    public required string Slug { get; set; }

    /// <summary>As readers see it: "Club Finances".</summary>
    public required string Name { get; set; }

    /// <summary>A sentence for the page of the offers; may be empty.</summary>
    public string Description { get; set; } = "";

    /// <summary>Days for which anybody may try it, once, without paying. 0: not at all.</summary>
    public int TrialDays { get; set; }

    /// <summary>UTC; from then on nothing new asks for it or sells it. What was sold goes on.</summary>
    public DateTime? RetiredAt { get; set; }

    public ProductSet Set => ProductSet.Of(Number);
}
