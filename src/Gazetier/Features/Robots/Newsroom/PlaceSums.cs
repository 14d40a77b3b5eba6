namespace Gazetier.Features.Robots.Newsroom;

/// <summary>What a robot asked of one section over a period, without those who borrow its name. Pure.</summary>
/// <param name="Place">Name of the section; empty: none.</param>
/// <param name="Since">Of them, those asked on a day after the one on which it first read the rules.</param>
public sealed record PlaceSums(string Robot, string Owner, string Place, long Given, long Licence, long Refused, long Since)
{
    public long Total => Given + Licence + Refused;
}
