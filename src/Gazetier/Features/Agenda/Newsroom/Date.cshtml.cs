using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Agenda.Newsroom;

/// <summary>One date of an event: its form, who booked, who came; calling it off.</summary>
[StaffMay(StaffAct.Publish)]
public class DateModel(GazetierDb db, BookPlaces places, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    public const string New = "nouvelle";

    [BindProperty(Name = "")]
    public DateForm Form { get; set; } = new();

    /// <summary>"annuler", "presence"; else the form is kept.</summary>
    [BindProperty(Name = "faire")]
    public string? What { get; set; }

    [BindProperty(Name = "motif")]
    public string? Reason { get; set; }

    /// <summary>Bookings of those who came.</summary>
    [BindProperty(Name = "venus")]
    public List<Guid> Come { get; set; } = [];

    /// <summary>What was done before: "enregistre", "annule", "presence".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public AgendaEvent Event { get; private set; } = null!;

    /// <summary>Without times where it is a new one.</summary>
    public EventDate Date { get; private set; } = null!;

    /// <summary>Those with a place first, then those who wait, in their order.</summary>
    public IReadOnlyList<Booking> Bookings { get; private set; } = [];

    public bool IsNew { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public string Here => $"{IndexModel.Root}/{Event.Slug}/dates/{(IsNew ? New : Date.Id.ToString())}";

    public async Task<IActionResult> OnGetAsync(string slug, string date, [FromQuery(Name = "format")] string? format, CancellationToken cancel)
    {
        if (!await FindAsync(slug, date, cancel))
        {
            return NotFound();
        }

        if (format == "csv")
        {
            return File(System.Text.Encoding.UTF8.GetBytes(ToCsv()), "text/csv; charset=utf-8", $"{Event.Slug}-inscrits.csv");
        }

        Form = IsNew ? new DateForm() : DateForm.Of(Date, await masthead.ZoneAsync(cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string date, CancellationToken cancel)
    {
        if (!await FindAsync(slug, date, cancel))
        {
            return NotFound();
        }

        return await (What switch
        {
            "annuler" when !IsNew => CallOffAsync(cancel),
            "presence" when !IsNew => KeepPresenceAsync(cancel),
            _ => SaveAsync(cancel),
        });
    }

    private async Task<IActionResult> SaveAsync(CancellationToken cancel)
    {
        if (!Form.Read(Date, Bookings.Count(b => b.State == BookingState.Booked), await masthead.ZoneAsync(cancel), ModelState, t))
        {
            return this.Refused();
        }

        if (!await places.KeepAsync(Date, Event.Title, HttpContext.SignedIn()!, cancel))
        {
            return this.Refused("places", t["D’autres viennent de s’inscrire : il faut plus de places que cela."], StatusCodes.Status409Conflict);
        }

        IsNew = false;
        return LocalRedirect(Here + "?fait=enregistre");
    }

    private async Task<IActionResult> CallOffAsync(CancellationToken cancel)
    {
        var reason = Printable.Line(Reason ?? "");
        if (reason.Length is 0 or > EventDate.MaxReason)
        {
            return this.Refused("motif", t["Dites pourquoi, en {0} signes au plus : les inscrits le liront.", EventDate.MaxReason]);
        }

        await places.CallOffAsync(Date.Id, reason, Event.Title, HttpContext.SignedIn()!, cancel);
        return LocalRedirect(Here + "?fait=annule");
    }

    private async Task<IActionResult> KeepPresenceAsync(CancellationToken cancel)
    {
        foreach (var booking in Bookings.Where(b => b.State == BookingState.Booked))
        {
            booking.HasCome = Come.Contains(booking.Id);
        }

        await db.SaveChangesAsync(cancel);
        return LocalRedirect(Here + "?fait=presence");
    }

    private string ToCsv() => Csv.Mark + Csv.Row("nom", "fonction", "organisme", "etat", "demandee_le", "prix_ht", "venu")
        + string.Concat(Bookings.Select(b => Csv.Row(b.Name, b.Function, b.Organisation, b.State.Name(t), b.AskedAt, b.PriceCents / 100m, b.HasCome)));

    private async Task<bool> FindAsync(string slug, string date, CancellationToken cancel)
    {
        var found = await db.AgendaEvents.AsNoTracking().FirstOrDefaultAsync(e => e.Slug == slug, cancel);
        if (found is null)
        {
            return false;
        }

        Event = found;
        IsNew = date == New;
        Date = (IsNew ? new EventDate { EventId = found.Id } : Guid.TryParse(date, out var id) ? await db.EventDates.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id && d.EventId == found.Id, cancel) : null)!;
        Bookings = IsNew || Date is null ? [] : await db.Bookings.Where(b => b.DateId == Date.Id && b.State != BookingState.Given).OrderBy(b => b.State).ThenBy(b => b.AskedAt).ThenBy(b => b.Id).ToListAsync(cancel);
        return Date is not null;
    }
}
