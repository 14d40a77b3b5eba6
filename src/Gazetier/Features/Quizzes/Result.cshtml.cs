using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Exams;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Quizzes;

/// <summary>Takes the answers to a quiz, and shows them beside the right ones. Of who is signed in the score is kept; of others, nothing.</summary>
public class ResultModel(GazetierDb db, RecordResult record, TimeProvider clock) : PageModel
{
    /// <summary><see cref="QuizAnswers"/>.</summary>
    [BindProperty(Name = "r", SupportsGet = true)]
    public string? Written { get; set; }

    public Quiz Quiz { get; private set; } = null!;

    public IReadOnlyList<QuizQuestion> Questions { get; private set; } = [];

    public QuizAnswers Answers { get; private set; } = new([]);

    public int Score => Answers.Score(Questions);

    public QuizResult? Best { get; private set; }

    /// <summary>What it is a step of.</summary>
    public IReadOnlyList<ExamPath> Paths { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await FindAsync(slug, cancel) is { } refusal)
        {
            return refusal;
        }

        Answers = QuizAnswers.Read(Written, Questions);
        var (account, now) = (HttpContext.SignedIn()?.AccountId, clock.GetUtcNow().UtcDateTime);
        Best = account is null ? null : await db.QuizResults.AsNoTracking().FirstOrDefaultAsync(r => r.AccountId == account && r.QuizId == Quiz.Id, cancel);
        Paths = await db.ExamPaths.AsNoTracking().Where(p => p.AppearedAt <= now && p.Steps.Any(s => s.QuizId == Quiz.Id)).OrderBy(p => p.Title).ToListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (await FindAsync(slug, cancel) is { } refusal)
        {
            return refusal;
        }

        Answers = QuizAnswers.Of(Questions, name => Request.HasFormContentType ? Request.Form[name] : default);
        if (HttpContext.SignedIn() is { } reader)
        {
            await record.RunAsync(reader.AccountId, Quiz.Id, Score, Questions.Count, cancel);
        }

        return LocalRedirect($"{Quiz.Path}reponses?r={Answers}");
    }

    /// <summary>Null: it is there, and its reader may read it.</summary>
    private async Task<IActionResult?> FindAsync(string slug, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Quizzes.AsNoTracking().FirstOrDefaultAsync(q => q.Slug == slug && q.AppearedAt <= now, cancel) is not { } quiz)
        {
            return NotFound();
        }

        (Quiz, Questions) = (quiz, quiz.Questions());
        return Decision.Of(quiz.Asks, HttpContext.Reader().Rights, now).MayReadAll ? null : LocalRedirect(quiz.Path);
    }
}
