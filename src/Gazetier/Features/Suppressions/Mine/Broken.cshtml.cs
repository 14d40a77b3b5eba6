using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Suppressions.Mine;

/// <summary>Tells a reader why nothing is sent to their address any more, and tries again when they ask (E-07).</summary>
public class BrokenModel(GazetierDb db, LiftSuppression lift) : PageModel
{
    /// <summary>Local path to go to afterwards.</summary>
    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? ReturnPath { get; set; }

    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public string Email { get; private set; } = "";

    /// <summary>Null: all is well.</summary>
    public Suppression? Standing { get; private set; }

    public string Next => LocalPath.Or(ReturnPath, "/mon-compte/");

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Email = (await db.MyAccountAsync(HttpContext, cancel)).Email!;
        Standing = await db.SuppressionOfAsync(Email, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await lift.RunAsync((await db.MyAccountAsync(HttpContext, cancel)).Email!, by: null, cancel);
        return LocalRedirect($"{SuppressionsFeature.Notice}?fait=1&retour={Uri.EscapeDataString(Next)}");
    }
}
