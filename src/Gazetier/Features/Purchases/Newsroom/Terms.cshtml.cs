using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Offers;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases.Newsroom;

/// <summary>Publishes the terms of sale: each time a new version, the others stay for who accepted them.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class TermsModel(GazetierDb db, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "texte")]
    public string? Text { get; set; }

    /// <summary>The version that the form was opened on; 0: there was none.</summary>
    [BindProperty(Name = "version")]
    public int? Seen { get; set; }

    /// <summary>What was done before: "publie".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public int Newest { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var newest = await NewestAsync(cancel);
        (Newest, Text) = (newest?.Version ?? 0, newest?.Text);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var newest = await NewestAsync(cancel);
        Newest = newest?.Version ?? 0;
        var text = Printable.Only(Text ?? "").ReplaceLineEndings("\n").Trim();
        if (text.Length is 0 or > SalesTerms.MaxText)
        {
            return this.Refused("texte", t["Écrivez les conditions, en {0} signes au plus.", SalesTerms.MaxText]);
        }

        if (Seen != Newest)
        {
            return this.Refused("texte", t["Une autre version a été publiée entre-temps. Relisez-la, puis publiez la vôtre."], StatusCodes.Status409Conflict);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        db.SalesTerms.Add(new SalesTerms { Version = Newest + 1, Text = text, From = now });
        // The first are led to from the foot of every page.
        db.Append(now, "terms.published", Newest == 0 ? ChangeLog.Everything : OfferTags.All);
        db.Record(now, HttpContext.SignedIn()!, "terms.published", detail: t["Version {0}", Newest + 1]);
        await db.SaveChangesAsync(cancel);
        return LocalRedirect("/redaction/conditions?fait=publie");
    }

    private Task<SalesTerms?> NewestAsync(CancellationToken cancel) => db.SalesTerms.AsNoTracking().OrderByDescending(s => s.Version).FirstOrDefaultAsync(cancel);
}
