using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Quizzes.Newsroom;

/// <summary>The quizzes, and the form that adds one.</summary>
[StaffMay(StaffAct.KeepIndex)]
public class IndexModel(GazetierDb db, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public QuizForm Form { get; set; } = new();

    /// <summary>Each with how many readers did it.</summary>
    public IReadOnlyList<(Quiz Quiz, int Readers)> Quizzes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Quizzes = [.. (await db.Quizzes.AsNoTracking().OrderByDescending(q => q.ChangedAt).Select(q => new { Quiz = q, Readers = db.QuizResults.Count(r => r.QuizId == q.Id) }).ToListAsync(cancel)).Select(one => (one.Quiz, one.Readers))];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Form.Check(ModelState, t);
        if (!ModelState.IsValid)
        {
            await OnGetAsync(cancel);
            return this.Refused();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var quiz = new Quiz { Slug = "", Title = "" };
        Form.CopyTo(quiz, now);
        var wanted = Slug.From(quiz.Title);
        quiz.Slug = await db.Quizzes.AnyAsync(q => q.Slug == wanted, cancel) ? $"{wanted}-{quiz.Id.ToString("N")[^6..]}" : wanted;
        db.Quizzes.Add(quiz);
        db.Append(now, "quiz.created", QuizTags.All);
        db.Record(now, HttpContext.SignedIn()!, "quiz.created", detail: quiz.Title);
        await db.SaveChangesAsync(cancel);
        return LocalRedirect($"/redaction/quiz/{quiz.Id}?fait=ajoute");
    }
}
