using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Products.Newsroom;

/// <summary>The newspaper's products, and the form that adds one.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class IndexModel(GazetierDb db, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public ProductForm Form { get; set; } = new();

    /// <summary>What was done before: "ajoute", "enregistre", "retire", "remis".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Product> Products { get; private set; } = [];

    /// <summary>How many offers sell each, by its number.</summary>
    public IReadOnlyDictionary<int, int> Sold { get; private set; } = new Dictionary<int, int>();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Products = await db.Products.AsNoTracking().OrderBy(p => p.Number).ToListAsync(cancel);
        var sets = await db.Offers.Where(o => o.RetiredAt == null).Select(o => o.Products).ToListAsync(cancel);
        Sold = Products.ToDictionary(p => p.Number, p => sets.Count(set => set.Overlaps(p.Set)));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        var slug = Form.Check(Products, null, ModelState, t);
        if (Products.Count >= ProductSet.Most)
        {
            ModelState.AddModelError("nom", t["Un journal a {0} produits au plus, et un numéro ne sert qu’une fois.", ProductSet.Most]);
        }

        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        var product = new Product { Number = Products[^1].Number + 1, Slug = slug, Name = "" };
        Form.CopyTo(product);
        var now = clock.GetUtcNow().UtcDateTime;
        db.Products.Add(product);
        db.Append(now, "product.created", ChangeLog.Everything);
        db.Record(now, HttpContext.SignedIn()!, "product.created", detail: product.Name);
        await db.SaveChangesAsync(cancel);
        return LocalRedirect("/redaction/produits?fait=ajoute");
    }
}
