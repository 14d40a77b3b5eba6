using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Magazine;

/// <summary>One issue: its cover and contents, open to all; its PDF, or the wall.</summary>
[PublicPage]
public class ShowModel(GazetierDb db, OpenPrintIssue open, Masthead masthead, PublicAddress address) : PageModel
{
    public OpenedIssue Opened { get; private set; } = null!;

    public PrintIssue Issue => Opened.Issue;

    /// <summary>Where the articles of the contents stand, by their numbers; without those that are not out.</summary>
    public IReadOnlyDictionary<long, string> Articles { get; private set; } = new Dictionary<long, string>();

    public Wall? Wall { get; private set; }

    /// <summary>JSON-LD.</summary>
    public string Metadata { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancel)
    {
        if (await open.RunAsync(number, HttpContext) is not { } opened)
        {
            return NotFound();
        }

        if (Request.Path != opened.Issue.Path)
        {
            return RedirectPermanent(opened.Issue.Path);
        }

        Opened = opened;
        Metadata = PrintMetadata.Issue(Issue, (await masthead.ImprintAsync(cancel)).Name, address);
        var words = await ReadArticlesAsync(cancel);
        Wall = opened.MayRead ? null : await open.WallAsync(opened, Issue.Path, words, HttpContext);
        return Page();
    }

    /// <returns>Words of the texts on its pages.</returns>
    private async Task<int> ReadArticlesAsync(CancellationToken cancel)
    {
        var ids = Issue.Entries.Select(e => e.ArticleId).OfType<long>().Distinct().ToList();
        HttpContext.Tags().Add(ids.Select(ArticleTags.Article));
        await HttpContext.ExpireAtNextPublicationAsync(db, Opened.Now, cancel);
        var found = await db.Articles.AsNoTracking().Published(Opened.Now).Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Slug, a.Words }).ToListAsync(cancel);
        Articles = found.ToDictionary(a => a.Id, a => ArticleAddress.Of(a.Id, a.Slug));
        var written = await db.PrintPages.Where(p => p.IssueId == Issue.Id).Select(p => new { p.Folio, p.Words }).ToListAsync(cancel);
        var instead = written.Select(p => p.Folio).ToHashSet();
        return written.Sum(p => p.Words) + found.Where(a => !Issue.Entries.Exists(e => e.ArticleId == a.Id && instead.Contains(e.Folio))).Sum(a => a.Words);
    }
}
