using Gazetier.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Accounts.Factors.Mine;

/// <summary>What a script asks before a passkey is made: the question, as JSON.</summary>
[AsksFreshProof]
public class KeyQuestionModel(GazetierDb db, Passkeys passkeys) : PageModel
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var account = await db.MyAccountAsync(HttpContext, cancel);
        return Content(await passkeys.AskForNewAsync(HttpContext, account, cancel), "application/json");
    }
}
