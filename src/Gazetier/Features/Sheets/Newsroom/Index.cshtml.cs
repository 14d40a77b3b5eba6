using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.LegalTexts;
using Gazetier.Features.Newspaper;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Sheets.Newsroom;

/// <summary>Fiches à revoir, those that nobody dated, and those that are right.</summary>
[StaffMay(StaffAct.KeepIndex)]
public class IndexModel(GazetierDb db, Masthead masthead, TimeProvider clock) : PageModel
{
    private const int Most = 500;

    /// <summary>"revue".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public DateOnly Today { get; private set; }

    public IReadOnlyList<Line> ToReview { get; private set; } = [];

    public IReadOnlyList<Line> WithoutDate { get; private set; } = [];

    public IReadOnlyList<Line> UpToDate { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = Today = LocalMoment.DayOf(now, await masthead.ZoneAsync(cancel));
        var due = await db.ToReview(today).Select(s => s.ArticleId).ToHashSetAsync(cancel);
        var sheets = await db.Sheets.AsNoTracking().OrderBy(s => s.ValidUntil).Take(Most)
            .Select(s => new Line(
                s.ArticleId, s.Article.Headline, s.UpToDateOn, s.ValidUntil, s.ReviewedBy,
                db.TextStates.Count(x => x.Standing != TextStanding.InForce && x.On <= today && x.RecordedAt > s.ReviewedAt && s.Article.LegalTexts.Any(t => t.Id == x.LegalTextId)))).ToListAsync(cancel);
        ToReview = sheets.FindAll(line => due.Contains(line.Id));
        UpToDate = sheets.FindAll(line => !due.Contains(line.Id));
        WithoutDate = await db.Articles.AsNoTracking().Published(now).OfSheets().Where(a => !db.Sheets.Any(s => s.ArticleId == a.Id)).NewestFirst().Take(Most)
            .Select(a => new Line(a.Id, a.Headline, null, null, "", 0)).ToListAsync(cancel);
    }

    public sealed record Line(long Id, string Headline, DateOnly? UpToDateOn, DateOnly? ValidUntil, string ReviewedBy, int Changes);
}
