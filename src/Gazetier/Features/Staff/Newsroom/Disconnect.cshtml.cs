using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Audit;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Staff.Newsroom;

/// <summary>Ends all sessions of one of the staff: a laptop was left in a train.</summary>
[StaffMay(StaffAct.AppointStaff)]
[AsksFreshProof]
public class DisconnectModel(GazetierDb db, EndSessions end, TimeProvider clock) : PageModel
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!;
        if (await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.Role != null && a.Id != me.AccountId, cancel) is not { } person)
        {
            return NotFound();
        }

        await db.InTransactionAsync(
            async inside =>
            {
                await end.AllAsync(id, kept: null, inside);
                db.RecordAbout(clock.GetUtcNow().UtcDateTime, me, person, ActNames.Disconnected);
            },
            cancel);
        return LocalRedirect($"/redaction/equipe/{id}?fait=deconnexion");
    }
}
