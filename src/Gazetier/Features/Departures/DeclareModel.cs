using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Subscriptions;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Departures;

/// <summary>
/// The way of a declaration, for who is signed in and who is not: form, summary that can be corrected, notification (D215-3). Nothing
/// is kept before the last button, nothing stands between: no account, no question why, no offer to stay.
/// </summary>
public abstract class DeclareModel(GazetierDb db, ReceiveDeparture receive, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public Declaration Form { get; set; } = new();

    /// <summary>"verifier", "corriger" or "notifier".</summary>
    [BindProperty(Name = "etape")]
    public string? Step { get; set; }

    /// <summary>What the reader can end, where it is known who that is.</summary>
    public IReadOnlyList<Subscription> Contracts { get; private set; } = [];

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>The summary is shown, not the form.</summary>
    public bool IsSummary { get; private set; }

    public abstract DepartureKind Kind { get; }

    /// <summary>"/resilier".</summary>
    public abstract string Address { get; }

    public async Task OnGetAsync([FromQuery(Name = "contrat")] string? contract, CancellationToken cancel)
    {
        await ReadAsync(cancel);
        if (HttpContext.SignedIn() is { } me)
        {
            Form.Name = me.DisplayName;
            Form.Email = await db.Accounts.Where(a => a.Id == me.AccountId).Select(a => a.Email).FirstOrDefaultAsync(cancel);
            Form.Reference = SubscriptionReference.Read(contract) ?? (Contracts.Count == 1 ? Contracts[0].Reference : null);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        if (Step == "corriger")
        {
            return Page();
        }

        Form.Check(ModelState, t);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        if (Step != "notifier")
        {
            IsSummary = true;
            return Page();
        }

        var number = await receive.RunAsync(Form.ToDeparture(Kind, t.Language), HttpContext.SignedIn()?.AccountId, Network.Of(HttpContext.Connection.RemoteIpAddress), cancel);
        return number is null
            ? this.Refused("", t["Trop de demandes. Attendez une heure, puis recommencez."], StatusCodes.Status429TooManyRequests)
            : LocalRedirect($"{Address}/recue?numero={number}");
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Zone = await masthead.ZoneAsync(cancel);
        if (HttpContext.SignedIn() is not { } me)
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var mine = db.Accounts.Where(a => a.Id == me.AccountId).Select(a => (Guid?)a.Id);
        var theirs = await db.ToEnd(mine, now).AsNoTracking().Where(s => s.CancelledAt == null).OrderBy(s => s.Until).ToListAsync(cancel);
        Contracts = Kind == DepartureKind.Withdrawal ? [.. theirs.Where(s => Ending.MayWithdraw(s, now, Zone))] : theirs;
    }
}
