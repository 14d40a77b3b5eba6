using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Newsletters;

/// <summary>An issue on the site, walled as the site is (E-10): articles as cards, parts for subscribers for subscribers alone. Nothing personal.</summary>
[PublicPage]
public class ReadModel(GazetierDb db, ReadIssue read, TimeProvider clock) : PageModel
{
    public IssueContent Shown { get; private set; } = null!;

    /// <summary>Whether this reader may read the parts for subscribers.</summary>
    public bool MayReadAll { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var asked = db.NewsletterIssues.Posted().Where(i => i.Newsletter.Slug == slug && i.Number == number);
        if (await read.RunAsync(asked, now, cancel) is not { } content)
        {
            return NotFound();
        }

        var path = content.Issue.PathIn(content.Newsletter);
        if (Request.Path != path)
        {
            return RedirectPermanent(path);
        }

        Shown = content;
        MayReadAll = Decision.Of(content.Newsletter.Asks, HttpContext.Reader().Rights, now).MayReadAll;
        HttpContext.Tags().Add([NewsletterQueries.Tag(content.Newsletter.Id), .. content.Issue.Blocks.SelectMany(b => b.ArticleIds()).Select(ArticleTags.Article)]);
        // Cards say what their articles ask, which time changes; no list stands here.
        await HttpContext.ExpireAtNextPublicationAsync(db, content.Newsletter.Id, now, cancel);
        return Page();
    }
}
