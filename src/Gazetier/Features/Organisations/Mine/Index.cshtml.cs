using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations.Mine;

/// <summary>The way in for stewards: to their organisation, or the choice of one.</summary>
public class IndexModel(GazetierDb db) : PageModel
{
    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!.AccountId;
        Organisations = await db.Stewards.AsNoTracking().Where(s => s.AccountId == me).Select(s => s.Organisation).OrderBy(o => o.FoldedName).ToListAsync(cancel);
        return Organisations is [var only] ? LocalRedirect($"/organisation/{only.Id}") : Page();
    }
}
