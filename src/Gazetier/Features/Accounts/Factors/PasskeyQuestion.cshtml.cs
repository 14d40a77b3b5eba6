using Gazetier.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Accounts.Factors;

/// <summary>What a script asks before it asks for a passkey: a question, as JSON. To whom is signed in, about their passkeys only.</summary>
public class PasskeyQuestionModel(GazetierDb db, Passkeys passkeys) : PageModel
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var account = HttpContext.SignedIn() is null ? null : await db.MyAccountAsync(HttpContext, cancel);
        return Content(await passkeys.AskAsync(HttpContext, account, cancel), "application/json");
    }
}
