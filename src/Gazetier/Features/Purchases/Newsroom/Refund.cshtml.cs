using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases.Newsroom;

/// <summary>Records money that went back to a customer.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class RefundModel(GazetierDb db, TakePayment take, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public PaymentForm Form { get; set; } = new();

    public Purchase Purchase { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form = PaymentForm.For(Purchase.KeptCents, Purchase.Means, await TodayAsync(cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form.Check(await TodayAsync(cancel), ModelState, t);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        var outcome = await take.RunAsync(Form.ToPayment(id, PaymentKind.Refund), HttpContext.SignedIn()!, cancel);
        return outcome == PaymentOutcome.Done
            ? LocalRedirect($"{PurchaseAddress.Desk}/{id}?fait=rembourse")
            : this.Refused("montant", PaymentOutcomes.Say(outcome, Purchase, t));
    }

    private async Task<DateOnly> TodayAsync(CancellationToken cancel) => LocalMoment.DayOf(clock.GetUtcNow().UtcDateTime, await masthead.ZoneAsync(cancel));

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        Purchase = await db.Purchases.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel) ?? new Purchase();
        return Purchase is { Number: not null, KeptCents: > 0 };
    }
}
