namespace Gazetier.Features.Access;

/// <summary>
/// Whether a reader may read an article whole, and why. The only place that decides it; the same for page, feed,
/// mail and command line. Pure: what the article asks, what the reader holds, the time. No allocation.
/// </summary>
/// <param name="MayReadAll">False: the reader gets the open part, and the wall.</param>
/// <param name="Reason">Why, the best reason first.</param>
/// <param name="Through">The right that opened it, where one did.</param>
public readonly record struct Decision(bool MayReadAll, Reason Reason, Grant? Through = null)
{
    /// <param name="asked">What the article asks of its reader.</param>
    /// <param name="held">What the reader holds.</param>
    /// <param name="now">UTC.</param>
    public static Decision Of(Requirement asked, Rights held, DateTime now)
    {
        if (asked == Requirement.None)
        {
            return new Decision(true, Reason.OpenToAll);
        }

        if (held.IsStaff)
        {
            return new Decision(true, Reason.Staff);
        }

        foreach (ref readonly var grant in held.Grants.AsSpan())
        {
            if (grant.IsActive(now))
            {
                return new Decision(true, Reason.Subscribed, grant);
            }
        }

        if (asked == Requirement.Registration)
        {
            return held.IsRegistered ? new Decision(true, Reason.Registered) : new Decision(false, Reason.NeedsRegistration);
        }

        return held.Grants.Length > 0
            ? new Decision(false, Reason.RightEnded, Latest(held.Grants))
            : new Decision(false, Reason.NeedsSubscription);
    }

    private static Grant Latest(Grant[] grants)
    {
        var latest = grants[0];
        foreach (ref readonly var grant in grants.AsSpan())
        {
            if (grant.Until > latest.Until)
            {
                latest = grant;
            }
        }

        return latest;
    }
}

/// <summary>Why an article opens, or does not.</summary>
public enum Reason
{
    OpenToAll,
    Registered,
    Subscribed,
    Staff,
    NeedsRegistration,
    NeedsSubscription,

    /// <summary>The reader had a right, or will have one: it is not active now.</summary>
    RightEnded,
}
