using Gazetier.Data;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Newspaper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Digests;

/// <summary>Undoes an unsubscription that was a mistake, with the same token, from the page that said it was done.</summary>
public class ResumeModel(GazetierDb db, UnsubscribeLink links, Masthead masthead, TimeProvider clock) : PageModel
{
    /// <summary>Nothing is done by following a link.</summary>
    public IActionResult OnGet(string token) => LocalRedirect("/u/" + Uri.EscapeDataString(token));

    public async Task<IActionResult> OnPostAsync(string token, [FromForm] Frequency frequency, CancellationToken cancel)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        var leaver = await links.ReadAsync(token, cancel);
        if (leaver?.List != Digest.List || !ModelState.IsValid || !Enum.IsDefined(frequency)
            || await db.DigestRhythms.FirstOrDefaultAsync(r => r.AccountId == leaver.AccountId, cancel) is not { } rhythm)
        {
            return NotFound();
        }

        rhythm.Choose(frequency, rhythm.Hour, rhythm.Day, rhythm.Days, clock.GetUtcNow().UtcDateTime, await masthead.ZoneAsync(cancel));
        await db.SaveChangesAsync(cancel);
        return Page();
    }
}
