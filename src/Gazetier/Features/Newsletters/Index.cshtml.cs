using Gazetier.Data;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsletters;

/// <summary>All newsletters that readers may sign up to, or of which something appeared.</summary>
[PublicPage]
public class IndexModel(GazetierDb db) : PageModel
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Request.Path.Value!.EndsWith('/'))
        {
            return RedirectPermanent("/lettres/");
        }

        HttpContext.Tags().Add(NewsletterQueries.AllTag);
        Lines = await db.Newsletters.AsNoTracking().Where(n => n.IsOpen || n.LastNumber > 0).OrderByDescending(n => n.IsOpen).ThenBy(n => n.Name)
            .Select(n => new Line(n, db.Products.Where(p => p.Number == n.ProductNumber).Select(p => p.Name).FirstOrDefault())).ToListAsync(cancel);
        return Page();
    }

    /// <summary>One newsletter.</summary>
    /// <param name="Product">Name of the product whose holders get it.</param>
    public sealed record Line(Newsletter Newsletter, string? Product);
}
