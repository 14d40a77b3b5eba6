using Gazetier.Data;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Accounts.Mine;

/// <summary>Deletes the account, at once and for good.</summary>
public class DeleteModel(GazetierDb db, CheckPassword check, DeleteAccount delete, SessionCookie cookie, Phrases t) : PageModel
{
    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    /// <summary>Null before it is read.</summary>
    public Account? Account { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => Account = await db.MyAccountAsync(HttpContext, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var account = Account = await db.MyAccountAsync(HttpContext, cancel);
        var result = await check.AgainAsync(account, Password, cancel);
        if (result.Account is null)
        {
            return this.RefusedPassword("password", result, t);
        }

        if (await db.IsLastAdministratorAsync(account, cancel))
        {
            return this.Refused("", t["Vous êtes la dernière personne à l’administration : nommez-en d’abord une autre."]);
        }

        await delete.RunAsync(account, cancel);
        cookie.Erase(Response);
        return LocalRedirect("/compte-supprime");
    }
}
