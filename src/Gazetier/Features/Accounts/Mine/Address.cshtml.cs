using Gazetier.Data;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Accounts.Mine;

/// <summary>Asks for another address. Whether that address has an account already is told to its owner only (S-01).</summary>
public class AddressModel(GazetierDb db, CheckPassword check, RequestLimits limits, Phrases t, TimeProvider clock) : PageModel
{
    [BindProperty(Name = "email")]
    public string? Email { get; set; }

    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    /// <summary>Null before it is read.</summary>
    public Account? Account { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => Account = await db.MyAccountAsync(HttpContext, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var account = Account = await db.MyAccountAsync(HttpContext, cancel);
        if (EmailAddress.Read(Email) is not { } email || email == account.Email)
        {
            return this.Refused("email", t["Écrivez l’adresse entière, par exemple nom@commune.fr."]);
        }

        var result = await check.AgainAsync(account, Password, cancel);
        if (result.Account is null)
        {
            return this.RefusedPassword("password", result, t);
        }

        await AskAsync(account, email, cancel);
        return LocalRedirect("/mon-compte/securite?fait=adresse");
    }

    private async Task AskAsync(Account account, string email, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (limits.MayMail(AccountMails.AddressCheck, email) && limits.MayMail(AccountMails.AddressAsked, account.Email!))
        {
            db.Owe(now, AccountMails.AddressCheck, email, new AccountNotice(account.Id));
            db.Owe(now, AccountMails.AddressAsked, account.Email!, new AccountNotice(account.Id));
        }

        await db.SaveChangesAsync(cancel);
    }
}
