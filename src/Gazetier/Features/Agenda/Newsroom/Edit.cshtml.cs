using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Agenda.Newsroom;

/// <summary>One event, or a new one: what it is, and its dates. Its address is made of its first title and stays.</summary>
[StaffMay(StaffAct.Publish)]
public class EditModel(GazetierDb db, TimeProvider clock, Phrases t) : PageModel
{
    public const string New = "nouveau";

    [BindProperty(Name = "")]
    public EventForm Form { get; set; } = new();

    /// <summary>What was done before: "enregistre".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>Null: a new one.</summary>
    public AgendaEvent? Event { get; private set; }

    public IReadOnlyList<Named> Clubs { get; private set; } = [];

    public IReadOnlyDictionary<Guid, int> Booked { get; private set; } = new Dictionary<Guid, int>();

    public string Here => $"{IndexModel.Root}/{Event?.Slug ?? New}";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel))
        {
            return NotFound();
        }

        Form = Event is null ? new EventForm() : EventForm.Of(Event);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel))
        {
            return NotFound();
        }

        await Form.CheckAsync(db, ModelState, t, cancel);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        var isNew = Event is null;
        Event ??= db.AgendaEvents.Add(new AgendaEvent { Slug = await FreeSlugAsync(cancel), Title = "" }).Entity;
        Form.CopyTo(Event);
        var now = clock.GetUtcNow().UtcDateTime;
        var what = isNew ? "agenda.created" : "agenda.changed";
        db.Append(now, what, AgendaQueries.Tag);
        db.Record(now, HttpContext.SignedIn()!, what, null, Event.Title);
        await db.SaveChangesAsync(cancel);
        return LocalRedirect(Here + "?fait=enregistre");
    }

    private async Task<string> FreeSlugAsync(CancellationToken cancel)
    {
        var slug = Slug.From(Printable.Line(Form.Title!));
        slug = slug.Length == 0 || slug == New ? "evenement" : slug[..Math.Min(slug.Length, 80)];
        var taken = await db.AgendaEvents.Where(e => e.Slug.StartsWith(slug)).Select(e => e.Slug).ToListAsync(cancel);
        return taken.Contains(slug) ? $"{slug}-{taken.Count + 1}" : slug;
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancel)
    {
        Clubs = await db.Clubs.AsNoTracking().OrderBy(c => c.Position).Select(c => new Named(c.SectionId, c.Section.Slug, c.Section.Name)).ToListAsync(cancel);
        if (slug == New)
        {
            return true;
        }

        Event = await db.AgendaEvents.Include(e => e.Dates.OrderBy(d => d.StartsAt)).FirstOrDefaultAsync(e => e.Slug == slug, cancel);
        var ids = Event?.Dates.ConvertAll(d => d.Id) ?? [];
        Booked = await db.Bookings.Where(b => ids.Contains(b.DateId) && b.State == BookingState.Booked).GroupBy(b => b.DateId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return Event is not null;
    }
}
