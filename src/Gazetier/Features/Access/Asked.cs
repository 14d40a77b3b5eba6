using Gazetier.Features.Products;

namespace Gazetier.Features.Access;

/// <summary>What an article asks of its reader, at one moment.</summary>
/// <param name="AnyOf">Where a right is asked for: one to any of these products opens it.</param>
/// <param name="Article">Its number: some rights are to one article only. 0: to no article in particular.</param>
public readonly record struct Asked(Requirement Requirement, ProductSet AnyOf, long Article = 0)
{
    /// <summary>What reading the newspaper itself asks, no article in particular.</summary>
    public static readonly Asked ThePaper = new(Requirement.Subscription, ProductSet.Paper);
}
