using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Products;
using Gazetier.Features.Subscriptions;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Desk.Newsroom;

/// <summary>One subscription of a reader: moves its end, suspends it, takes it up again. An organisation's has a page with its seats.</summary>
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

    /// <summary>By their numbers.</summary>
    public IReadOnlyDictionary<int, string> Products { get; private set; } = new Dictionary<int, string>();

    public IReadOnlyList<RenewalNotice> Notices { get; private set; } = [];

    public DateTime Now { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await ReadAsync(reference, cancel))
        {
            return NotFound();
        }

        if (Subscription.OrganisationId is { } organisation)
        {
            return LocalRedirect($"/redaction/organismes/{organisation}/contrats/{Subscription.Id}");
        }

        LastDay = LocalMoment.WriteLastDay(Subscription.Until, Zone);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (!await ReadAsync(reference, cancel))
        {
            return NotFound();
        }

        var me = HttpContext.SignedIn()!;
        DateTime? until = Act == "fin" && LocalMoment.ReadDay(LastDay) is { } day ? LocalMoment.StartOf(day.AddDays(1), Zone) : null;
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
        Products = await db.Products.NamesAsync(cancel);
        Notices = await db.RenewalNotices.AsNoTracking().Where(n => n.SubscriptionId == Subscription.Id).OrderByDescending(n => n.WrittenAt).ToListAsync(cancel);
        return true;
    }
}
