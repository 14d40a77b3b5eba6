using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Products;
using Gazetier.Features.Taxes;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Offers.Newsroom;

/// <summary>Adds an offer, at the end of the page.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class NewModel(GazetierDb db, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public OfferForm Form { get; set; } = new();

    public IReadOnlyList<Product> Products { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Products = await db.Products.AsNoTracking().OrderBy(p => p.Number).ToListAsync(cancel);
        Form = new OfferForm { Products = [0], Customer = CustomerKind.Individual, VatClass = VatClass.Press, TermMonths = 12 };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Products = await db.Products.AsNoTracking().OrderBy(p => p.Number).ToListAsync(cancel);
        var zone = await masthead.ZoneAsync(cancel);
        Form.Check(Products, zone, ModelState, t);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        var offer = new Offer { Slug = await SlugAsync(cancel), Name = "", Position = await db.Offers.MaxAsync(o => (int?)o.Position, cancel) + 1 ?? 1 };
        Form.CopyTo(offer, zone);
        db.Offers.Add(offer);
        var now = clock.GetUtcNow().UtcDateTime;
        db.Append(now, "offer.created", OfferTags.All);
        db.Record(now, HttpContext.SignedIn()!, "offer.created", detail: offer.Name);
        await db.SaveChangesAsync(cancel);
        return LocalRedirect("/redaction/formules?fait=ajoute");
    }

    /// <summary>The address stays when the offer is renamed.</summary>
    private async Task<string> SlugAsync(CancellationToken cancel)
    {
        var slug = Slug.From(Printable.Line(Form.Name!));
        slug = slug.Length == 0 ? "formule" : slug[..Math.Min(slug.Length, 80)];
        var taken = await db.Offers.Where(o => o.Slug.StartsWith(slug)).Select(o => o.Slug).ToListAsync(cancel);
        return taken.Contains(slug) ? Enumerable.Range(2, taken.Count + 1).Select(n => $"{slug}-{n}").First(one => !taken.Contains(one)) : slug;
    }
}
