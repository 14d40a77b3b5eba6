using Gazetier.Features.Authors;

namespace Gazetier.Features.Articles;

/// <summary>Signature: one author of one article, in order.</summary>
public class Byline
{
    public long ArticleId { get; set; }
    public Guid AuthorId { get; set; }
    public Author Author { get; set; } = null!;

    /// <summary>From 1, as the names are read.</summary>
    public int Position { get; set; }
}
