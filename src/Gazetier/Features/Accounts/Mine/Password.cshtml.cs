using Gazetier.Data;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Accounts.Mine;

/// <summary>Changes the password of who knows the old one.</summary>
public class PasswordModel(GazetierDb db, CheckPassword check, SetPassword set, NewPassword rules, Phrases t) : PageModel
{
    [BindProperty(Name = "actuel")]
    public string? Current { get; set; }

    [BindProperty(Name = "nouveau")]
    public string? Wanted { get; set; }

    /// <summary>Null before it is read.</summary>
    public Account? Account { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => Account = await db.MyAccountAsync(HttpContext, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var account = Account = await db.MyAccountAsync(HttpContext, cancel);
        if (await rules.ComplaintAsync(Wanted, account.Email!, cancel) is { } complaint)
        {
            return this.Refused("nouveau", complaint);
        }

        var result = await check.AgainAsync(account, Current, cancel);
        if (result.Account is null)
        {
            return this.RefusedPassword("actuel", result, t);
        }

        await set.RunAsync(account, Wanted!, link: null, HttpContext.SignedIn()!.SessionId, cancel);
        return LocalRedirect("/mon-compte/securite?fait=mot-de-passe");
    }
}
