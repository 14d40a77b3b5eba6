using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Staff.Newsroom;

/// <summary>Takes somebody out of the staff, after asking.</summary>
[StaffMay(StaffAct.AppointStaff)]
[AsksFreshProof]
public class DismissModel(GazetierDb db, AppointStaff appoint, Phrases t) : PageModel
{
    public Account Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        return await appoint.RunAsync(HttpContext.SignedIn()!, id, Appointment.None, cancel) is { } why
            ? this.Refused("", Refusals.Say(why, t))
            : LocalRedirect("/redaction/equipe?fait=depart");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        Person = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.Role != null, cancel) ?? new Account();
        return Person.Role is not null;
    }
}
