using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Desk.Newsroom;

/// <summary>Makes one account of two: asked for first, then confirmed. It cannot be undone.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class MergeModel(GazetierDb db, MergeAccounts merge, Phrases t) : PageModel
{
    /// <summary>Address of the account that goes.</summary>
    [BindProperty(Name = "autre")]
    public string? Other { get; set; }

    /// <summary>The address once more: "oui, this one".</summary>
    [BindProperty(Name = "certain")]
    public string? Sure { get; set; }

    public Account Stays { get; private set; } = null!;

    /// <summary>Null while it is not known.</summary>
    public Account? Goes { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await ReadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        var address = Other?.Trim().ToUpperInvariant();
        Goes = await db.Accounts.FirstOrDefaultAsync(a => a.NormalizedEmail == address && a.Id != id && a.Role == null, cancel);
        if (Goes is null)
        {
            return this.Refused("autre", t["Aucun autre lecteur n’a cette adresse."]);
        }

        if (Sure != Goes.Id.ToString())
        {
            return Page();
        }

        return await merge.RunAsync(Stays, Goes, HttpContext.SignedIn()!, cancel)
            ? LocalRedirect(IndexModel.Here + "?fait=fusion")
            : this.Refused("autre", t["Aucun autre lecteur n’a cette adresse."]);
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        Stays = (await db.Accounts.FirstOrDefaultAsync(a => a.Id == id && a.Role == null, cancel))!;
        return Stays is not null;
    }
}
