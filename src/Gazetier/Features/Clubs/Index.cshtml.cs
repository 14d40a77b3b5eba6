using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Clubs;

/// <summary>All open clubs, with the newest of each.</summary>
[PublicPage]
public class IndexModel(OpenClubs clubs) : PageModel
{
    public IReadOnlyList<OpenClub> Clubs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Request.Path.Value!.EndsWith('/'))
        {
            return RedirectPermanent(ClubAddress.All);
        }

        HttpContext.Tags().Add(OpenClubs.Tag);
        Clubs = await clubs.AllAsync(cancel);
        if (Clubs.Min(club => club.TurnsAt) is { } turn)
        {
            HttpContext.Tags().ExpireAt(turn);
        }

        return Page();
    }
}
