using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Exams;

/// <summary>The exams to come, the next first, and the paths that prepare for them.</summary>
[PublicPage]
public class IndexModel(GazetierDb db, Masthead masthead, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Exam> Exams { get; private set; } = [];

    public IReadOnlyList<ExamPath> Paths { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Request.Path.Value!.EndsWith('/'))
        {
            return RedirectPermanent("/concours/");
        }

        var (now, zone) = (clock.GetUtcNow().UtcDateTime, await masthead.ZoneAsync(cancel));
        var today = Today = LocalMoment.DayOf(now, zone);
        HttpContext.Tags().Add(ExamTags.All);
        HttpContext.Tags().ExpireAt(masthead.NextMidnight(zone));
        Exams = await db.Exams.AsNoTracking().Include(e => e.Path).Where(e => e.HeldOn >= today).OrderBy(e => e.HeldOn).ThenBy(e => e.Name).Take(500).ToListAsync(cancel);
        Paths = await db.ExamPaths.AsNoTracking().Where(p => p.AppearedAt <= now).OrderBy(p => p.Title).ToListAsync(cancel);
        return Page();
    }
}
