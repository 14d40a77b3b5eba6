using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Newsletters;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Offers;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Agenda;

/// <summary>One event with its dates. How many places are left is said by what may be done: book, or get in line.</summary>
[PublicPage]
public class ShowModel(GazetierDb db, Masthead masthead, PublicAddress address, TimeProvider clock) : PageModel
{
    public AgendaEvent Event { get; private set; } = null!;

    /// <summary>Those that have not ended; the last one where all have.</summary>
    public IReadOnlyList<EventDate> Dates { get; private set; } = [];

    /// <summary>Dates without a free place.</summary>
    public IReadOnlySet<Guid> Full { get; private set; } = new HashSet<Guid>();

    public bool PaysAsMember { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Now { get; private set; }

    public string Html { get; private set; } = "";

    /// <summary>JSON-LD; null where no date is known.</summary>
    public string? Metadata { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var found = await db.AgendaEvents.AsNoTracking().Include(e => e.Club!.Section).Include(e => e.Dates.OrderBy(d => d.StartsAt)).FirstOrDefaultAsync(e => e.Slug == slug && e.IsPublished, cancel);
        if (found is null)
        {
            return NotFound();
        }

        if (Request.Path != found.Path())
        {
            return RedirectPermanent(found.Path());
        }

        Event = found;
        Now = clock.GetUtcNow().UtcDateTime;
        Dates = found.Dates.FindAll(d => d.EndsAt > Now) is { Count: > 0 } toCome ? toCome : [.. found.Dates.TakeLast(1)];
        HttpContext.Tags().Add(AgendaQueries.Tag);
        foreach (var turn in Dates.SelectMany(d => new[] { d.ClosesAt, d.EndsAt }).Where(turn => turn > Now))
        {
            HttpContext.Tags().ExpireAt(turn);
        }

        var ids = Dates.Select(d => d.Id).ToList();
        var taken = await db.Bookings.Where(b => ids.Contains(b.DateId) && b.State == BookingState.Booked).GroupBy(b => b.DateId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        Full = Dates.Where(d => d.Seats is { } seats && taken.GetValueOrDefault(d.Id) >= seats).Select(d => d.Id).ToHashSet();
        PaysAsMember = found.PaysAsMember(HttpContext.Reader().Rights, Now);
        Html = LetterMarkup.Clean(found.Text);
        Metadata = EventMetadata.Write(found, Dates, Full, (await masthead.ImprintAsync(cancel)).Name, address, Now);
        return Page();
    }

    public string PriceOf(int cents, Locales.Phrases t) => cents == 0 ? t["gratuit"] : t["{0} hors taxes", Price.Of(cents, "EUR", t.Culture)];
}
