using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Figures.Newsroom;

/// <summary>How the articles of one section and of those below it are read.</summary>
[StaffMay(StaffAct.Write)]
public class SectionModel(GazetierDb db, Masthead masthead, AudienceFigures draw, Phrases t) : PageModel
{
    private const int Shown = 20;

    public FiguresOfList List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, int? jours, string? csv, CancellationToken cancel)
    {
        var shown = await db.Sections.AsNoTracking().FirstOrDefaultAsync(x => x.Slug == slug, cancel);
        if (shown is null)
        {
            return NotFound();
        }

        var period = Period.Of(jours, DateOnly.FromDateTime(await masthead.NowAsync(cancel)));
        var counts = db.ReadCounts.OfList(db, shown.Id);
        var (now, before) = await counts.AudiencesAsync(period, cancel);
        var most = draw.Articles(await counts.MostReadAsync(db, period, Shown, cancel), t["Les plus lus"], $"?jours={period.Days}");
        List = new FiguresOfList(shown.Name, $"/rubriques/{shown.Slug}/", now, before, [draw.Days(now, before), most, draw.Wall(now), draw.Depth(now), draw.Origins(now)]);
        return this.Answer(List.Figures, csv, $"rubrique-{shown.Slug}");
    }
}
