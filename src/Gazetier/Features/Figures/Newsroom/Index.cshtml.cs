using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Figures.Newsroom;

/// <summary>Figures of the whole newspaper: what is read, by whom, from where, and what becomes of the wall.</summary>
[StaffMay(StaffAct.Write)]
public class IndexModel(GazetierDb db, Masthead masthead, AudienceFigures draw, Phrases t) : PageModel
{
    private const int Shown = 10;

    public Period Period { get; private set; }

    public Audience Now { get; private set; } = null!;

    public Audience Before { get; private set; } = null!;

    /// <summary>All that was confirmed, from the wall or not; and in the period before.</summary>
    public (long Now, long Before) Confirmed { get; private set; }

    public (long Now, long Before) Offers { get; private set; }

    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? jours, string? csv, CancellationToken cancel)
    {
        Period = Period.Of(jours, DateOnly.FromDateTime(await masthead.NowAsync(cancel)));
        (Now, Before) = await db.ReadCounts.Where(c => c.ArticleId != ReadCount.NoArticle).AudiencesAsync(Period, cancel);
        var (elsewhere, earlier) = await db.ReadCounts.Where(c => c.ArticleId == ReadCount.NoArticle).AudiencesAsync(Period, cancel);
        Confirmed = (Now.Of(ReadStep.Confirmed) + elsewhere.Of(ReadStep.Confirmed), Before.Of(ReadStep.Confirmed) + earlier.Of(ReadStep.Confirmed));
        Offers = (Now.Of(ReadStep.Offers) + elsewhere.Of(ReadStep.Offers), Before.Of(ReadStep.Offers) + earlier.Of(ReadStep.Offers));
        Figures = await FiguresAsync(cancel);
        return this.Answer(Figures, csv, "chiffres");
    }

    private async Task<IReadOnlyList<Figure>> FiguresAsync(CancellationToken cancel)
    {
        var query = $"?jours={Period.Days}";
        return
        [
            draw.Days(Now, Before),
            draw.Articles(await db.ReadCounts.MostReadAsync(db, Period, Shown, cancel), t["Les plus lus"], query),
            draw.Wall(Now),
            draw.Depth(Now),
            draw.Origins(Now),
            draw.Hosts(await db.ReadCounts.HostsAsync(Period, cancel)),
            await SectionsAsync(query, cancel),
            await ThemesAsync(query, cancel),
        ];
    }

    /// <summary>The whole menu: what nobody read stands in it, too.</summary>
    private async Task<Figure> SectionsAsync(string query, CancellationToken cancel)
    {
        var sums = await db.ReadCounts.ByListAsync(db, db.Sections.Select(s => s.Id), Period, cancel);
        var sections = (await masthead.SectionsAsync(cancel)).Where(s => s.ParentId is null);
        return draw.Stops("rubriques", t["Par rubrique"], t["Rubrique"], sections
            .Select(s => (s.Name, $"/redaction/chiffres/rubriques/{s.Slug}{query}", sums.GetValueOrDefault(s.Id).Views, sums.GetValueOrDefault(s.Id).Stopped))
            .OrderByDescending(line => line.Views));
    }

    private async Task<Figure> ThemesAsync(string query, CancellationToken cancel)
    {
        var sums = await db.ReadCounts.ByListAsync(db, db.Themes.Select(x => x.Id), Period, cancel);
        var ids = sums.OrderByDescending(sum => sum.Value.Views).Take(2 * Shown).Select(sum => sum.Key).ToList();
        var themes = await db.Themes.AsNoTracking().Where(x => ids.Contains(x.Id)).ToListAsync(cancel);
        return draw.Stops("themes", t["Par thème"], t["Thème"], themes
            .Select(x => (x.Name, $"/redaction/chiffres/themes/{x.Slug}{query}", sums[x.Id].Views, sums[x.Id].Stopped))
            .OrderByDescending(line => line.Views));
    }
}
