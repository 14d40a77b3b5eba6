using Gazetier.Features.Access;
using Gazetier.Features.Products;

namespace Gazetier.Features.Organisations;

/// <summary>What a reader opens by the contracts of organisations, and what of it may be passed on. Pure.</summary>
/// <param name="Own">Products that the reader opens by a subscription of their own.</param>
/// <param name="Organisations">Products by a seat, or an address.</param>
/// <param name="Redistributed">Of those, the products that may be passed on within the organisation.</param>
public sealed record LicenceOfRequest(ProductSet Own, ProductSet Organisations, ProductSet Redistributed)
{
    /// <summary>Null: the reader opens nothing by an organisation.</summary>
    public static LicenceOfRequest? Of(Rights rights, DateTime now)
    {
        var (own, organisations, redistributed) = (default(ProductSet), default(ProductSet), default(ProductSet));
        foreach (ref readonly var grant in rights.Grants.AsSpan())
        {
            var opened = grant.IsActive(now) ? grant.Products : default;
            own |= grant.Source == GrantSource.Subscription ? opened : default;
            organisations |= grant.Source is GrantSource.Seat or GrantSource.Address ? opened : default;
            redistributed |= grant.MayRedistribute ? opened : default;
        }

        return organisations.IsEmpty || rights.IsStaff ? null : new LicenceOfRequest(own, organisations, redistributed);
    }

    /// <summary>Whether an article that an organisation opened may be passed on within it; null: no organisation opened it.</summary>
    public bool? MayRedistribute(in Asked asked) =>
        asked.Requirement != Requirement.Subscription || asked.AnyOf.Overlaps(Own) || !asked.AnyOf.Overlaps(Organisations) ? null
        : asked.AnyOf.Overlaps(Redistributed);

    /// <summary>Pages that say it are kept apart by it, exactly.</summary>
    public string Apart => $"licence:{Own.Bits:x}:{Organisations.Bits:x}:{Redistributed.Bits:x}";
}
