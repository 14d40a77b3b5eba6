using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Exams.Newsroom;

/// <summary>The exams, those to come first, and the form that adds one.</summary>
[StaffMay(StaffAct.KeepIndex)]
public class IndexModel(GazetierDb db, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public ExamForm Form { get; set; } = new();

    /// <summary>"ajoute", "enregistre" or "retire".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Exam> Exams { get; private set; } = [];

    public IReadOnlyList<ExamPath> Paths { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Today = LocalMoment.DayOf(clock.GetUtcNow().UtcDateTime, await masthead.ZoneAsync(cancel));
        Exams = await db.Exams.AsNoTracking().OrderByDescending(e => e.HeldOn).Take(300).ToListAsync(cancel);
        Paths = await db.ExamPaths.AsNoTracking().OrderBy(p => p.Title).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        Form.Check([.. Paths.Select(path => path.Id)], ModelState, t);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var exam = new Exam { Slug = "", Name = "" };
        Form.CopyTo(exam, now);
        var wanted = Slug.From(exam.Name);
        exam.Slug = await db.Exams.AnyAsync(e => e.Slug == wanted, cancel) ? $"{wanted}-{exam.Id.ToString("N")[^6..]}" : wanted;
        db.Exams.Add(exam);
        db.Append(now, "exam.created", ExamTags.All);
        db.Record(now, HttpContext.SignedIn()!, "exam.created", detail: exam.Name);
        await db.SaveChangesAsync(cancel);
        return LocalRedirect("/redaction/concours?fait=ajoute");
    }
}
