namespace Gazetier.Features.Organisations;

/// <summary>Whose ranges lie in the index, with what this node knows of its contracts: asked when somebody comes from there, and again after a minute .</summary>
internal sealed class RangeOwner(Guid id)
{
    private volatile Known? _known;

    public Guid Id => id;

    /// <summary>What was read last, however old. Null: nothing, or no contract runs.</summary>
    public ReadingOrganisation? Last => _known?.Organisation;

    /// <summary>Whether what is known is younger than <paramref name="limit"/>; null inside: no contract runs.</summary>
    public bool Knows(TimeProvider clock, TimeSpan limit, out ReadingOrganisation? organisation)
    {
        var known = _known;
        organisation = known?.Organisation;
        return known is not null && clock.GetElapsedTime(known.AskedAt) < limit;
    }

    /// <param name="askedAt">Of the clock, when the database was asked.</param>
    public void Keep(ReadingOrganisation? organisation, long askedAt) => _known = new Known(organisation, askedAt);

    /// <summary>Its contracts changed: asked again at once.</summary>
    public void Forget() => _known = null;

    private sealed record Known(ReadingOrganisation? Organisation, long AskedAt);
}
