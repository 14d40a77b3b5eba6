using Gazetier.Data;
using Gazetier.Features.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Clubs.Mine;

/// <summary>A page of a club for its members; others are led to where one becomes one.</summary>
public abstract class MembersOnly(GazetierDb db, TimeProvider clock) : PageModel
{
    public Club Club { get; private set; } = null!;

    protected GazetierDb Db { get; } = db;

    /// <summary>UTC.</summary>
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <returns>Null where the page may be shown; else what is answered in its place.</returns>
    protected async Task<IActionResult?> TurnAwayAsync(string slug, CancellationToken cancel)
    {
        Club = (await Db.Clubs.OpenAsync(slug, cancel))!;
        return Club is null ? NotFound()
            : HttpContext.Reader().Rights.IsMember(Club.ProductNumber, Now) ? null
            : LocalRedirect(ClubAddress.Of(slug) + "#membre");
    }
}
