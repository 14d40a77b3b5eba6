using Gazetier.Data;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts;

/// <summary>Where the mail of a registration leads. Landing changes nothing; the button opens the account, and signs in (E-03).</summary>
public class ConfirmModel(
    GazetierDb db, ConfirmRegistration confirm, RegistrationCookie cookie, NewPassword rules, Argon2PasswordHasher hasher, OpenSession open, TimeProvider clock)
    : PageModel
{
    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    public string? Email { get; private set; }

    /// <summary>The link was opened in another browser than the one that asked.</summary>
    public bool IsElsewhere { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel) =>
        await FindAsync(token, cancel) is null ? this.Refused(StatusCodes.Status404NotFound) : Page();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        if (await FindAsync(token, cancel) is not { } link)
        {
            return this.Refused(StatusCodes.Status404NotFound);
        }

        if (IsElsewhere && await rules.ComplaintAsync(Password, Email!, cancel) is { } complaint)
        {
            return this.Refused("password", complaint);
        }

        var hash = IsElsewhere ? await hasher.HashAsync(Password!, cancel) : null;
        if (await confirm.RunAsync(link, hash, cancel) is not { } account)
        {
            Email = null;
            return this.Refused(StatusCodes.Status404NotFound);
        }

        var next = LocalPath.Or(link.ReturnPath, "/mon-compte/ma-gazette?bienvenue=1");
        return LocalRedirect(await open.RunAsync(HttpContext, account, Proof.Link, isRemembered: true, next, cancel));
    }

    private async Task<MailedLink?> FindAsync(string token, CancellationToken cancel)
    {
        var link = await db.FindLinkAsync(token, MailedLinkPurpose.ConfirmRegistration, clock.GetUtcNow().UtcDateTime, cancel);
        Email = link is null ? null : await db.Registrations.Where(r => r.Id == link.RegistrationId).Select(r => r.Email).FirstOrDefaultAsync(cancel);
        IsElsewhere = link?.RegistrationId is { } id && !cookie.IsOf(Request, id);
        return Email is null ? null : link;
    }
}
