using Gazetier.Features.Accounts;

namespace Gazetier.Features.Organisations;

/// <summary>Gestionnaire: who gives and takes the seats of an organisation; most often its documentation officer. Needs no seat of their own.</summary>
public class Steward
{
    public Guid OrganisationId { get; set; }
    public Organisation Organisation { get; set; } = null!;
    public Guid AccountId { get; set; }
    public Account Account { get; set; } = null!;

    /// <summary>UTC.</summary>
    public DateTime AddedAt { get; set; }
}
