using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Sections;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.FrontPages;

/// <summary>Reads the front page that an arrangement makes at a time: for readers, and for who arranges the next.</summary>
public class ReadFrontPage(GazetierDb db, Masthead masthead)
{
    /// <summary>How far back the page looks: what is older stands in the sections.</summary>
    private const int Looked = 120;

    /// <summary>Read for a block beyond its seats: some may stand elsewhere on the page.</summary>
    private const int Spare = 20;

    /// <param name="at">UTC; in the future for a draft of tomorrow's, with the articles that will be out by then.</param>
    public async Task<FrontPageView> RunAsync(Arrangement arrangement, DateTime at, CancellationToken cancel)
    {
        var latest = await db.Articles.TagWith("front page").Published(at)
            .Where(a => a.FrontPageUntil == null || a.FrontPageUntil > at).NewestFirst().Take(Looked).ToCards(at).ToListAsync(cancel);
        var front = FrontPage.Compose(arrangement, await StockAsync(arrangement, latest, at, cancel), at);
        return new FrontPageView
        {
            At = at,
            Front = front,
            Names = await NamesAsync(front, cancel),
            Moment = MomentOf(latest, at),
            Dossiers = await DossiersAsync(latest, at, cancel),
            Sections = BlocksOf(front, await masthead.SectionsAsync(cancel)),
            ChangesAt = EndsIn(arrangement, latest, at),
        };
    }

    private async Task<FrontPageStock> StockAsync(Arrangement arrangement, List<ArticleCard> latest, DateTime at, CancellationToken cancel)
    {
        var pinned = arrangement.Pins.Where(p => p.Holds(at)).Select(p => p.ArticleId).Distinct().ToList();
        var held = pinned.Count == 0 ? [] : await db.Articles.Published(at).CardsAsync(pinned, at, cancel);
        var byBlock = new Dictionary<Guid, IReadOnlyList<ArticleCard>>();
        foreach (var block in arrangement.Blocks.Where(b => b is { IsHidden: false, SubjectId: not null } && b.Kind.HasSubject()))
        {
            var newest = await db.Listings.Of(block.SubjectId!.Value).Published(at).NewestFirst()
                .Take(block.Seats + Spare).Select(l => l.ArticleId).ToListAsync(cancel);
            byBlock[block.Id] = await db.Articles.CardsAsync(newest, at, cancel);
        }

        return new FrontPageStock(latest, held, byBlock);
    }

    /// <summary>What the subjects of blocks are called, and where they are.</summary>
    private async Task<Dictionary<Guid, NamedList>> NamesAsync(FrontPage front, CancellationToken cancel)
    {
        var ids = front.Parts.Select(part => part.Block.SubjectId).OfType<Guid>().ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var themes = await db.Themes.Where(t => ids.Contains(t.Id)).Select(t => new NamedList(t.Id, t.Name, "/themes/" + t.Slug + "/")).ToListAsync(cancel);
        var dossiers = await db.Dossiers.Where(d => ids.Contains(d.Id)).Select(d => new NamedList(d.Id, d.Title, "/dossiers/" + d.Slug + "/")).ToListAsync(cancel);
        var sections = await db.Sections.Where(s => ids.Contains(s.Id)).Select(s => new NamedList(s.Id, s.Name, "/rubriques/" + s.Slug + "/")).ToListAsync(cancel);
        return themes.Concat(dossiers).Concat(sections).ToDictionary(named => named.Id);
    }

    private static List<Named> MomentOf(List<ArticleCard> latest, DateTime at) =>
    [
        .. latest.Where(card => card.PublishedAt > at.AddDays(-14))
            .SelectMany(card => card.Themes)
            .GroupBy(theme => theme.Id)
            .OrderByDescending(theme => theme.Count())
            .ThenBy(theme => theme.First().Name, StringComparer.Ordinal)
            .Take(7)
            .Select(theme => theme.First()),
    ];

    private static List<SectionBlock> BlocksOf(FrontPage front, IReadOnlyList<Section> sections)
    {
        var seats = front.Parts.FirstOrDefault(part => part.Block.Kind == BlockKind.Sections)?.Block.Seats ?? 0;
        return
        [
            .. sections.Where(s => s.ParentId is null)
                .Select(s => new SectionBlock(s, [.. front.Rest.Where(card => sections.TopOf(card.Section.Id) == s.Id).Take(3)]))
                .Where(block => block.Cards.Count > 0)
                .Take(seats),
        ];
    }

    /// <summary>The dossiers that the newest articles belong to: asking all dossiers for their newest would read all articles.</summary>
    private async Task<List<DossierLine>> DossiersAsync(List<ArticleCard> latest, DateTime at, CancellationToken cancel)
    {
        var order = latest.Select((card, place) => (card.Id, place)).ToDictionary(x => x.Id, x => x.place);
        var articles = order.Keys.ToList();
        var parts = await db.DossierParts.AsNoTracking().Where(p => articles.Contains(p.ArticleId))
            .Select(p => new { p.DossierId, p.Dossier.Slug, p.Dossier.Title, p.ArticleId }).ToListAsync(cancel);
        var newest = parts.GroupBy(p => p.DossierId).OrderBy(d => d.Min(p => order[p.ArticleId])).Take(5).Select(d => d.First()).ToList();
        var ids = newest.Select(d => d.DossierId).ToList();
        var counts = await db.Listings.Published(at).Where(l => ids.Contains(l.ListId))
            .GroupBy(l => l.ListId).Select(d => new { d.Key, Count = d.Count() }).ToDictionaryAsync(d => d.Key, d => d.Count, cancel);
        return [.. newest.Select(d => new DossierLine(d.Slug, d.Title, counts.GetValueOrDefault(d.DossierId)))];
    }

    private static DateTime? EndsIn(Arrangement arrangement, List<ArticleCard> latest, DateTime at) =>
        arrangement.Pins.Select(pin => pin.Until).Concat(latest.Select(card => card.FrontPageUntil)).Where(end => end > at).Min();
}
