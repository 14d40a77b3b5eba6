using Gazetier.Features.Access;
using Gazetier.Features.Products;

namespace Gazetier.Features.Organisations;

/// <summary>An organisation whose addresses are recognised, with what its contracts open; made once, given to each request from there.</summary>
public sealed class ReadingOrganisation(Guid id, string name, Grant[] grants)
{
    // With its name, which the banner says: a new one makes new pages.
    private readonly Brought _toVisitors = new(grants, $"org:{id:N}:{name}");

    // Another head stands above the page: who is signed in is offered no account.
    private readonly Brought _toSignedIn = new(grants, $"org:{id:N}:{name}+");

    public string Name => name;

    /// <summary>What a request from there brings: nothing where no contract runs, or the reader holds all of it by themselves.</summary>
    public Brought? BringTo(Reader reader, DateTime now)
    {
        var products = default(ProductSet);
        foreach (ref readonly var grant in grants.AsSpan())
        {
            products |= grant.IsActive(now) ? grant.Products : default;
        }

        return products.IsEmpty || reader.Rights.IsStaff || reader.Rights.HoldsAt(now).Contains(products) ? null
            : reader.SignedIn is null ? _toVisitors
            : _toSignedIn;
    }
}
