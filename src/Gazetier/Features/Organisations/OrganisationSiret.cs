namespace Gazetier.Features.Organisations;

/// <summary>A further establishment of an organisation: the town's social centre, its schools. Whoever comes with its number by single sign-on belongs to it (P-05).</summary>
public class OrganisationSiret
{
    /// <summary>Fourteen figures; see <see cref="Organisations.Siret"/>.</summary>
    public required string Siret { get; set; }

    public Guid OrganisationId { get; set; }
    public Organisation Organisation { get; set; } = null!;

    /// <summary>UTC.</summary>
    public DateTime AddedAt { get; set; }
}
