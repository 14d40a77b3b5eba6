using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Products;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Trials.Mine;

/// <summary>Begins a trial of one product.</summary>
public class TryModel(GazetierDb db, BeginTrial begin, Phrases t) : PageModel
{
    /// <summary>Local path to go to afterwards.</summary>
    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? ReturnPath { get; set; }

    public Product Product { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel) => await ReadAsync(slug, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await ReadAsync(slug, cancel))
        {
            return NotFound();
        }

        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == HttpContext.SignedIn()!.AccountId, cancel);
        return await begin.RunAsync(Product, account, t["Essai : {0}", Product.Name], cancel) switch
        {
            TrialOutcome.Begun => LocalRedirect(LocalPath.Or(ReturnPath, "/mon-compte/abonnement")),
            TrialOutcome.Held => this.Refused("", t["Vous lisez déjà « {0} » : l’essai n’y ajouterait rien.", Product.Name], StatusCodes.Status409Conflict),
            _ => this.Refused("", t["Vous avez déjà essayé « {0} » : l’essai ne se fait qu’une fois.", Product.Name], StatusCodes.Status409Conflict),
        };
    }

    private async Task<bool> ReadAsync(string slug, CancellationToken cancel)
    {
        Product = (await db.Products.AsNoTracking().FirstOrDefaultAsync(p => p.Slug == slug && p.TrialDays > 0 && p.RetiredAt == null, cancel))!;
        return Product is not null;
    }
}
