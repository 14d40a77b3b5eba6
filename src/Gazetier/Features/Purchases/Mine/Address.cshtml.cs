using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases.Mine;

/// <summary>The second step of a purchase: who is invoiced.</summary>
public class AddressModel(GazetierDb db, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public AddressForm Form { get; set; } = new();

    public Purchase Purchase { get; private set; } = null!;

    /// <summary>Name of the purchase order that is kept; null: none was sent.</summary>
    public string? FileName { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await this.MisledAsync(db, id, PurchaseStep.Address, cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        await ReadAsync(id, cancel);
        Form = AddressForm.Of(Purchase.Billing);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await this.MisledAsync(db, id, PurchaseStep.Address, cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        await ReadAsync(id, cancel);
        Form.Check(Purchase.Offer.Customer, ModelState, t);
        if (Purchase.Offer.Customer == Offers.CustomerKind.Organisation && await db.ComplaintAsync(id, Form.OrderFile, t, cancel) is { } complaint)
        {
            ModelState.AddModelError("bon", complaint);
        }

        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        Form.CopyTo(Purchase.Billing, Purchase.Offer.Customer);
        await db.SaveChangesAsync(cancel);
        return LocalRedirect(PurchaseAddress.Of(id, PurchaseStep.Payment));
    }

    private async Task ReadAsync(Guid id, CancellationToken cancel)
    {
        Purchase = (await db.Purchases.OfReaderAsync(id, HttpContext.SignedIn()!.AccountId, cancel))!;
        FileName = await db.PurchaseFiles.Where(f => f.PurchaseId == id).Select(f => f.Name).FirstOrDefaultAsync(cancel);
    }
}
