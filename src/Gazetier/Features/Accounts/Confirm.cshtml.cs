using Gazetier.Data;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts;

/// <summary>Where the mail of a registration leads. Landing changes nothing; the button opens the account, and signs in (E-03).</summary>
public class ConfirmModel(GazetierDb db, ConfirmRegistration confirm, OpenSession open, TimeProvider clock) : PageModel
{
    public string? Email { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        var link = await FindAsync(token, cancel);
        Email = link is null ? null : await db.Registrations.Where(r => r.Id == link.RegistrationId).Select(r => r.Email).FirstOrDefaultAsync(cancel);
        return Email is null ? this.Refused(StatusCodes.Status404NotFound) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        if (await FindAsync(token, cancel) is not { } link || await confirm.RunAsync(link, cancel) is not { } account)
        {
            return this.Refused(StatusCodes.Status404NotFound);
        }

        await open.RunAsync(HttpContext, account, isRemembered: true, cancel);
        return LocalRedirect(LocalPath.Or(link.ReturnPath, "/mon-compte/ma-gazette?bienvenue=1"));
    }

    private Task<MailedLink?> FindAsync(string token, CancellationToken cancel) =>
        db.FindLinkAsync(token, MailedLinkPurpose.ConfirmRegistration, clock.GetUtcNow().UtcDateTime, cancel);
}
