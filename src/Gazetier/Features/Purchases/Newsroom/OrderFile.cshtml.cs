using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases.Newsroom;

/// <summary>Gives the desk the purchase order that came with a purchase: as a file, never as a page.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class OrderFileModel(GazetierDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await db.PurchaseFiles.AsNoTracking().FirstOrDefaultAsync(f => f.PurchaseId == id, cancel) is { } file
            ? File(file.Content, file.ContentType, file.Name)
            : NotFound();
}
