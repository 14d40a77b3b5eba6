namespace Gazetier.Features.Articles;

/// <summary>A change to a published article that readers are told of (L-31). Never changed, never taken away.</summary>
public class Correction
{
    public const int MaxLength = 500;

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public long ArticleId { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>What was changed and why, as readers read it.</summary>
    public required string Text { get; set; }
}
