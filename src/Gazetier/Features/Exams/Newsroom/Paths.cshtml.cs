using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Exams.Newsroom;

/// <summary>The paths, and the form that adds one.</summary>
[StaffMay(StaffAct.KeepIndex)]
public class PathsModel(GazetierDb db, KeepPath keep, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public PathForm Form { get; set; } = new();

    public IReadOnlyList<(ExamPath Path, int Steps)> Paths { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Paths = [.. (await db.ExamPaths.AsNoTracking().OrderBy(p => p.Title).Select(p => new { Path = p, Steps = p.Steps.Count }).ToListAsync(cancel)).Select(one => (one.Path, one.Steps))];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var steps = await WrittenSteps.FindAsync(db, Form.Steps, cancel);
        Form.Check(steps, ModelState, t);
        if (!ModelState.IsValid)
        {
            await OnGetAsync(cancel);
            return this.Refused();
        }

        var path = new ExamPath { Slug = "", Title = "" };
        Form.CopyTo(path, clock.GetUtcNow().UtcDateTime);
        await keep.RunAsync(path, steps, HttpContext.SignedIn()!, cancel);
        return LocalRedirect($"/redaction/parcours/{path.Id}?fait=ajoute");
    }
}
