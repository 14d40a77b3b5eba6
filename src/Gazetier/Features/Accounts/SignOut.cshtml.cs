using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Accounts;

/// <summary>Ends the session of this browser.</summary>
public class SignOutModel(EndSessions end, SessionCookie cookie) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (HttpContext.SignedIn() is { } signedIn)
        {
            await end.OneAsync(signedIn.AccountId, signedIn.SessionId, cancel);
        }

        cookie.Erase(Response);
        return LocalRedirect("/");
    }
}
