using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.FrontPages.Newsroom;

/// <summary>The front page that readers see, those to come, the drafts, and those that were.</summary>
[StaffMay(StaffAct.ArrangeFrontPage)]
public class IndexModel(GazetierDb db, ReadFrontPage read, CopyArrangement copy, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    private const int Remembered = 10;

    /// <summary>The arrangement that a draft is to be made of; without one, the present.</summary>
    [BindProperty(Name = "de")]
    public Guid? From { get; set; }

    /// <summary>What was done before: "publie", "supprime".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public Arrangement Present { get; private set; } = null!;

    public FrontPageView View { get; private set; } = null!;

    public IReadOnlyList<Arrangement> ToCome { get; private set; } = [];

    public IReadOnlyList<Arrangement> Drafts { get; private set; } = [];

    public IReadOnlyList<Arrangement> Earlier { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        Present = await db.Arrangements.ShownAsync(now, cancel);
        View = await read.RunAsync(Present, now, cancel);
        ToCome = await db.Arrangements.AsNoTracking().ToCome(now).ToListAsync(cancel);
        Drafts = await db.Arrangements.AsNoTracking().Drafts().ToListAsync(cancel);
        Earlier = await db.Arrangements.AsNoTracking().Begun(now).Skip(1).Take(Remembered).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var staff = HttpContext.SignedIn()!;
        var name = t["Une du {0}", t.Moment(now, await masthead.ZoneAsync(cancel))];
        var draft = From is { } from
            ? await copy.RunAsync(from, name, staff, cancel)
            : await copy.RunAsync(await db.Arrangements.ShownAsync(now, cancel), name, staff, cancel);
        return draft is { } id ? LocalRedirect($"/redaction/une/{id}") : NotFound();
    }
}
