namespace Gazetier.Features.Deliveries;

/// <summary>What became of the deliveries of one posting.</summary>
/// <param name="PutOff">Wait again: the server asked for patience, or was not there.</param>
/// <param name="Failed">Refused for good, or tried for 72 hours.</param>
/// <param name="Dropped">Owed to nobody any more: the reader left, or the articles were withdrawn.</param>
/// <param name="Presumed">Were in flight when a node died, and count as sent.</param>
public readonly record struct Posted(int Sent = 0, int PutOff = 0, int Failed = 0, int Dropped = 0, int Presumed = 0)
{
    public static Posted operator +(Posted one, Posted other) => new(
        one.Sent + other.Sent, one.PutOff + other.PutOff, one.Failed + other.Failed, one.Dropped + other.Dropped, one.Presumed + other.Presumed);
}
