namespace Gazetier.Features.Trials;

/// <summary>
/// That somebody has tried a product. Of the person only a keyed hash of the address is kept: it outlives the account, so that a
/// second account is no second trial, and says nothing to whoever does not know the address.
/// </summary>
public class TrialTaken
{
    /// <summary>HMAC-SHA-256 of the address in capital letters, in hexadecimal.</summary>
    public required string Person { get; set; }

    /// <summary>Number of the product.</summary>
    public int Product { get; set; }

    /// <summary>UTC.</summary>
    public DateTime BegunAt { get; set; }
}
