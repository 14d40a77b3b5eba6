using Gazetier.Data;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Accounts.Factors.Mine;

/// <summary>Recovery codes: how many are left, and ten new ones. They are shown by the very answer that makes them, and never again.</summary>
[AsksFreshProof]
public class CodesModel(GazetierDb db, ChangeFactors change, Phrases t) : PageModel
{
    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? ReturnPath { get; set; }

    public FactorsOfAccount Factors { get; private set; } = new(false, 0, 0);

    /// <summary>Empty unless they were made just now.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public string Next => LocalPath.Or(ReturnPath, "/mon-compte/securite");

    public async Task OnGetAsync(CancellationToken cancel) => Factors = await db.FactorsAsync(HttpContext.SignedIn()!.AccountId, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        if (!Factors.Any)
        {
            return this.Refused("", t["Ajoutez d’abord une clé d’accès ou une application : les codes les remplacent quand elles manquent."]);
        }

        // No redirect: what stands here is kept nowhere, so that another answer could not show it.
        Codes = await change.MakeCodesAsync(HttpContext.SignedIn()!.AccountId, cancel);
        return Page();
    }
}
