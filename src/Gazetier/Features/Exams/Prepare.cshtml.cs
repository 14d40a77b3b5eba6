using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Quizzes;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Exams;

/// <summary>A path: its steps in order, with what its reader has done of them. Personal, and kept by nobody.</summary>
public class PrepareModel(GazetierDb db, MarkProgress mark, Masthead masthead, TimeProvider clock) : PageModel
{
    [BindProperty(Name = "etape")]
    public Guid? StepId { get; set; }

    /// <summary>"fait", "defaire" or "effacer".</summary>
    [BindProperty(Name = "faire")]
    public string? What { get; set; }

    /// <summary>"efface".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public ExamPath Path { get; private set; } = null!;

    public IReadOnlyList<Step> Steps { get; private set; } = [];

    public IReadOnlyList<Exam> Exams { get; private set; } = [];

    public bool IsSignedIn => HttpContext.SignedIn() is not null;

    public int DoneSteps => Steps.Count(step => step.IsDone);

    public bool HasProgress => Steps.Any(step => step.IsDone || step.Result is not null);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel))
        {
            return NotFound();
        }

        if (!Request.Path.Value!.EndsWith('/'))
        {
            return RedirectPermanent(Path.Address);
        }

        await ReadStepsAsync(HttpContext.SignedIn()?.AccountId, cancel);
        var today = LocalMoment.DayOf(clock.GetUtcNow().UtcDateTime, await masthead.ZoneAsync(cancel));
        Exams = await db.Exams.AsNoTracking().Where(e => e.PathId == Path.Id && e.HeldOn >= today).OrderBy(e => e.HeldOn).ToListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel))
        {
            return NotFound();
        }

        if (HttpContext.SignedIn() is not { } reader)
        {
            return LocalRedirect("/connexion?retour=" + Uri.EscapeDataString(Path.Address));
        }

        if (What == "effacer")
        {
            await mark.ForgetAsync(reader.AccountId, Path.Id, cancel);
            return LocalRedirect(Path.Address + "?fait=efface");
        }

        await mark.SetAsync(reader.AccountId, Path.Id, StepId ?? Guid.Empty, What == "fait", cancel);
        var position = await db.PathSteps.Where(s => s.Id == StepId && s.PathId == Path.Id).Select(s => s.Position).FirstOrDefaultAsync(cancel);
        return LocalRedirect(FormattableString.Invariant($"{Path.Address}#etape-{position}"));
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return (Path = (await db.ExamPaths.AsNoTracking().FirstOrDefaultAsync(p => p.Slug == slug && p.AppearedAt <= now, cancel))!) is not null;
    }

    /// <summary>What was withdrawn since the path was written is passed over.</summary>
    private async Task ReadStepsAsync(Guid? account, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var found = await db.PathSteps.AsNoTracking().Where(s => s.PathId == Path.Id).OrderBy(s => s.Position)
            .Where(s => s.QuizId != null ? s.Quiz!.AppearedAt <= now : s.Article!.Status == ArticleStatus.Published && s.Article.PublishedAt <= now)
            .Select(s => new
            {
                s.Id,
                s.Position,
                Article = s.Article == null ? null : new { s.Article.Id, s.Article.Slug, s.Article.Headline, s.Article.Format },
                Quiz = s.Quiz == null ? null : new { s.Quiz.Slug, s.Quiz.Title },
                IsDone = db.StepsDone.Any(d => d.AccountId == account && d.StepId == s.Id),
                Result = db.QuizResults.Where(r => r.AccountId == account && r.QuizId == s.QuizId).OrderBy(r => r.At).FirstOrDefault(),
            }).ToListAsync(cancel);
        Steps =
        [
            .. found.Select(s => s.Quiz is { } quiz
                ? new Step(s.Id, s.Position, quiz.Title, $"/quiz/{quiz.Slug}/", Format.Revision, IsQuiz: true, s.Result is not null, s.Result)
                : new Step(s.Id, s.Position, s.Article!.Headline, ArticleAddress.Of(s.Article.Id, s.Article.Slug), s.Article.Format, IsQuiz: false, s.IsDone, null)),
        ];
    }

    /// <param name="Format">Of a sheet.</param>
    /// <param name="Result">Of a quiz that the reader passed.</param>
    public sealed record Step(Guid Id, int Position, string Title, string Address, Format Format, bool IsQuiz, bool IsDone, QuizResult? Result);
}
