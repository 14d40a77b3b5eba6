namespace Gazetier.Features.Organisations;

/// <summary>
/// Retrait: somebody's seat was taken from them. They do not come back by themselves, neither by their domain nor by a link; an
/// invitation lifts it.
/// </summary>
public class Withdrawal
{
    public Guid OrganisationId { get; set; }
    public Guid AccountId { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
}
