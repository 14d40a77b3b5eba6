using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Sections;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Articles;

/// <summary>La une: the front page.</summary>
[PublicPage]
public class HomeModel(GazetierDb db, Masthead masthead, TimeProvider clock) : PageModel
{
    /// <summary>How far back the page looks: what is older stands in the sections.</summary>
    private const int Looked = 120;

    public FrontPage Front { get; private set; } = null!;

    /// <summary>"En ce moment": the themes that most was written on in two weeks.</summary>
    public IReadOnlyList<Named> Moment { get; private set; } = [];

    public IReadOnlyList<DossierLine> Dossiers { get; private set; } = [];

    public IReadOnlyList<SectionBlock> Sections { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var latest = await db.Articles.TagWith("front page").Published(now).NewestFirst().Take(Looked).ToCards(now).ToListAsync(cancel);
        var pins = await db.Pins.AsNoTracking().Where(p => p.Until == null || p.Until > now).OrderBy(p => p.Position).ToListAsync(cancel);
        Front = FrontPage.Compose(latest, Pinned(pins, FrontPagePlace.Lead), Pinned(pins, FrontPagePlace.Secondary));
        Moment = MomentOf(latest, now);
        Dossiers = await DossiersAsync(latest, now, cancel);
        Sections = BlocksOf(Front.Rest, await masthead.SectionsAsync(cancel));
        await KeepUntilSomethingChangesAsync(pins, now, cancel);
    }

    private static List<long> Pinned(List<Pin> pins, FrontPagePlace place) => [.. pins.Where(p => p.Place == place).Select(p => p.ArticleId)];

    private static List<Named> MomentOf(List<ArticleCard> latest, DateTime now) =>
    [
        .. latest.Where(card => card.PublishedAt > now.AddDays(-14))
            .SelectMany(card => card.Themes)
            .GroupBy(theme => theme.Id)
            .OrderByDescending(theme => theme.Count())
            .ThenBy(theme => theme.First().Name, StringComparer.Ordinal)
            .Take(7)
            .Select(theme => theme.First()),
    ];

    private static List<SectionBlock> BlocksOf(IReadOnlyList<ArticleCard> rest, IReadOnlyList<Section> sections) =>
    [
        .. sections.Where(s => s.ParentId is null)
            .Select(s => new SectionBlock(s, [.. rest.Where(card => sections.TopOf(card.Section.Id) == s.Id).Take(3)]))
            .Where(block => block.Cards.Count > 0)
            .Take(6),
    ];

    /// <summary>The dossiers that the newest articles belong to: asking all dossiers for their newest would read all articles.</summary>
    private async Task<List<DossierLine>> DossiersAsync(List<ArticleCard> latest, DateTime now, CancellationToken cancel)
    {
        var order = latest.Select((card, place) => (card.Id, place)).ToDictionary(x => x.Id, x => x.place);
        var articles = order.Keys.ToList();
        var parts = await db.DossierParts.AsNoTracking().Where(p => articles.Contains(p.ArticleId))
            .Select(p => new { p.DossierId, p.Dossier.Slug, p.Dossier.Title, p.ArticleId }).ToListAsync(cancel);
        var newest = parts.GroupBy(p => p.DossierId).OrderBy(d => d.Min(p => order[p.ArticleId])).Take(5).Select(d => d.First()).ToList();
        var ids = newest.Select(d => d.DossierId).ToList();
        var counts = await db.Listings.Published(now).Where(l => ids.Contains(l.ListId))
            .GroupBy(l => l.ListId).Select(d => new { d.Key, Count = d.Count() }).ToDictionaryAsync(d => d.Key, d => d.Count, cancel);
        return [.. newest.Select(d => new DossierLine(d.Slug, d.Title, counts.GetValueOrDefault(d.DossierId)))];
    }

    private async Task KeepUntilSomethingChangesAsync(List<Pin> pins, DateTime now, CancellationToken cancel)
    {
        HttpContext.Tags().Add(ArticleTags.Front);
        HttpContext.Tags().ExpireAt(masthead.NextMidnight(await masthead.ZoneAsync(cancel)));
        foreach (var pin in pins.Where(p => p.Until is not null))
        {
            HttpContext.Tags().ExpireAt(pin.Until!.Value);
        }

        await HttpContext.ExpireAtNextPublicationAsync(db, now, cancel);
    }
}

/// <summary>A dossier in a list.</summary>
public record DossierLine(string Slug, string Title, int Articles);

/// <summary>A section's own block on the front page.</summary>
public record SectionBlock(Section Section, IReadOnlyList<ArticleCard> Cards);
