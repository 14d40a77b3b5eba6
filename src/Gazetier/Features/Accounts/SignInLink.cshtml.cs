using Gazetier.Data;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts;

/// <summary>Signs in by the link of a mail. Landing changes nothing, for mail scanners land too; the button does it (E-03).</summary>
public class SignInLinkModel(GazetierDb db, OpenSession open, TimeProvider clock) : PageModel
{
    /// <inheritdoc cref="SignInModel.Stay"/>
    [BindProperty(Name = "rester")]
    public string[] Stay { get; set; } = [];

    public string? Email { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        var link = await FindAsync(token, cancel);
        Email = link is null ? null : await db.Accounts.Where(a => a.Id == link.AccountId).Select(a => a.Email).FirstOrDefaultAsync(cancel);
        return Email is null ? this.Refused(StatusCodes.Status404NotFound) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        if (await FindAsync(token, cancel) is not { } link
            || await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == link.AccountId, cancel) is not { } account
            || !await db.ConsumeAsync(link, clock.GetUtcNow().UtcDateTime, cancel))
        {
            return this.Refused(StatusCodes.Status404NotFound);
        }

        var isRemembered = Stay.Length == 0 || Stay.Contains("oui", StringComparer.Ordinal);
        return LocalRedirect(await open.RunAsync(HttpContext, account, Proof.Link, isRemembered, LocalPath.Or(link.ReturnPath, "/"), cancel));
    }

    private Task<MailedLink?> FindAsync(string token, CancellationToken cancel) =>
        db.FindLinkAsync(token, MailedLinkPurpose.SignIn, clock.GetUtcNow().UtcDateTime, cancel);
}
