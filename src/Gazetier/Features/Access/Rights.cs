using Gazetier.Features.Products;

namespace Gazetier.Features.Access;

/// <summary>What a reader holds: the facts that access is decided on.</summary>
public sealed class Rights
{
    /// <summary>Who has no account, or is not signed in.</summary>
    public static readonly Rights None = new() { IsRegistered = false };

    public bool IsRegistered { get; init; }

    public bool IsStaff { get; init; }

    public Grant[] Grants { get; init; } = [];

    /// <summary>These rights and more.</summary>
    public Rights With(params ReadOnlySpan<Grant> more) => new() { IsRegistered = IsRegistered, IsStaff = IsStaff, Grants = [.. Grants, .. more] };

    /// <summary>The products that are open to this reader at <paramref name="now"/> (UTC).</summary>
    public ProductSet HoldsAt(DateTime now)
    {
        var held = default(ProductSet);
        foreach (ref readonly var grant in Grants.AsSpan())
        {
            if (grant.IsActive(now))
            {
                held |= grant.Products;
            }
        }

        return held;
    }

    /// <summary>The class that this reader is counted and shown by; which pages it is given, its products say, too.</summary>
    public AccessClass ClassAt(DateTime now) =>
        IsStaff ? AccessClass.Staff
        : !HoldsAt(now).IsEmpty ? AccessClass.Subscriber
        : IsRegistered ? AccessClass.Registered
        : AccessClass.Visitor;
}

/// <summary>Classes of access.</summary>
public enum AccessClass : byte
{
    Visitor,
    Registered,

    /// <summary>Holds a right to some product.</summary>
    Subscriber,
    Staff,
}
