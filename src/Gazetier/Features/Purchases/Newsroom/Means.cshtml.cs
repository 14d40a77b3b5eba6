using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Offers;
using Gazetier.Features.Purchases.Cards;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases.Newsroom;

/// <summary>Which means of payment are offered, and what happens when nobody pays.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class MeansModel(GazetierDb db, ITakeCards cards, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty]
    public List<MeansForm> Lines { get; set; } = [];

    /// <summary>What was done before: "enregistre".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public bool HasCards => cards.IsOn;

    public async Task OnGetAsync(CancellationToken cancel) =>
        Lines = [.. (await db.MeansSettings.AsNoTracking().ToListAsync(cancel)).OrderBy(s => s.Means).Select(MeansForm.Of)];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var settings = (await db.MeansSettings.ToListAsync(cancel)).OrderBy(s => s.Means).ToList();
        if (!Lines.Select(line => line.Means).SequenceEqual(settings.Select(s => s.Means)))
        {
            ModelState.Clear();
            await OnGetAsync(cancel);
            return this.Refused("", t["Ce formulaire n’est pas arrivé entier : recommencez."]);
        }

        foreach (var (index, line) in Lines.Index())
        {
            line.Check(index, ModelState, t);
        }

        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        Lines.Zip(settings).ToList().ForEach(pair => pair.First.CopyTo(pair.Second));
        var now = clock.GetUtcNow().UtcDateTime;
        db.Append(now, "means.changed", OfferTags.All);
        db.Record(now, HttpContext.SignedIn()!, "means.changed");
        await db.SaveChangesAsync(cancel);
        return LocalRedirect("/redaction/reglements/moyens?fait=enregistre");
    }
}
