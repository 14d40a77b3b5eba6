namespace Gazetier.Features.Offers;

/// <summary>Ties kept pages to the offers they show.</summary>
public static class OfferTags
{
    public const string All = "offers";
}
