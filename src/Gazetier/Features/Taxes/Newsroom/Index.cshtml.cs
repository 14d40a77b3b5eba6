using System.Globalization;
using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Offers;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Taxes.Newsroom;

/// <summary>The table of rates with its sources; a rate to come is added, or taken back before it begins.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class IndexModel(GazetierDb db, AddRate add, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    public const string Here = "/redaction/tva";

    [BindProperty(Name = "")]
    public RateForm Form { get; set; } = new();

    /// <summary>One to take back; else one is added.</summary>
    [BindProperty(Name = "retirer")]
    public int? TakenBack { get; set; }

    /// <summary>What was done before: "ajoute", "retire".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<VatRate> Rates { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Today = LocalMoment.DayOf(clock.GetUtcNow().UtcDateTime, await masthead.ZoneAsync(cancel));
        Rates = await db.VatRates.AsNoTracking().OrderBy(r => r.Class).ThenBy(r => r.Territory).ThenBy(r => r.Customer).ThenBy(r => r.From).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        if (TakenBack is { } id)
        {
            return await add.TakeBackAsync(id, Today, cancel) is { } gone
                ? await KeptAsync(gone, "vat.removed", "retire", cancel)
                : this.Refused("", t["Ce taux vaut déjà : il ne peut plus être retiré."], StatusCodes.Status409Conflict);
        }

        if (Form.Read(Today, ModelState, t) is not { } rate)
        {
            return this.Refused();
        }

        return await add.RunAsync(rate, Today, cancel)
            ? await KeptAsync(rate, "vat.added", "ajoute", cancel)
            : this.Refused("depuis", t["Un taux est déjà écrit pour ce jour, ou pour plus tard : retirez-le d’abord."]);
    }

    private async Task<IActionResult> KeptAsync(VatRate rate, string act, string done, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        db.Append(now, "vat.changed", OfferTags.All);
        var detail = $"{VatNames.Of(rate.Class, t)}, {VatNames.Of(rate.Territory, t)}, {VatNames.Of(rate.Customer, t)} : {Price.Rate(rate.BasisPoints, t.Culture)}, {rate.From.ToString("O", CultureInfo.InvariantCulture)}";
        db.Record(now, HttpContext.SignedIn()!, act, detail: detail);
        await db.SaveChangesAsync(cancel);
        return LocalRedirect($"{Here}?fait={done}");
    }
}
