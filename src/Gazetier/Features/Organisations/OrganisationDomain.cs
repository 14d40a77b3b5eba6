namespace Gazetier.Features.Organisations;

/// <summary>Domaine: whoever proved an address of it belongs to the organisation. Of one organisation at a time.</summary>
public class OrganisationDomain
{
    /// <summary>As <see cref="DomainName.Read"/> gives it: "valmorel.fr". What stands below it ("agents.valmorel.fr") is not meant.</summary>
    public required string Domain { get; set; }

    public Guid OrganisationId { get; set; }
    public Organisation Organisation { get; set; } = null!;

    /// <summary>UTC.</summary>
    public DateTime AddedAt { get; set; }
}
