using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Agenda.Mine;

/// <summary>Books a place at one date, or a turn where it is full.</summary>
public class BookModel(GazetierDb db, BookPlaces places, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "nom")]
    public string? Name { get; set; }

    [BindProperty(Name = "fonction")]
    public string? Function { get; set; }

    [BindProperty(Name = "organisme")]
    public string? Organisation { get; set; }

    public EventDate Date { get; private set; } = null!;

    public bool IsFull { get; private set; }

    /// <summary>What this reader owes, without tax.</summary>
    public int PriceCents { get; private set; }

    public string Price => PriceCents == 0 ? t["Gratuit."] : t["{0} hors taxes, réglés sur facture.", Offers.Price.Of(PriceCents, "EUR", t.Culture)];

    public async Task<IActionResult> OnGetAsync(Guid date, CancellationToken cancel)
    {
        if (!await FindAsync(date, cancel))
        {
            return NotFound();
        }

        Name = HttpContext.SignedIn()!.DisplayName;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid date, CancellationToken cancel)
    {
        if (!await FindAsync(date, cancel))
        {
            return NotFound();
        }

        Check();
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        var asked = new Booking
        {
            AccountId = HttpContext.SignedIn()!.AccountId,
            Name = Printable.Line(Name!),
            Function = Printable.Line(Function ?? ""),
            Organisation = Printable.Line(Organisation ?? ""),
            PriceCents = PriceCents,
        };
        return await places.BookAsync(date, asked, cancel) switch
        {
            BookingState.Booked => LocalRedirect(AgendaQueries.Mine + "?fait=inscrit"),
            BookingState.Waiting => LocalRedirect(AgendaQueries.Mine + "?fait=attente"),
            _ => this.Refused("", t["Les inscriptions sont closes."], StatusCodes.Status409Conflict),
        };
    }

    private void Check()
    {
        if (Printable.Line(Name ?? "").Length == 0)
        {
            ModelState.AddModelError("nom", t["Écrivez le nom de la personne qui vient."]);
        }

        foreach (var (field, text, longest) in new[] { ("nom", Name, Booking.MaxName), ("fonction", Function, Booking.MaxLine), ("organisme", Organisation, Booking.MaxLine) })
        {
            ModelState.Limit(field, text, longest, t);
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        Date = (await db.EventDates.AsNoTracking().Include(d => d.Event.Club).FirstOrDefaultAsync(d => d.Id == id && d.Event.IsPublished && d.EndsAt > now, cancel))!;
        if (Date is null)
        {
            return false;
        }

        IsFull = Date.Seats is { } seats && await db.Bookings.CountAsync(b => b.DateId == id && b.State == BookingState.Booked, cancel) >= seats;
        PriceCents = Date.Event.PaysAsMember(HttpContext.Reader().Rights, now) ? Date.MemberPriceCents : Date.PriceCents;
        return true;
    }
}
