using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Products;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Offers.Newsroom;

/// <summary>Changes an offer, retires it, or sells it again. What was sold keeps its price and its term.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class EditModel(GazetierDb db, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public OfferForm Form { get; set; } = new();

    /// <summary>"retirer" or "remettre"; else the form is kept.</summary>
    [BindProperty(Name = "faire")]
    public string? What { get; set; }

    public Offer Offer { get; private set; } = null!;

    public IReadOnlyList<Product> Products { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form = OfferForm.Of(Offer, await masthead.ZoneAsync(cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (What is "retirer" or "remettre")
        {
            return await RetireAsync(What == "retirer", cancel);
        }

        var zone = await masthead.ZoneAsync(cancel);
        Form.Check(Products, zone, ModelState, t);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        Form.CopyTo(Offer, zone);
        await SaveAsync("offer.changed", cancel);
        return LocalRedirect("/redaction/formules?fait=enregistre");
    }

    private async Task<IActionResult> RetireAsync(bool isEnd, CancellationToken cancel)
    {
        ModelState.Clear();
        Offer.RetiredAt = isEnd ? Offer.RetiredAt ?? clock.GetUtcNow().UtcDateTime : null;
        await SaveAsync(isEnd ? "offer.retired" : "offer.restored", cancel);
        return LocalRedirect($"/redaction/formules?fait={(isEnd ? "retire" : "remis")}");
    }

    private async Task SaveAsync(string what, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        db.Append(now, what, OfferTags.All);
        db.Record(now, HttpContext.SignedIn()!, what, detail: Offer.Name);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.Offers.FirstOrDefaultAsync(o => o.Id == id, cancel);
        Offer = found ?? new Offer { Slug = "", Name = "" };
        Products = await db.Products.AsNoTracking().OrderBy(p => p.Number).ToListAsync(cancel);
        return found is not null;
    }
}
