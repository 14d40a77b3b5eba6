namespace Gazetier.Features.Access;

/// <summary>What an article asks of its reader. Kept as its name in the database.</summary>
public enum Requirement
{
    /// <summary>Nothing: anybody reads it whole.</summary>
    None,

    /// <summary>A free account.</summary>
    Registration,

    /// <summary>A right to one of the products that the article names: a subscription, a seat, a gift.</summary>
    Subscription,
}

public static class Requirements
{
    /// <summary>
    /// What an article asks at <paramref name="now"/> (UTC): nothing yet until <paramref name="openUntil"/> ("opened to all", "locked
    /// after n days"), nothing any more from <paramref name="freeAt"/> on ("free again on"). The only place that says so, for page,
    /// list, feed and mail; to the second, whenever the row itself is put right (docs/decisions/0017).
    /// </summary>
    public static Requirement At(this Requirement asked, DateTime? openUntil, DateTime? freeAt, DateTime now) =>
        now < openUntil || freeAt <= now ? Requirement.None : asked;
}
