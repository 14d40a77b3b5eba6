using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Settings.Newsroom;

/// <summary>The newspaper's name, who answers for it, its clock, its colour.</summary>
[StaffMay(StaffAct.Govern)]
public class SettingsModel(GazetierDb db, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public ImprintForm Form { get; set; } = new();

    /// <summary>What was done before: "enregistre".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public static IEnumerable<string> Zones => TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Order(StringComparer.Ordinal);

    public async Task OnGetAsync(CancellationToken cancel) =>
        Form = ImprintForm.Of(await db.Imprint.AsNoTracking().OrderBy(i => i.Id).FirstOrDefaultAsync(cancel) ?? new Imprint());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Form.Check(ModelState, t);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        await db.InTransactionAsync(
            async token =>
            {
                Form.CopyTo(await db.Imprint.OrderBy(i => i.Id).FirstOrDefaultAsync(token) ?? db.Imprint.Add(new Imprint()).Entity);
                var now = clock.GetUtcNow().UtcDateTime;
                db.Append(now, "imprint.changed", ChangeLog.Everything);
                db.Record(now, HttpContext.SignedIn()!, "imprint.changed");
            },
            cancel);
        return LocalRedirect("/redaction/reglages?fait=enregistre");
    }
}
