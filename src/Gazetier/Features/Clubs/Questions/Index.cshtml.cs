using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Clubs.Questions;

/// <summary>What the experts of a club answered; each answer under its own access.</summary>
[PublicPage]
public class IndexModel(GazetierDb db, TimeProvider clock) : PageModel
{
    public Club Club { get; private set; } = null!;

    public ArticleList List { get; private set; } = null!;

    public bool IsMember { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await db.Clubs.OpenAsync(slug, cancel) is not { } club)
        {
            return NotFound();
        }

        if (!Request.Path.Value!.EndsWith('/'))
        {
            return RedirectPermanent(Request.Path + "/" + Request.QueryString);
        }

        Club = club;
        var now = clock.GetUtcNow().UtcDateTime;
        IsMember = HttpContext.Reader().Rights.IsMember(club.ProductNumber, now);
        // Answers are articles of the club's own section.
        HttpContext.Tags().Add(OpenClubs.Tag, ArticleTags.Section(club.SectionId));
        await HttpContext.ExpireAtNextPublicationAsync(db, club.SectionId, now, cancel);
        var list = await ArticleList.ReadAsync(db, db.ClubQuestions.Where(q => q.ClubId == club.SectionId).AnswersAt(now), now, HttpContext, cancel);
        List = list!;
        return list is null ? NotFound() : Page();
    }
}
