namespace Gazetier.Features.Figures;

/// <summary>
/// How often one thing happened to one article on one day. All that the newspaper keeps of reading: sums, which are nobody's
/// (L-51, docs/decisions/0014). Nodes add to the same row.
/// </summary>
public class ReadCount
{
    /// <summary>Stands for the newspaper where no article is meant: a registration that no wall led to.</summary>
    public const long NoArticle = 0;

    /// <summary>In the newspaper's time zone.</summary>
    public DateOnly Day { get; set; }

    public long ArticleId { get; set; }

    public ReadStep Step { get; set; }

    /// <summary>Of which kind, where a step has kinds: a class of readers, a quarter, where a reader came from. Else empty.</summary>
    public string Kind { get; set; } = "";

    public long Number { get; set; }
}
