using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Subscriptions;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases.Newsroom;

/// <summary>One purchase for the desk: everything about it, and the form that records what was paid.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class ShowModel(GazetierDb db, TakePayment take, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public PaymentForm Form { get; set; } = new();

    /// <summary>What was done before: "regle", "rembourse", "contre-passe", "accepte", "annule".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public Purchase Purchase { get; private set; } = null!;

    public Subscription? Opened { get; private set; }

    public IReadOnlyList<Payment> Payments { get; private set; } = [];

    public string? FileName { get; private set; }

    public DateTime Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        Form = PaymentForm.For(Purchase.OwedCents, Purchase.Means, await TodayAsync(cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        Form.Check(await TodayAsync(cancel), ModelState, t);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        var outcome = await take.RunAsync(Form.ToPayment(id, PaymentKind.Received), HttpContext.SignedIn()!, cancel);
        if (outcome == PaymentOutcome.Done)
        {
            return LocalRedirect($"{PurchaseAddress.Desk}/{id}?fait=regle");
        }

        await ReadAsync(id, cancel);
        return this.Refused("montant", PaymentOutcomes.Say(outcome, Purchase, t));
    }

    private async Task<DateOnly> TodayAsync(CancellationToken cancel) => LocalMoment.DayOf(clock.GetUtcNow().UtcDateTime, await masthead.ZoneAsync(cancel));

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        if (await db.Purchases.AsNoTracking().Include(p => p.Account).FirstOrDefaultAsync(p => p.Id == id && p.Number != null, cancel) is not { } found)
        {
            return false;
        }

        Purchase = found;
        Opened = await db.Subscriptions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == found.SubscriptionId, cancel);
        Payments = await db.Payments.AsNoTracking().Where(p => p.PurchaseId == id).OrderBy(p => p.RecordedAt).ToListAsync(cancel);
        FileName = await db.PurchaseFiles.Where(f => f.PurchaseId == id).Select(f => f.Name).FirstOrDefaultAsync(cancel);
        return true;
    }
}
