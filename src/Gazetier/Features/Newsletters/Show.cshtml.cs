using Gazetier.Data;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsletters;

/// <summary>One newsletter: what it is, how to get it, and all that appeared.</summary>
[PublicPage]
public class ShowModel(GazetierDb db) : PageModel
{
    private const int Size = 30;

    public Newsletter Newsletter { get; private set; } = null!;

    /// <summary>Name of the product whose holders get it.</summary>
    public string? Product { get; private set; }

    public IReadOnlyList<NewsletterIssue> Issues { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await db.Newsletters.AsNoTracking().FirstOrDefaultAsync(n => n.Slug == slug && (n.IsOpen || n.LastNumber > 0), cancel) is not { } newsletter)
        {
            return NotFound();
        }

        if (!Request.Path.Value!.EndsWith('/'))
        {
            return RedirectPermanent(newsletter.Path + Request.QueryString);
        }

        Newsletter = newsletter;
        HttpContext.Tags().Add(NewsletterQueries.Tag(newsletter.Id));
        Product = await db.Products.Where(p => p.Number == newsletter.ProductNumber).Select(p => p.Name).FirstOrDefaultAsync(cancel);
        var posted = db.NewsletterIssues.AsNoTracking().Of(newsletter.Id).Posted();
        Paging = new Paging(GiveKeptPage.PageNumber(Request), Size, await posted.CountAsync(cancel));
        Issues = Paging.IsOut ? [] : await posted.OrderByDescending(i => i.Number).Skip(Paging.Skip).Take(Size).ToListAsync(cancel);
        return Paging.IsOut ? NotFound() : Page();
    }
}
