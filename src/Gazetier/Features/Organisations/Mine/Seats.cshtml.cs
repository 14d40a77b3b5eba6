using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Products;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations.Mine;

/// <summary>The seats that a reader has in organisations; each can be given back.</summary>
public class SeatsModel(GazetierDb db, GiveBackSeat giveBack, Masthead masthead) : PageModel
{
    [BindProperty(Name = "rendre")]
    public Guid? Returned { get; set; }

    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Held> Seats { get; private set; } = [];

    public IReadOnlyDictionary<int, string> Products { get; private set; } = new Dictionary<int, string>();

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Zone = await masthead.ZoneAsync(cancel);
        Products = await db.Products.NamesAsync(cancel);
        var me = HttpContext.SignedIn()!.AccountId;
        Seats = await db.Seats.AsNoTracking().Where(s => s.AccountId == me).OrderByDescending(s => s.Subscription.Until)
            .Join(db.Organisations, s => s.Subscription.OrganisationId, o => o.Id, (s, o) => new Held(s.Id, o.Id, o.Name, s.Number, s.Origin, s.Subscription.Products, s.Subscription.Until))
            .ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        if (Seats.FirstOrDefault(seat => seat.Id == Returned) is not { } mine)
        {
            return LocalRedirect("/mon-compte/places");
        }

        await giveBack.RunAsync(mine.OrganisationId, mine.Id, isOwn: true, cancel);
        return LocalRedirect("/mon-compte/places?fait=rendue");
    }

    /// <param name="Until">UTC, exclusive.</param>
    public sealed record Held(Guid Id, Guid OrganisationId, string Organisation, int Number, SeatOrigin Origin, ProductSet Products, DateTime Until);
}
