namespace Gazetier.Features.Purchases;

/// <summary>
/// Conditions générales de vente, one version of them. Never changed: whoever bought accepted a version, and can read it again
/// (L-11).
/// </summary>
public class SalesTerms
{
    public const int MaxText = 60_000;

    /// <summary>From 1.</summary>
    public int Version { get; set; }

    /// <summary>Markdown.</summary>
    public required string Text { get; set; }

    /// <summary>UTC.</summary>
    public DateTime From { get; set; }
}
