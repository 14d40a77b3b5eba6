using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Subscriptions;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Desk.Newsroom;

/// <summary>One subscription: moves its end, suspends it, takes it up again.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class SubscriptionModel(GazetierDb db, KeepSubscription keep, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    /// <summary>"fin", "suspendre" or "reprendre".</summary>
    [BindProperty(Name = "acte")]
    public string? Act { get; set; }

    [BindProperty(Name = "jusqu")]
    public string? LastDay { get; set; }

    /// <summary>"change".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public Subscription Subscription { get; private set; } = null!;

    /// <summary>The organisation's, where one holds it.</summary>
    public string? Organisation { get; private set; }

    public string Products { get; private set; } = "";

    public IReadOnlyList<RenewalNotice> Notices { get; private set; } = [];

    public DateTime Now { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await ReadAsync(reference, cancel))
        {
            return NotFound();
        }

        LastDay = TermEnd.Write(Subscription.Until, Zone);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (!await ReadAsync(reference, cancel))
        {
            return NotFound();
        }

        var me = HttpContext.SignedIn()!;
        var until = Act == "fin" ? TermEnd.Read(LastDay, Zone) : null;
        if (Act == "fin" && (until is null || until <= Subscription.From))
        {
            return this.Refused("jusqu", t["Écrivez un jour après le début, par exemple 2026-12-31."]);
        }

        var isDone = Act switch
        {
            "fin" => await keep.MoveEndAsync(Subscription.Reference, until!.Value, me, cancel),
            "suspendre" => await keep.SuspendAsync(Subscription.Reference, me, cancel),
            "reprendre" => await keep.TakeUpAsync(Subscription.Reference, me, cancel),
            _ => true,
        };
        return isDone
            ? LocalRedirect($"/redaction/abonnements/{Subscription.Reference}?fait=change")
            : this.Refused("", t["Quelqu’un l’a changé au même moment : regardez, puis recommencez."], StatusCodes.Status409Conflict);
    }

    private async Task<bool> ReadAsync(string reference, CancellationToken cancel)
    {
        var read = SubscriptionReference.Read(reference);
        Subscription = (await db.Subscriptions.AsNoTracking().Include(s => s.Account).FirstOrDefaultAsync(s => s.Reference == read, cancel))!;
        if (Subscription is null)
        {
            return false;
        }

        Now = clock.GetUtcNow().UtcDateTime;
        Zone = await masthead.ZoneAsync(cancel);
        Organisation = await db.Organisations.Where(o => o.Id == Subscription.OrganisationId).Select(o => o.Name).FirstOrDefaultAsync(cancel);
        var numbers = Subscription.Products.Numbers.ToArray();
        Products = string.Join(", ", await db.Products.Where(p => numbers.Contains(p.Number)).OrderBy(p => p.Number).Select(p => p.Name).ToListAsync(cancel));
        Notices = await db.RenewalNotices.AsNoTracking().Where(n => n.SubscriptionId == Subscription.Id).OrderByDescending(n => n.WrittenAt).ToListAsync(cancel);
        return true;
    }
}
