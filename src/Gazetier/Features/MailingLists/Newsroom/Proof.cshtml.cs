using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.MailingLists.Newsroom;

/// <summary>Gives the desk the proof of an import: as a file, never as a page.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class ProofModel(GazetierDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await db.ListImports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancel) is { Proof: { } proof } import
            ? File(proof, import.ProofType!, import.ProofName)
            : NotFound();
}
