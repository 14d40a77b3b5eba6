using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Accounts.Factors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Staff.Newsroom;

/// <summary>Takes all second factors from who lost them, after asking. One's own are removed on one's own pages.</summary>
[StaffMay(StaffAct.AppointStaff)]
[AsksFreshProof]
public class ResetModel(GazetierDb db, ResetFactors reset) : PageModel
{
    public Account Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        await reset.RunAsync(HttpContext.SignedIn()!, Person, cancel);
        return LocalRedirect($"/redaction/equipe/{id}?fait=zero");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!.AccountId;
        Person = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.Role != null && a.Id != me, cancel) ?? new Account();
        return Person.Role is not null;
    }
}
