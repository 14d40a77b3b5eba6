namespace Gazetier.Features.Access;

/// <summary>
/// Whether a reader may read an article whole, and why. The only place that decides it; the same for page, feed,
/// mail and command line. Pure: what the article asks, what the reader holds, the time. No allocation.
/// </summary>
/// <param name="MayReadAll">False: the reader gets the open part, and the wall.</param>
/// <param name="Reason">Why, the best reason first.</param>
/// <param name="Through">The right that opened it, or that ended, or that does not reach so far.</param>
public readonly record struct Decision(bool MayReadAll, Reason Reason, Grant? Through = null)
{
    /// <param name="asked">What the article asks of its reader.</param>
    /// <param name="held">What the reader holds.</param>
    /// <param name="now">UTC.</param>
    public static Decision Of(in Asked asked, Rights held, DateTime now)
    {
        if (asked.Requirement == Requirement.None)
        {
            return new Decision(true, Reason.OpenToAll);
        }

        if (held.IsStaff)
        {
            return new Decision(true, Reason.Staff);
        }

        var grants = held.Grants.AsSpan();
        if (Best(asked, grants, now) is >= 0 and var best)
        {
            return new Decision(true, Reason.Granted, grants[best]);
        }

        if (asked.Requirement == Requirement.Registration)
        {
            return held.IsRegistered ? new Decision(true, Reason.Registered) : new Decision(false, Reason.NeedsRegistration);
        }

        return Refusal(asked, grants, now);
    }

    /// <summary>Every right that opens it at <paramref name="now"/> (UTC), the best first; for the desk.</summary>
    public static IReadOnlyList<Grant> AllThatOpen(Asked asked, Rights held, DateTime now) =>
        [.. held.Grants.Where(grant => Opens(asked, grant, now)).OrderBy(grant => grant.Source).ThenByDescending(grant => grant.Until)];

    /// <summary>An article for the registered opens with any right: who pays, or is paid for, is not asked for less.</summary>
    private static bool Opens(in Asked asked, in Grant grant, DateTime now) =>
        grant.IsActive(now) && (grant.Covers(asked) || (asked.Requirement == Requirement.Registration && !grant.Products.IsEmpty));

    private static int Best(in Asked asked, ReadOnlySpan<Grant> grants, DateTime now)
    {
        var best = -1;
        for (var i = 0; i < grants.Length; i++)
        {
            if (Opens(asked, grants[i], now) && (best < 0 || IsBetter(grants[i], grants[best])))
            {
                best = i;
            }
        }

        return best;
    }

    private static bool IsBetter(in Grant one, in Grant other) =>
        one.Source != other.Source ? one.Source < other.Source : one.Until > other.Until;

    /// <summary>Of what the reader has, the nearest to what was asked: a right of this kind that ended, or one to something else.</summary>
    private static Decision Refusal(in Asked asked, ReadOnlySpan<Grant> grants, DateTime now)
    {
        var (ended, elsewhere) = (-1, -1);
        for (var i = 0; i < grants.Length; i++)
        {
            ref readonly var grant = ref grants[i];
            if (grant.Covers(asked) && (ended < 0 || grant.Until > grants[ended].Until))
            {
                ended = i;
            }
            else if (!grant.Covers(asked) && grant.Article == 0 && grant.IsActive(now) && (elsewhere < 0 || IsBetter(grant, grants[elsewhere])))
            {
                elsewhere = i;
            }
        }

        return ended >= 0 ? new Decision(false, Reason.RightEnded, grants[ended])
            : elsewhere >= 0 ? new Decision(false, Reason.NotIncluded, grants[elsewhere])
            : new Decision(false, Reason.NeedsSubscription);
    }
}

/// <summary>Why an article opens, or does not.</summary>
public enum Reason
{
    OpenToAll,
    Registered,

    /// <summary>Through one of the reader's rights: its source says which.</summary>
    Granted,
    Staff,
    NeedsRegistration,
    NeedsSubscription,

    /// <summary>The reader had a right, or will have one: it is not active now.</summary>
    RightEnded,

    /// <summary>The reader's right is to other products than the article asks for.</summary>
    NotIncluded,
}
