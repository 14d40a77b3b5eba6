using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.FrontPages.Newsroom;

/// <summary>An arrangement as readers would see it: at the minute that it begins, or at another that is asked for.</summary>
[StaffMay(StaffAct.ArrangeFrontPage)]
public class PreviewModel(GazetierDb db, ReadFrontPage read, Masthead masthead, TimeProvider clock) : PageModel
{
    /// <summary>On the newspaper's clock.</summary>
    [BindProperty(Name = "quand", SupportsGet = true)]
    public string? When { get; set; }

    public Arrangement Arrangement { get; private set; } = null!;

    public FrontPageView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Arrangements.AsNoTracking().Whole().FirstOrDefaultAsync(a => a.Id == id, cancel) is not { } arrangement)
        {
            return NotFound();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var asked = LocalMoment.TryRead(When, await masthead.ZoneAsync(cancel), out var at) && at > now ? at : null;
        Arrangement = arrangement;
        View = await read.RunAsync(arrangement, asked ?? (arrangement.BeginsAt > now ? arrangement.BeginsAt.Value : now), cancel);
        return Page();
    }
}
