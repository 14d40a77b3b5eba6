using Gazetier.Data;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts;

/// <summary>Chooses a new password by the link of a mail. All sessions end, and nobody is signed in by it (OWASP).</summary>
public class ResetPasswordModel(GazetierDb db, SetPassword set, NewPassword rules, SessionCookie cookie, TimeProvider clock) : PageModel
{
    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    /// <summary>Whose password; null: the link opens nothing.</summary>
    public string? Email { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel) =>
        await FindAsync(token, cancel) is null ? this.Refused(StatusCodes.Status404NotFound) : Page();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        if (await FindAsync(token, cancel) is not var (link, account))
        {
            return this.Refused(StatusCodes.Status404NotFound);
        }

        if (await rules.ComplaintAsync(Password, account.Email!, cancel) is { } complaint)
        {
            return this.Refused("password", complaint);
        }

        if (!await set.RunAsync(account, Password!, link, kept: null, cancel))
        {
            Email = null;
            return this.Refused(StatusCodes.Status404NotFound);
        }

        cookie.Erase(Response);
        return LocalRedirect("/mot-de-passe-change");
    }

    private async Task<(MailedLink Link, Account Account)?> FindAsync(string token, CancellationToken cancel)
    {
        var link = await db.FindLinkAsync(token, MailedLinkPurpose.ResetPassword, clock.GetUtcNow().UtcDateTime, cancel);
        var account = link is null ? null : await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == link.AccountId, cancel);
        Email = account?.Email;
        return account is null ? null : (link!, account);
    }
}
