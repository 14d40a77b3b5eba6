namespace Gazetier.Features.Articles;

/// <summary>
/// The front page, composed: what is pinned stands where the newsroom put it, the newest fill the rest, and nothing
/// stands twice. Pure.
/// </summary>
public record FrontPage
{
    private const int SecondarySeats = 3;
    private const int RowSeats = 4;
    private const int RiverSeats = 12;
    private const int OpinionSeats = 3;

    public ArticleCard? Lead { get; private init; }
    public required IReadOnlyList<ArticleCard> Secondary { get; init; }
    public required IReadOnlyList<ArticleCard> Row { get; init; }
    public required IReadOnlyList<ArticleCard> River { get; init; }
    public required IReadOnlyList<ArticleCard> Opinions { get; init; }

    /// <summary>What stands in none of the places above, newest first: the sections' own blocks take from it.</summary>
    public required IReadOnlyList<ArticleCard> Rest { get; init; }

    /// <param name="latest">Published articles, newest first.</param>
    /// <param name="leads">Numbers pinned as lead, in order.</param>
    /// <param name="secondary">Numbers pinned as secondary, in order.</param>
    public static FrontPage Compose(IReadOnlyList<ArticleCard> latest, IReadOnlyList<long> leads, IReadOnlyList<long> secondary)
    {
        var left = new List<ArticleCard>(latest);
        var lead = Pinned(left, leads, 1).FirstOrDefault()
            ?? Take(left, 1, card => card.Picture is not null && !card.Format.IsOpinion() && !secondary.Contains(card.Id)).FirstOrDefault()
            ?? Take(left, 1, _ => true).FirstOrDefault();
        var second = Pinned(left, secondary, SecondarySeats);
        second.AddRange(Take(left, SecondarySeats - second.Count, card => !card.Format.IsOpinion()));
        var row = Take(left, RowSeats, card => card.Picture is not null && !card.Format.IsOpinion());
        var opinions = Take(left, OpinionSeats, card => card.Format.IsOpinion());
        var river = Take(left, RiverSeats, _ => true);
        return new FrontPage { Lead = lead, Secondary = second, Row = row, River = river, Opinions = opinions, Rest = left };
    }

    private static List<ArticleCard> Pinned(List<ArticleCard> left, IReadOnlyList<long> ids, int atMost)
    {
        var pinned = ids.Select(id => left.Find(card => card.Id == id)).OfType<ArticleCard>().Distinct().Take(atMost).ToList();
        left.RemoveAll(pinned.Contains);
        return pinned;
    }

    private static List<ArticleCard> Take(List<ArticleCard> left, int number, Func<ArticleCard, bool> fits)
    {
        var taken = left.Where(fits).Take(Math.Max(0, number)).ToList();
        left.RemoveAll(taken.Contains);
        return taken;
    }
}
