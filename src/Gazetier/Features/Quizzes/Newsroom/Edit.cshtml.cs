using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Quizzes.Newsroom;

/// <summary>One quiz.</summary>
[StaffMay(StaffAct.KeepIndex)]
public class EditModel(GazetierDb db, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public QuizForm Form { get; set; } = new();

    /// <summary>"ajoute" or "enregistre".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public Quiz Quiz { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form = QuizForm.Of(Quiz);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form.Check(ModelState, t);
        if (ModelState.IsValid && Form.Version != Quiz.Version)
        {
            ModelState.Remove("version");
            Form.Version = Quiz.Version;
            ModelState.AddModelError("", t["Quelqu’un a changé cette page entre-temps : relisez, puis enregistrez de nouveau."]);
        }

        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        Form.CopyTo(Quiz, now);
        db.Append(now, "quiz.changed", QuizTags.All);
        db.Record(now, HttpContext.SignedIn()!, "quiz.changed", detail: Quiz.Title);
        await db.SaveChangesAsync(cancel);
        return LocalRedirect($"/redaction/quiz/{id}?fait=enregistre");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel) =>
        (Quiz = (await db.Quizzes.FirstOrDefaultAsync(q => q.Id == id, cancel))!) is not null;
}
