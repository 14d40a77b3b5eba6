using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases.Mine;

/// <summary>Gives the purchase order back to who sent it: as a file, never as a page.</summary>
public class OrderFileModel(GazetierDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!.AccountId;
        return await db.Purchases.AnyAsync(p => p.Id == id && p.AccountId == me, cancel)
            && await db.PurchaseFiles.AsNoTracking().FirstOrDefaultAsync(f => f.PurchaseId == id, cancel) is { } file
            ? File(file.Content, file.ContentType, file.Name)
            : NotFound();
    }
}
