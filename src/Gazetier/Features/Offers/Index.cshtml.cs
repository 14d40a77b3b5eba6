using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Figures;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Offers;

/// <summary>The offers, side by side, and how to subscribe today: with the desk, on paper. Nothing is paid here.</summary>
[PublicPage]
public class IndexModel(GazetierDb db, CountReading count, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Offer> Offers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Offers = await db.Offers.AsNoTracking().OrderBy(o => o.Position).ThenBy(o => o.Name).ToListAsync(cancel);
        HttpContext.Tags().Add(OfferTags.All);
        if (count.OffersGiven(HttpContext.Reader().Rights.ClassAt(clock.GetUtcNow().UtcDateTime)) is { } given)
        {
            HttpContext.Tags().TellWhenGiven(given);
        }
    }

    /// <summary>A message to the desk, begun for the reader.</summary>
    public static string Letter(string email, Offer offer, Phrases t)
    {
        string[] lines =
        [
            t["Bonjour,"],
            "",
            t["Je souhaite m’abonner à la formule {0}.", offer.Name],
            "",
            t["Nom :"],
            t["Adresse de facturation :"],
            t["Adresse e-mail du compte :"],
            t["Règlement (virement, chèque ou bon de commande) :"],
        ];
        var subject = Uri.EscapeDataString(t["Abonnement : formule {0}", offer.Name]);
        return $"mailto:{email}?subject={subject}&body={Uri.EscapeDataString(string.Join("\r\n", lines))}";
    }
}
