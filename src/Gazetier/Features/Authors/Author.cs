using Gazetier.Features.Pictures;

namespace Gazetier.Features.Authors;

/// <summary>Who signs an article: a journalist of the newspaper, or a guest with a function.</summary>
public class Author
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Slug { get; set; }
    public required string Name { get; set; }

    /// <summary>"journaliste, finances" or, for a guest, "directrice générale des services de Valmorel".</summary>
    public string? Function { get; set; }

    public string Biography { get; set; } = "";
    public bool IsGuest { get; set; }
    public Guid? PortraitId { get; set; }
    public Picture? Portrait { get; set; }
}
