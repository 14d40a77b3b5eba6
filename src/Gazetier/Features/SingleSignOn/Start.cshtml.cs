using Gazetier.Features.Accounts;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.SingleSignOn;

/// <summary>
/// Sends a reader to a provider. Not by a redirect: browsers hold the answer of a form, and all that it leads on to, to the hosts that
/// <c>form-action</c> names, and where a provider leads on to nobody knows (docs/decisions/0023). A page that moves on by itself is none.
/// </summary>
public class StartModel(Providers providers, AskProvider ask, TimeProvider clock) : PageModel
{
    [BindProperty(Name = "retour")]
    public string? ReturnPath { get; set; }

    /// <summary>"oui": the provider is to open the account of who is signed in.</summary>
    [BindProperty(Name = "relier")]
    public string? Link { get; set; }

    public Provider Provider { get; private set; } = null!;

    /// <summary>At the provider.</summary>
    public string Address { get; private set; } = "";

    public IActionResult OnGet() => LocalRedirect("/connexion");

    public async Task<IActionResult> OnPostAsync(string provider, CancellationToken cancel)
    {
        if (providers.Find(provider) is not { } found)
        {
            return NotFound();
        }

        // A form that was opened in time has as long again to be sent.
        var me = HttpContext.SignedIn();
        if (Link == "oui" && me?.IsFresh(clock.GetUtcNow().UtcDateTime - Accounts.SignedIn.FreshLimit) != true)
        {
            return LocalRedirect("/connexion/second-facteur?retour=" + Uri.EscapeDataString(Mine.ProvidersModel.Address));
        }

        var next = LocalPath.Or(ReturnPath, "/");
        try
        {
            (Provider, Address) = (found, await ask.RunAsync(HttpContext, found, next, Link == "oui" ? me!.AccountId : null, cancel));
        }
        catch (ProviderAwayException)
        {
            return LocalRedirect(ReturnModel.Failed(found, SignOnFailures.Away, Link == "oui", next));
        }

        Response.Headers["Refresh"] = "0;url=" + Address;
        return Page();
    }
}
