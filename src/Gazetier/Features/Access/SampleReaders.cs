using Gazetier.Features.Products;

namespace Gazetier.Features.Access;

/// <summary>A reader as each class of access has them, nobody in particular: for previews. Whoever adds a class says here what its readers hold.</summary>
public static class SampleReaders
{
    /// <param name="now">UTC; the rights are active then.</param>
    public static Rights Sample(this AccessClass reader, DateTime now) => reader switch
    {
        AccessClass.Visitor => Rights.None,
        AccessClass.Registered => new Rights { IsRegistered = true },
        AccessClass.Subscriber => new Rights { IsRegistered = true, Grants = [new Grant(GrantSource.Subscription, now.AddDays(-1), now.AddDays(1), "", ProductSet.Paper)] },
        AccessClass.Staff => new Rights { IsRegistered = true, IsStaff = true },
        _ => throw new ArgumentOutOfRangeException(nameof(reader), reader, "No sample of this class."),
    };
}
