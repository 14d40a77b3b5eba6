using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Agenda.Mine;

/// <summary>A reader's places and turns; one gives them back here.</summary>
public class IndexModel(GazetierDb db, BookPlaces places, TimeProvider clock, Phrases t) : PageModel
{
    /// <summary>The date whose place is given back.</summary>
    [BindProperty(Name = "rendre")]
    public Guid? GivenBack { get; set; }

    /// <summary>What was done before: "inscrit", "attente", "rendu".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Booking> Bookings { get; private set; } = [];

    /// <summary>UTC.</summary>
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (GivenBack is { } date && await places.GiveBackAsync(date, HttpContext.SignedIn()!.AccountId, cancel))
        {
            return LocalRedirect(AgendaQueries.Mine + "?fait=rendu");
        }

        await ReadAsync(cancel);
        return this.Refused("", t["Il est trop tard pour rendre cette place, ou vous ne l’aviez plus. Écrivez-nous si vous ne pouvez pas venir."], StatusCodes.Status409Conflict);
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!.AccountId;
        Bookings = await db.Bookings.AsNoTracking().Include(b => b.Date.Event)
            .Where(b => b.AccountId == me && b.State != BookingState.Given && b.Date.EndsAt > Now).OrderBy(b => b.Date.StartsAt).ToListAsync(cancel);
    }
}
