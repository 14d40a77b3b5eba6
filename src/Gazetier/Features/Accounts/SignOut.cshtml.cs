using Gazetier.Features.SingleSignOn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Accounts;

/// <summary>Ends the session of this browser, and then that of the provider which opened it (P-07).</summary>
public class SignOutModel(EndSessions end, SessionCookie cookie, LeaveProvider leave) : PageModel
{
    /// <summary>Where the session is to be ended, too; null: nowhere.</summary>
    public (Provider Provider, string Address)? Leaving { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        cookie.Erase(Response);
        if (HttpContext.SignedIn() is not { } signedIn)
        {
            return LocalRedirect("/");
        }

        await end.OneAsync(signedIn.AccountId, signedIn.SessionId, cancel);
        Leaving = await leave.RunAsync(HttpContext, signedIn.SessionId, cancel);
        if (Leaving is not { } leaving)
        {
            return LocalRedirect("/");
        }

        // As on the way in, by a page and not by a redirect: form-action (docs/decisions/0023).
        Response.Headers["Refresh"] = "0;url=" + leaving.Address;
        return Page();
    }
}
