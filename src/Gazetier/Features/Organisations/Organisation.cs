namespace Gazetier.Features.Organisations;

/// <summary>Organisme: a town hall, an authority, a school that subscribes for its people .</summary>
public class Organisation
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>The name folded for search and order: see <see cref="Text.Fold"/>.</summary>
    public string FoldedName { get; set; } = "";

    /// <summary>Of its head office, fourteen figures; see <see cref="Organisations.Siret"/>. Null: not known, or it has none.</summary>
    public string? Siret { get; set; }

    /// <summary>Inhabitants, or people who work there: what its price depends on. Null: not known.</summary>
    public int? Size { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }
}
