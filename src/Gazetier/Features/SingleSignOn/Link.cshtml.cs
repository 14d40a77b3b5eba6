using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.SingleSignOn;

/// <summary>
/// Where an identity waits that opens no account yet: its reader shows by another proof which account is theirs, and ties the two
/// (P-04). Never by the address alone, which may have been another's when the account was opened.
/// </summary>
[AsksFreshProof]
public class LinkModel(GazetierDb db, WaitingIdentities waiting, EnterByProvider enter, LinkIdentity link, Phrases t) : PageModel
{
    public ProvenIdentity Who { get; private set; } = null!;

    public string Label { get; private set; } = "";

    /// <summary>Null: nobody is signed in.</summary>
    public Account? Account { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await FindAsync(cancel) is null ? LocalRedirect("/connexion") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } found)
        {
            return LocalRedirect("/connexion");
        }

        if (Account is null)
        {
            return LocalRedirect(WaitingIdentities.Page);
        }

        if (await enter.LinkAsync(Account.Id, Who, found.Next, cancel) is not { } next)
        {
            return this.Refused("", t["Cette identité de {0} ouvre déjà un autre compte. Retirez-la d’abord de celui-là.", Label]);
        }

        waiting.Forget(HttpContext);
        return LocalRedirect(next);
    }

    private async Task<WaitingIdentity?> FindAsync(CancellationToken cancel)
    {
        if (await waiting.FindAsync(HttpContext, cancel) is not { } found)
        {
            return null;
        }

        (Who, Label) = (found.Who, link.Label(found.Who.Issuer));
        Account = HttpContext.SignedIn() is null ? null : await db.MyAccountAsync(HttpContext, cancel);
        return found;
    }
}
