using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Exams.Newsroom;

/// <summary>One path and its steps.</summary>
[StaffMay(StaffAct.KeepIndex)]
public class EditPathModel(GazetierDb db, KeepPath keep, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public PathForm Form { get; set; } = new();

    /// <summary>"ajoute" or "enregistre".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public ExamPath Path { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form = new PathForm { Title = Path.Title, Standfirst = Path.Standfirst, IsVisible = Path.AppearedAt is not null, Steps = await WrittenSteps.WriteAsync(db, id, cancel) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var steps = await WrittenSteps.FindAsync(db, Form.Steps, cancel);
        Form.Check(steps, ModelState, t);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        Form.CopyTo(Path, clock.GetUtcNow().UtcDateTime);
        await keep.RunAsync(Path, steps, HttpContext.SignedIn()!, cancel);
        return LocalRedirect($"/redaction/parcours/{id}?fait=enregistre");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel) =>
        (Path = (await db.ExamPaths.Include(p => p.Steps).FirstOrDefaultAsync(p => p.Id == id, cancel))!) is not null;
}
