using Gazetier.Features.Articles;

namespace Gazetier.Features.FrontPages;

/// <summary>
/// The front page, composed: what is held stands where the newsroom put it, the newest fill the rest, and nothing
/// stands twice. Pure.
/// </summary>
public record FrontPage
{
    public const int SecondarySeats = 3;

    public ArticleCard? Lead { get; private init; }
    public required IReadOnlyList<ArticleCard> Secondary { get; init; }

    /// <summary>The blocks that are shown, down the page; one without articles may be among them.</summary>
    public required IReadOnlyList<FrontPagePart> Parts { get; init; }

    /// <summary>What stands in none of the places above, newest first: the sections' own blocks take from it.</summary>
    public required IReadOnlyList<ArticleCard> Rest { get; init; }

    /// <summary>The articles of the first part of this kind; none where it is hidden.</summary>
    public IReadOnlyList<ArticleCard> Of(BlockKind kind) => Parts.FirstOrDefault(part => part.Block.Kind == kind)?.Cards ?? [];

    /// <summary>Who comes first has the first choice: what is held, the lead, the second rank, blocks with a subject, and then what stands on every front page.</summary>
    public static FrontPage Compose(Arrangement arrangement, FrontPageStock stock, DateTime now)
    {
        var blocks = arrangement.InOrder().Where(block => !block.IsHidden).ToList();
        var pins = arrangement.Pins.Where(pin => pin.Holds(now)).OrderBy(pin => pin.Position).ToList();
        var left = new Seating(stock, now);
        var lead = left.Hold(pins.Where(pin => pin.Place == FrontPagePlace.Lead), 1).FirstOrDefault();
        var second = left.Hold(pins.Where(pin => pin.Place == FrontPagePlace.Secondary), SecondarySeats);
        var held = blocks.ToDictionary(block => block, block => left.Hold(pins.Where(pin => IsIn(pin, block)), block.Seats));

        lead ??= left.Take(1, IsIllustratedNews).FirstOrDefault() ?? left.Take(1, _ => true).FirstOrDefault();
        second.AddRange(left.Take(SecondarySeats - second.Count, card => !card.Format.IsOpinion()));
        var filled = new Dictionary<FrontPageBlock, List<ArticleCard>>();
        foreach (var block in blocks.OrderBy(block => Rank(block.Kind)))
        {
            var seats = block.Seats - held[block].Count;
            filled[block] = block.Kind switch
            {
                BlockKind.Headlines => left.Take(seats, IsIllustratedNews),
                BlockKind.Opinions => left.Take(seats, card => card.Format.IsOpinion()),
                BlockKind.River => left.Take(seats, _ => true),
                BlockKind.Theme or BlockKind.Dossier or BlockKind.Section => left.Take(seats, stock.Of(block.Id)),
                _ => [],
            };
        }

        return new FrontPage
        {
            Lead = lead,
            Secondary = second,
            Parts = [.. blocks.Select(block => new FrontPagePart(block, held[block], filled[block]))],
            Rest = left.Rest,
        };
    }

    private static bool IsIn(Pin pin, FrontPageBlock block) => pin.Place switch
    {
        FrontPagePlace.River => block.Kind == BlockKind.River,
        FrontPagePlace.Block => block.Kind == BlockKind.Chosen && pin.BlockId == block.Id,
        _ => false,
    };

    private static bool IsIllustratedNews(ArticleCard card) => card.Picture is not null && !card.Format.IsOpinion();

    /// <summary>The river takes anything: it comes last.</summary>
    private static int Rank(BlockKind kind) => kind switch
    {
        BlockKind.Headlines => 1,
        BlockKind.Opinions => 2,
        BlockKind.River => 3,
        _ => 0,
    };
}

/// <summary>A block of the front page with its articles.</summary>
/// <param name="Held">Those that were put there by hand.</param>
/// <param name="Newest">Those that filled the other seats.</param>
public sealed record FrontPagePart(FrontPageBlock Block, IReadOnlyList<ArticleCard> Held, IReadOnlyList<ArticleCard> Newest)
{
    public IReadOnlyList<ArticleCard> Cards => [.. Held, .. Newest];
}
