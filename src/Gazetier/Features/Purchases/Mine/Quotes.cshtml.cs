using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases.Mine;

/// <summary>
/// The quotes of a reader, and those for the renewal of what they look after. To order one is to accept it; of several stewards, who does
/// is the buyer.
/// </summary>
public class QuotesModel(GazetierDb db, TimeProvider clock, Phrases t) : PageModel
{
    private const int Most = 50;

    [BindProperty(Name = "devis")]
    public string? Accepted { get; set; }

    public IReadOnlyList<WrittenQuote> Quotes { get; private set; } = [];

    public DateTime Now { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        Quotes = await db.WrittenQuotes.AsNoTracking().Include(q => q.Purchase.Offer).OpenTo(db, HttpContext.SignedIn()!.AccountId)
            .OrderByDescending(q => q.MadeAt).Take(Most).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        if (Quotes.FirstOrDefault(q => q.Number == Accepted) is not { } quote)
        {
            return NotFound();
        }

        var me = HttpContext.SignedIn()!.AccountId;
        var taken = await db.Purchases.Where(p => p.Id == quote.PurchaseId && p.State == PurchaseState.Begun)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.AccountId, me).SetProperty(x => x.Version, x => x.Version + 1), cancel);
        return taken == 1
            ? LocalRedirect(PurchaseAddress.Of(quote.PurchaseId, quote.Purchase.NextStep))
            : this.Refused("", t["Ce devis est déjà accepté."], StatusCodes.Status409Conflict);
    }
}
