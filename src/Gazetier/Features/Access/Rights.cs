namespace Gazetier.Features.Access;

/// <summary>What a reader holds: the facts that access is decided on.</summary>
public sealed class Rights
{
    /// <summary>Who has no account, or is not signed in.</summary>
    public static readonly Rights None = new() { IsRegistered = false };

    public bool IsRegistered { get; init; }

    public bool IsStaff { get; init; }

    public Grant[] Grants { get; init; } = [];

    /// <summary>The class that this reader's pages are kept by: readers of one class see the same bytes.</summary>
    public AccessClass ClassAt(DateTime now) =>
        IsStaff ? AccessClass.Staff
        : !IsRegistered ? AccessClass.Visitor
        : Decision.Of(Requirement.Subscription, this, now).MayReadAll ? AccessClass.Subscriber
        : AccessClass.Registered;
}

/// <summary>Classes of access: each reads at least what the one before it reads.</summary>
public enum AccessClass : byte
{
    Visitor,
    Registered,
    Subscriber,
    Staff,
}
