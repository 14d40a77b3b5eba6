using Gazetier.Features.Articles;

namespace Gazetier.Features.FrontPages;

/// <summary>What a front page can be made of: published articles, as cards.</summary>
/// <param name="Latest">The newest of the whole paper, newest first.</param>
/// <param name="Held">Those that somebody put at a place by hand; they may be old.</param>
/// <param name="ByBlock">The newest of the theme, dossier or section of each block that has one.</param>
public sealed record FrontPageStock(
    IReadOnlyList<ArticleCard> Latest,
    IReadOnlyList<ArticleCard>? Held = null,
    IReadOnlyDictionary<Guid, IReadOnlyList<ArticleCard>>? ByBlock = null)
{
    public IReadOnlyList<ArticleCard> Of(Guid block) => ByBlock?.GetValueOrDefault(block) ?? [];

    /// <summary>The card of an article; null where readers may not find it.</summary>
    public ArticleCard? Find(long article) => Held?.FirstOrDefault(card => card.Id == article) ?? Latest.FirstOrDefault(card => card.Id == article);
}

/// <summary>Gives seats, each article one. What its own front-page life is over for, stands only where somebody put it.</summary>
internal sealed class Seating(FrontPageStock stock, DateTime now)
{
    private readonly HashSet<long> _seated = [];
    private readonly List<ArticleCard> _left = [.. stock.Latest.Where(card => !card.HasLeftFrontPage(now))];

    public IReadOnlyList<ArticleCard> Rest => [.. _left.Where(card => !_seated.Contains(card.Id))];

    public List<ArticleCard> Hold(IEnumerable<Pin> pins, int seats) =>
        Seat(pins.Select(pin => stock.Find(pin.ArticleId)).OfType<ArticleCard>(), seats);

    public List<ArticleCard> Take(int seats, Func<ArticleCard, bool> fits) => Seat(_left.Where(fits), seats);

    public List<ArticleCard> Take(int seats, IReadOnlyList<ArticleCard> from) => Seat(from.Where(card => !card.HasLeftFrontPage(now)), seats);

    private List<ArticleCard> Seat(IEnumerable<ArticleCard> cards, int seats)
    {
        var seated = new List<ArticleCard>();
        foreach (var card in cards)
        {
            if (seated.Count >= seats)
            {
                break;
            }

            if (_seated.Add(card.Id))
            {
                seated.Add(card);
            }
        }

        return seated;
    }
}
