namespace Gazetier.Features.Products;

/// <summary>Ties kept pages to the names of products that they show.</summary>
public static class ProductTags
{
    public const string All = "products";
}
