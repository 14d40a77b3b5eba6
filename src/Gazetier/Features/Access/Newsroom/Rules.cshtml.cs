using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Access.Newsroom;

/// <summary>How much is given away: free articles of the month, gifts; and on how many devices a seat is read.</summary>
[StaffMay(StaffAct.Govern)]
public class RulesModel(GazetierDb db, TimeProvider clock, Phrases t) : PageModel
{
    public const string Here = "/redaction/acces";

    [BindProperty(Name = "visiteurs")]
    public int? FreeForVisitors { get; set; }

    [BindProperty(Name = "inscrits")]
    public int? FreeForRegistered { get; set; }

    [BindProperty(Name = "offerts")]
    public int? GiftsAMonth { get; set; }

    [BindProperty(Name = "jours")]
    public int? GiftDays { get; set; }

    [BindProperty(Name = "ouvertures")]
    public int? GiftOpenings { get; set; }

    [BindProperty(Name = "appareils")]
    public int? SessionsOfSeat { get; set; }

    /// <summary>"enregistre".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var rules = await db.AccessRules.AsNoTracking().OrderBy(r => r.Id).FirstOrDefaultAsync(cancel) ?? new AccessRules();
        (FreeForVisitors, FreeForRegistered) = (rules.FreeForVisitors, rules.FreeForRegistered);
        (GiftsAMonth, GiftDays, GiftOpenings) = (rules.GiftsAMonth, rules.GiftDays, rules.GiftOpenings);
        SessionsOfSeat = rules.SessionsOfSeat;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Check("visiteurs", FreeForVisitors, 0, AccessRules.MostFree);
        Check("inscrits", FreeForRegistered, 0, AccessRules.MostFree);
        Check("offerts", GiftsAMonth, 0, 100);
        Check("jours", GiftDays, 1, 365);
        Check("ouvertures", GiftOpenings, 1, 1000);
        Check("appareils", SessionsOfSeat, 0, AccessRules.MostSessions);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        var rules = await db.AccessRules.OrderBy(r => r.Id).FirstOrDefaultAsync(cancel) ?? db.AccessRules.Add(new AccessRules()).Entity;
        (rules.FreeForVisitors, rules.FreeForRegistered) = (FreeForVisitors!.Value, FreeForRegistered!.Value);
        (rules.GiftsAMonth, rules.GiftDays, rules.GiftOpenings) = (GiftsAMonth!.Value, GiftDays!.Value, GiftOpenings!.Value);
        rules.SessionsOfSeat = SessionsOfSeat!.Value;
        var now = clock.GetUtcNow().UtcDateTime;
        db.Append(now, "access.rules", [KnownRules.Tag]);
        db.Record(now, HttpContext.SignedIn()!, "access.rules", null, $"{FreeForVisitors} / {FreeForRegistered}; {GiftsAMonth}; {SessionsOfSeat}");
        await db.SaveChangesAsync(cancel);
        return LocalRedirect(Here + "?fait=enregistre");
    }

    private void Check(string field, int? value, int least, int most)
    {
        if (value is null || value < least || value > most)
        {
            ModelState.Remove(field);
            ModelState.AddModelError(field, t["Écrivez un nombre de {0} à {1}.", least, most]);
        }
    }
}
