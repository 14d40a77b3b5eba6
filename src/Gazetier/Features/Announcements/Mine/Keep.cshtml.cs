using Gazetier.Features.Accounts;
using Gazetier.Features.Places;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Announcements.Mine;

/// <summary>Keeps a search, as the page of results brought it or as it is written here.</summary>
public class KeepModel(KeepSearch keep, Phrases t) : PageModel
{
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(Name = "genre", SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(Name = "nature", SupportsGet = true)]
    public string? Nature { get; set; }

    [BindProperty(Name = "lieu", SupportsGet = true)]
    public string? Where { get; set; }

    public AnnouncementFilter Filter { get; private set; } = null!;

    /// <summary>As it was typed.</summary>
    public string Place => AnnouncementFilter.Named(Where);

    public void OnGet()
    {
        ModelState.Clear();
        Filter = AnnouncementFilter.Read(Kind, Words, Nature, Where);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Filter = AnnouncementFilter.Read(Kind, Words, Nature, Where);
        ModelState.Limit("q", Words, AnnouncementFilter.MaxWords, t);
        if (Place.Length > 0 && WrittenPlaces.Fault(Place, AnnouncementFilter.Meant(Where), t) is { } fault)
        {
            ModelState.AddModelError("lieu", fault);
        }

        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        return await keep.RunAsync(HttpContext.SignedIn()!.AccountId, Filter, cancel)
            ? LocalRedirect(AnnouncementAddress.Mine + "?fait=garde")
            : this.Refused("", t["Vous gardez déjà {0} recherches : retirez-en une d’abord.", AnnouncementSearch.Most], StatusCodes.Status409Conflict);
    }
}
