using Gazetier.Data;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Quizzes;

/// <summary>All quizzes, the newest first.</summary>
[PublicPage]
public class IndexModel(GazetierDb db, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Quiz> Quizzes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Request.Path.Value!.EndsWith('/'))
        {
            return RedirectPermanent("/quiz/");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        HttpContext.Tags().Add(QuizTags.All);
        Quizzes = await db.Quizzes.AsNoTracking().Where(q => q.AppearedAt <= now).OrderByDescending(q => q.AppearedAt).ThenBy(q => q.Slug).Take(200).ToListAsync(cancel);
        return Page();
    }
}
