using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Figures.Newsroom;

/// <summary>How one article is read. One that came out today is shown as it stands today.</summary>
[StaffMay(StaffAct.Write)]
public class ArticleModel(GazetierDb db, Masthead masthead, AudienceFigures draw) : PageModel
{
    public Line Article { get; private set; } = null!;

    public Period Period { get; private set; }

    public Audience Now { get; private set; } = null!;

    public Audience Before { get; private set; } = null!;

    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, int? jours, string? csv, CancellationToken cancel)
    {
        var article = await db.Articles.Where(a => a.Id == id && a.Status != ArticleStatus.Draft)
            .Select(a => new Line(a.Id, a.Slug, a.Headline, a.PublishedAt)).FirstOrDefaultAsync(cancel);
        if (article is null)
        {
            return NotFound();
        }

        Article = article;
        var today = DateOnly.FromDateTime(await masthead.NowAsync(cancel));
        var isNew = article.PublishedAt is { } at && DateOnly.FromDateTime(Dates.Local(at, await masthead.ZoneAsync(cancel))) >= today;
        Period = Period.Of(jours ?? (isNew ? 1 : null), today);
        var counts = db.ReadCounts.Where(c => c.ArticleId == id);
        (Now, Before) = await counts.AudiencesAsync(Period, cancel);
        var hosts = await counts.HostsAsync(Period, cancel);
        Figures = [draw.Days(Now, Before), draw.Depth(Now), draw.Time(Now), draw.Wall(Now), draw.Origins(Now), draw.Hosts(hosts)];
        return this.Answer(Figures, csv, $"article-{id}");
    }

    /// <summary>What the head of the page says of it.</summary>
    public record Line(long Id, string Slug, string Headline, DateTime? PublishedAt);
}
