using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Exams.Newsroom;

/// <summary>One exam: changed, or removed.</summary>
[StaffMay(StaffAct.KeepIndex)]
public class EditModel(GazetierDb db, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public ExamForm Form { get; set; } = new();

    /// <summary>"retirer"; else the form is kept.</summary>
    [BindProperty(Name = "faire")]
    public string? What { get; set; }

    public Exam Exam { get; private set; } = null!;

    public IReadOnlyList<ExamPath> Paths { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form = ExamForm.Of(Exam);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (What == "retirer")
        {
            db.Exams.Remove(Exam);
            await SaveAsync("exam.deleted", cancel);
            return LocalRedirect("/redaction/concours?fait=retire");
        }

        Form.Check([.. Paths.Select(path => path.Id)], ModelState, t);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        Form.CopyTo(Exam, clock.GetUtcNow().UtcDateTime);
        await SaveAsync("exam.changed", cancel);
        return LocalRedirect("/redaction/concours?fait=enregistre");
    }

    private async Task SaveAsync(string what, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        db.Append(now, what, ExamTags.All);
        db.Record(now, HttpContext.SignedIn()!, what, detail: Exam.Name);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        Paths = await db.ExamPaths.AsNoTracking().OrderBy(p => p.Title).ToListAsync(cancel);
        return (Exam = (await db.Exams.FirstOrDefaultAsync(e => e.Id == id, cancel))!) is not null;
    }
}
