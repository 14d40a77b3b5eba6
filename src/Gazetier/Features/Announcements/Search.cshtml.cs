using Gazetier.Data;
using Gazetier.Features.Places;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Announcements;

/// <summary>Announcements by words, kind, nature and place. Of what makes no sense in the address nothing is asked.</summary>
public class SearchModel(GazetierDb db, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(Name = "genre", SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(Name = "nature", SupportsGet = true)]
    public string? Nature { get; set; }

    [BindProperty(Name = "lieu", SupportsGet = true)]
    public string? Where { get; set; }

    /// <summary>"oui": not only what is open.</summary>
    [BindProperty(Name = "terminees", SupportsGet = true)]
    public string? Ended { get; set; }

    public AnnouncementFilter Filter { get; private set; } = null!;

    /// <summary>As it was typed.</summary>
    public string Place { get; private set; } = "";

    /// <summary>Why the place is not clear; null: it is, or none was asked.</summary>
    public string? PlaceFault { get; private set; }

    public bool WithEnded => Ended == "oui";

    public IReadOnlyList<Announcement> Found { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public string Path => AnnouncementAddress.Search + (Filter.Query.Length > 1 ? Filter.Query + "&" : "?") + (WithEnded ? "terminees=oui" : "ouvertes=oui");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        Filter = AnnouncementFilter.Read(Kind, Words, Nature, Where);
        Place = AnnouncementFilter.Named(Where);
        PlaceFault = Place.Length == 0 ? null : WrittenPlaces.Fault(Place, AnnouncementFilter.Meant(Where), t);
        var all = db.Announcements.AsNoTracking();
        all = (WithEnded ? all.Readable(now) : all.Open(now)).Matching(db, Filter);
        all = PlaceFault is null ? all : all.Where(a => a.Id < 0);
        Paging = new Paging(GiveKeptPage.PageNumber(Request), AnnouncementList.Size, await all.CountAsync(cancel));
        Found = Paging.IsOut ? [] : await all.NewestFirst().Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        return Paging.IsOut ? NotFound() : Page();
    }
}
