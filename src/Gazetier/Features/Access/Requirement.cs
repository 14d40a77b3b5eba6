namespace Gazetier.Features.Access;

/// <summary>What an article asks of its reader. Kept as its name in the database.</summary>
public enum Requirement
{
    /// <summary>Nothing: anybody reads it whole.</summary>
    None,

    /// <summary>A free account.</summary>
    Registration,

    /// <summary>A right to the newspaper: a subscription today, a seat or a gift tomorrow.</summary>
    Subscription,
}
