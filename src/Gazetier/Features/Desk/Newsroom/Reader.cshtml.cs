using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Consents;
using Gazetier.Features.MailingLists;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Products;
using Gazetier.Features.Subscriptions;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Desk.Newsroom;

/// <summary>One reader: everything they hold and why, and giving them more. Nothing of what they read.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class ReaderModel(GazetierDb db, KeepSubscription keep, ListsOfReader lists, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    private const int LongestLabel = 200;

    [BindProperty(Name = "produits")]
    public List<int> Products { get; set; } = [];

    /// <summary>The last day, on the newspaper's calendar: "2026-12-31".</summary>
    [BindProperty(Name = "jusqu")]
    public string? LastDay { get; set; }

    [BindProperty(Name = "nom")]
    public string? Label { get; set; }

    /// <summary>"offert".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public Account Account { get; private set; } = null!;

    public IReadOnlyList<Subscription> Subscriptions { get; private set; } = [];

    public IReadOnlyList<SeatLine> Seats { get; private set; } = [];

    public IReadOnlyList<ConsentLine> Consents { get; private set; } = [];

    public IReadOnlyList<Product> All { get; private set; } = [];

    /// <summary>By their numbers.</summary>
    public IReadOnlyDictionary<int, string> Names => All.ToDictionary(p => p.Number, p => p.Name);

    public DateTime Now { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await ReadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        var chosen = All.Where(p => Products.Contains(p.Number)).Select(p => p.Number).ToList();
        var label = Printable.Line(Label ?? "");
        DateTime? until = LocalMoment.ReadDay(LastDay) is { } day ? LocalMoment.StartOf(day.AddDays(1), Zone) : null;
        if (chosen.Count == 0)
        {
            ModelState.AddModelError("produits", t["Choisissez au moins un produit."]);
        }

        if (until is null || until <= Now)
        {
            ModelState.AddModelError("jusqu", t["Écrivez un jour à venir, par exemple 2026-12-31."]);
        }

        if (label.Length is 0 or > LongestLabel)
        {
            ModelState.AddModelError("nom", t["Dites ce que c’est, en {0} signes au plus : le lecteur le voit.", LongestLabel]);
        }

        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        await keep.GrantAsync(Account, ProductSet.Of(chosen), until!.Value, label, HttpContext.SignedIn()!, cancel);
        return LocalRedirect($"/redaction/lecteurs/{id}?fait=offert");
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        Account = (await db.Accounts.FirstOrDefaultAsync(a => a.Id == id && a.Role == null, cancel))!;
        if (Account is null)
        {
            return false;
        }

        Now = clock.GetUtcNow().UtcDateTime;
        Zone = await masthead.ZoneAsync(cancel);
        All = await db.Products.AsNoTracking().OrderBy(p => p.Number).ToListAsync(cancel);
        Subscriptions = await db.Subscriptions.AsNoTracking().Where(s => s.AccountId == id).OrderByDescending(s => s.Until).ToListAsync(cancel);
        Seats = await db.Seats.AsNoTracking().Where(s => s.AccountId == id)
            .Join(db.Organisations, s => s.Subscription.OrganisationId, o => o.Id, (s, o) => new SeatLine(o.Name, s.Number, s.Subscription)).ToListAsync(cancel);
        Consents = ConsentLine.Of(await db.Consents.AsNoTracking().Of(id).ToListAsync(cancel), await lists.OfAsync(id, t, cancel));
        return true;
    }

    public sealed record SeatLine(string Organisation, int Number, Subscription Subscription);
}
