using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Products.Newsroom;

/// <summary>Renames a product, retires it, or takes it up again. The newspaper itself is never retired.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class EditModel(GazetierDb db, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public ProductForm Form { get; set; } = new();

    /// <summary>"retirer" or "remettre"; else the form is kept.</summary>
    [BindProperty(Name = "faire")]
    public string? What { get; set; }

    public Product Product { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancel)
    {
        if (!await FindAsync(number, cancel))
        {
            return NotFound();
        }

        Form = ProductForm.Of(Product);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancel)
    {
        if (!await FindAsync(number, cancel))
        {
            return NotFound();
        }

        if (What is "retirer" or "remettre")
        {
            return await (number == 0 ? Task.FromResult<IActionResult>(this.Refused("", t["Le journal lui-même ne se retire pas."])) : RetireAsync(What == "retirer", cancel));
        }

        Form.Check(await db.Products.AsNoTracking().ToListAsync(cancel), number, ModelState, t);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        Form.CopyTo(Product);
        await SaveAsync("product.changed", cancel);
        return LocalRedirect("/redaction/produits?fait=enregistre");
    }

    private async Task<IActionResult> RetireAsync(bool isEnd, CancellationToken cancel)
    {
        Product.RetiredAt = isEnd ? Product.RetiredAt ?? clock.GetUtcNow().UtcDateTime : null;
        await SaveAsync(isEnd ? "product.retired" : "product.restored", cancel);
        return LocalRedirect($"/redaction/produits?fait={(isEnd ? "retire" : "remis")}");
    }

    private async Task SaveAsync(string what, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // Walls and offers name products.
        db.Append(now, what, ChangeLog.Everything);
        db.Record(now, HttpContext.SignedIn()!, what, detail: Product.Name);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<bool> FindAsync(int number, CancellationToken cancel)
    {
        var found = await db.Products.FirstOrDefaultAsync(p => p.Number == number, cancel);
        Product = found ?? new Product { Slug = "", Name = "" };
        return found is not null;
    }
}
