using Gazetier.Features.Articles;

namespace Gazetier.Features.Dossiers;

/// <summary>The place of one article in one dossier.</summary>
public class DossierPart
{
    public Guid DossierId { get; set; }
    public Dossier Dossier { get; set; } = null!;
    public long ArticleId { get; set; }
    public Article Article { get; set; } = null!;

    /// <summary>From 1, in reading order.</summary>
    public int Position { get; set; }
}
