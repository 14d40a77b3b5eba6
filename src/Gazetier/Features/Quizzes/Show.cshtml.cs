using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Quizzes;

/// <summary>A quiz: its questions, without the answers; or what it asks of its reader.</summary>
[PublicPage]
public class ShowModel(GazetierDb db, PublicAddress address, TimeProvider clock) : PageModel
{
    public Quiz Quiz { get; private set; } = null!;

    public IReadOnlyList<QuizQuestion> Questions { get; private set; } = [];

    public bool MayRead { get; private set; }

    public string Metadata { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Quizzes.AsNoTracking().FirstOrDefaultAsync(q => q.Slug == slug && q.AppearedAt <= now, cancel) is not { } quiz)
        {
            return NotFound();
        }

        if (!Request.Path.Value!.EndsWith('/'))
        {
            return RedirectPermanent(quiz.Path);
        }

        (Quiz, Questions) = (quiz, quiz.Questions());
        MayRead = Decision.Of(quiz.Asks, HttpContext.Reader().Rights, now).MayReadAll;
        Metadata = QuizMetadata.Write(quiz, address.Of(quiz.Path));
        HttpContext.Tags().Add(QuizTags.All);
        return Page();
    }
}
