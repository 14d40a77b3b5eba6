using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Offers;
using Gazetier.Features.Taxes;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases.Mine;

/// <summary>The first step of a purchase. Looking at it keeps nothing; sending it begins a purchase that can be left and taken up again.</summary>
public class BeginModel(GazetierDb db, SalesDoor door, MakeQuote quotes, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public BeginForm Form { get; set; } = new();

    public Offer Offer { get; private set; } = null!;

    public OfferShown Shown => new(Offer, Rate, true);

    private VatRate? Rate { get; set; }

    /// <summary>One for the same offer that was begun and left.</summary>
    private Purchase? Begun { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel))
        {
            return NotFound();
        }

        Form = BeginForm.Of(Begun);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel))
        {
            return NotFound();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        Form.Check(Offer, await db.PromotionAsync(Form.Code, cancel), now, ModelState, t);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        var purchase = await KeepAsync(now, cancel);
        return LocalRedirect(PurchaseAddress.Of(purchase.Id, purchase.NextStep));
    }

    /// <summary>Goes on with the one that was begun, in another window a moment ago too.</summary>
    private async Task<Purchase> KeepAsync(DateTime now, CancellationToken cancel)
    {
        var purchase = Begun ?? db.Purchases.Add(await NewAsync(now, cancel)).Entity;
        Form.CopyTo(purchase);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            await FindAsync(Offer.Slug, cancel);
            if (Begun is null)
            {
                throw;
            }

            // What the other window wrote stays; of two at once, one is the first.
            purchase = Begun;
        }

        return purchase;
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var offer = await db.Offers.SoldAt(now).FirstOrDefaultAsync(o => o.Slug == slug && !o.IsOnQuote, cancel);
        if (offer is null || offer.Products.IsEmpty || !(await door.OpenToAsync(cancel)).Contains(offer.Customer))
        {
            return false;
        }

        Offer = offer;
        Rate = (await quotes.RateAsync(offer, Territory.Metropole, now, cancel)).Rate;
        var me = HttpContext.SignedIn()!.AccountId;
        Begun = await db.Purchases.OrderByDescending(p => p.BegunAt).FirstOrDefaultAsync(p => p.AccountId == me && p.OfferId == offer.Id && p.State == PurchaseState.Begun && p.RenewsId == null, cancel);
        return true;
    }

    /// <summary>With the address of the last order, where it was for the same kind of customer.</summary>
    private async Task<Purchase> NewAsync(DateTime now, CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!;
        var last = await db.Purchases.AsNoTracking().Ordered()
            .FirstOrDefaultAsync(p => p.AccountId == me.AccountId && (p.Billing.Siret != "") == (Offer.Customer == CustomerKind.Organisation), cancel);
        var billing = last?.Billing ?? new BillingAddress { Name = Offer.Customer == CustomerKind.Organisation ? "" : me.DisplayName };
        billing.Engagement = "";
        billing.EngagementComesLater = false;
        return new Purchase { AccountId = me.AccountId, OfferId = Offer.Id, Offer = Offer, Billing = billing, Language = t.Language.Code(), BegunAt = now };
    }
}
