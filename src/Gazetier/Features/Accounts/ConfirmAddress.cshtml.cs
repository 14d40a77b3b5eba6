using Gazetier.Data;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Accounts;

/// <summary>Where the mail to a new address leads: its button makes it the account's. Landing changes nothing.</summary>
public class ConfirmAddressModel(GazetierDb db, ChangeAddress change, TimeProvider clock) : PageModel
{
    public string? NewEmail { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        NewEmail = (await FindAsync(token, cancel))?.NewEmail;
        return NewEmail is null ? this.Refused(StatusCodes.Status404NotFound) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel) =>
        await FindAsync(token, cancel) is { } link && await change.RunAsync(link, cancel)
            ? LocalRedirect("/adresse-changee")
            : this.Refused(StatusCodes.Status404NotFound);

    private Task<MailedLink?> FindAsync(string token, CancellationToken cancel) =>
        db.FindLinkAsync(token, MailedLinkPurpose.ChangeEmail, clock.GetUtcNow().UtcDateTime, cancel);
}
