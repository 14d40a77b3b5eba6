namespace Gazetier.Features.Organisations;

/// <summary>Plage d'adresses: whoever asks from it reads as a member of the organisation. No two of different organisations overlap.</summary>
public class AddressRange
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid OrganisationId { get; set; }
    public Organisation Organisation { get; set; } = null!;

    /// <summary>As <see cref="AddressBlock"/> writes it: "203.0.113.0/24".</summary>
    public required string Cidr { get; set; }

    /// <summary>The first address, as <see cref="AddressBlock.Key"/> writes it: both databases put such texts in the order of the addresses.</summary>
    public required string First { get; set; }

    /// <summary>The last address, written as <see cref="First"/>.</summary>
    public required string Last { get; set; }

    /// <summary>UTC.</summary>
    public DateTime AddedAt { get; set; }
}
