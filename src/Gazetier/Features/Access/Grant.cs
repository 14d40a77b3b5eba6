namespace Gazetier.Features.Access;

/// <summary>One right to read that a reader holds. A seat, a gift or a meter will be one more source, not one more path.</summary>
/// <param name="From">UTC, inclusive.</param>
/// <param name="Until">UTC, exclusive.</param>
/// <param name="Label">Where it comes from, in words for the desk: "Formule Individuelle".</param>
public readonly record struct Grant(GrantSource Source, DateTime From, DateTime Until, string Label)
{
    public bool IsActive(DateTime now) => From <= now && now < Until;
}

/// <summary>What gives a right to the newspaper.</summary>
public enum GrantSource
{
    Subscription,
}
