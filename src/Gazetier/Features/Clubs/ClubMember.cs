using Gazetier.Features.Accounts;

namespace Gazetier.Features.Clubs;

/// <summary>An entry of a club's directory: a member who chose to be found by the others.</summary>
public class ClubMember
{
    public const int MaxName = 80;
    public const int MaxLine = 120;
    public const int MaxAbout = 400;

    public Guid ClubId { get; set; }
    public Guid AccountId { get; set; }
    public Account Account { get; set; } = null!;

    public required string Name { get; set; }

    /// <summary>"directrice des finances"; may be empty.</summary>
    public string Function { get; set; } = "";

    /// <summary>"Ville de Valmorel"; may be empty.</summary>
    public string Organisation { get; set; } = "";

    /// <summary>What they may be asked about; plain, may be empty.</summary>
    public string About { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTime ListedAt { get; set; }
}
