using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Purchases.Mine;

/// <summary>The third step of a purchase: how it is paid. Nothing is paid here.</summary>
public class PayModel(GazetierDb db, SalesDoor door, MakeQuote quotes, Phrases t) : PageModel
{
    [BindProperty(Name = "moyen")]
    public PaymentMeans? Means { get; set; }

    public Purchase Purchase { get; private set; } = null!;

    public IReadOnlyList<MeansSetting> Offered { get; private set; } = [];

    /// <summary>A code takes everything off.</summary>
    public bool IsFree { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await this.MisledAsync(db, id, PurchaseStep.Payment, cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        await ReadAsync(id, cancel);
        Means = Purchase.Means ?? (Offered is [var only] ? only.Means : null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await this.MisledAsync(db, id, PurchaseStep.Payment, cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        await ReadAsync(id, cancel);
        if (!IsFree && !Offered.Any(s => s.Means == Means))
        {
            ModelState.Remove("moyen");
            return this.Refused("moyen", t["Choisissez comment régler."]);
        }

        Purchase.Means = IsFree ? PaymentMeans.Complimentary : Means;
        await db.SaveChangesAsync(cancel);
        return LocalRedirect(PurchaseAddress.Of(id, PurchaseStep.Summary));
    }

    private async Task ReadAsync(Guid id, CancellationToken cancel)
    {
        Purchase = (await db.Purchases.OfReaderAsync(id, HttpContext.SignedIn()!.AccountId, cancel))!;
        IsFree = (await quotes.OfAsync(Purchase, cancel)).Quote?.Total.GrossCents == 0;
        Offered = await door.MeansAsync(Purchase.Offer.Customer, cancel);
    }
}
