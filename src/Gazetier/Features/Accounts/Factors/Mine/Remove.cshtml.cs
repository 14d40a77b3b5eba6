using Gazetier.Data;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts.Factors.Mine;

/// <summary>Removes a passkey or the application, after asking. Staff keep one.</summary>
[AsksFreshProof]
public class RemoveModel(GazetierDb db, ChangeFactors change, Phrases t) : PageModel
{
    /// <summary>A passkey's id, base64url; null: the application.</summary>
    [BindProperty(Name = "cle", SupportsGet = true)]
    public string? Key { get; set; }

    /// <summary>How the passkey is called.</summary>
    public string? KeyName { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        var me = HttpContext.SignedIn()!.AccountId;
        var isDone = Id is { } id ? await change.RemovePasskeyAsync(me, id, cancel) : await change.RemoveAuthenticatorAsync(me, cancel);
        return isDone
            ? LocalRedirect("/mon-compte/securite?fait=retire")
            : this.Refused("", t["C’est votre seule preuve, et la rédaction en demande une : ajoutez-en d’abord une autre."]);
    }

    private byte[]? Id
    {
        get
        {
            try
            {
                return Key is { Length: > 0 and < 2_000 } ? WebEncoders.Base64UrlDecode(Key) : null;
            }
            catch (FormatException)
            {
                return [];
            }
        }
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!.AccountId;
        if (Id is not { } id)
        {
            return Key is null && await db.Authenticators.AnyAsync(a => a.AccountId == me, cancel);
        }

        var key = await db.UserPasskeys.AsNoTracking().SingleOrDefaultAsync(p => p.UserId == me && p.CredentialId == id, cancel);
        KeyName = key?.Data.Name;
        return key is not null;
    }
}
