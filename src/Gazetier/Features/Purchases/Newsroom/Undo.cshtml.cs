using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases.Newsroom;

/// <summary>Undoes a payment that was recorded wrongly: by a counter-entry, so that both stand in the books.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class UndoModel(GazetierDb db, TakePayment take, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    public Payment Payment { get; private set; } = null!;

    public Purchase Purchase => Payment.Purchase;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var counter = new Payment
        {
            PurchaseId = Payment.PurchaseId,
            Kind = PaymentKind.CounterEntry,
            Cents = -Payment.Cents,
            Means = Payment.Means,
            ReceivedOn = LocalMoment.DayOf(clock.GetUtcNow().UtcDateTime, await masthead.ZoneAsync(cancel)),
            UndoesId = Payment.Id,
        };
        var outcome = await take.RunAsync(counter, HttpContext.SignedIn()!, cancel);
        return outcome == PaymentOutcome.Done
            ? LocalRedirect($"{PurchaseAddress.Desk}/{Payment.PurchaseId}?fait=contre-passe")
            : this.Refused("", PaymentOutcomes.Say(outcome, Purchase, t), StatusCodes.Status409Conflict);
    }

    /// <summary>What a provider says is undone at the provider's.</summary>
    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.Payments.AsNoTracking().Include(p => p.Purchase)
            .FirstOrDefaultAsync(p => p.Id == id && p.Kind != PaymentKind.CounterEntry && p.ProviderReference == null, cancel);
        Payment = found ?? new Payment();
        return found is not null;
    }
}
