using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Announcements.Newsroom;

/// <summary>All announcements, those first that were changed last.</summary>
[StaffMay(StaffAct.Publish)]
public class IndexModel(GazetierDb db, TimeProvider clock) : PageModel
{
    private const int Size = 50;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(Name = "genre", SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(Name = "etat", SupportsGet = true)]
    public string? State { get; set; }

    /// <summary>By an import, a moment ago.</summary>
    [BindProperty(Name = "ajoutees", SupportsGet = true)]
    public int? Added { get; set; }

    [BindProperty(Name = "changees", SupportsGet = true)]
    public int? Changed { get; set; }

    public AnnouncementFilter Filter { get; private set; } = null!;

    public AnnouncementState? Asked => Enum.TryParse<AnnouncementState>(State, out var state) && Enum.IsDefined(state) ? state : null;

    public bool IsAsked => Filter.Query.Length > 1 || Asked is not null;

    public IReadOnlyList<Announcement> Found { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public string Path => AnnouncementAddress.Newsroom + (Filter.Query.Length > 1 ? Filter.Query + "&" : "?") + "etat=" + Asked;

    /// <summary>UTC.</summary>
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Filter = AnnouncementFilter.Read(Kind, Words, nature: null, place: null);
        var all = db.Announcements.AsNoTracking().Matching(db, Filter);
        all = Asked switch
        {
            AnnouncementState.Draft => all.Where(a => a.PublishedAt == null),
            AnnouncementState.Withdrawn => all.Where(a => a.PublishedAt != null && a.WithdrawnAt != null),
            AnnouncementState.Open => all.Open(Now),
            AnnouncementState.Ended => all.Readable(Now).Where(a => a.DeadlineAt <= Now),
            _ => all,
        };
        Paging = new Paging(GiveKeptPage.PageNumber(Request), Size, await all.CountAsync(cancel));
        Found = Paging.IsOut ? [] : await all.OrderByDescending(a => a.ChangedAt).ThenByDescending(a => a.Id).Skip(Paging.Skip).Take(Size).ToListAsync(cancel);
        return Paging.IsOut ? NotFound() : Page();
    }
}
