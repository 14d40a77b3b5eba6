using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Offers;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases.Newsroom;

/// <summary>What was ordered: found by its number, a name or an amount; what waits, and what was not paid.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class IndexModel(GazetierDb db, TimeProvider clock) : PageModel
{
    private const int PageSize = 50;

    /// <summary>"attente", "retard"; else all.</summary>
    [BindProperty(Name = "vue", SupportsGet = true)]
    public string? View { get; set; }

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    public IReadOnlyList<Purchase> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, PageSize, 0);

    public int Waiting { get; private set; }

    public int Late { get; private set; }

    /// <summary>Cents that should be there and are not.</summary>
    public long LateCents { get; private set; }

    public DateTime Now { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int? number, CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        Waiting = await db.Purchases.CountAsync(p => p.State == PurchaseState.Waiting, cancel);
        Late = await db.Purchases.Late(Now).CountAsync(cancel);
        LateCents = await db.Purchases.Late(Now).SumAsync(p => (long)p.GrossCents - p.PaidCents, cancel);
        var found = Found();
        Paging = new Paging(number ?? 1, PageSize, await found.CountAsync(cancel));
        if (Paging.IsOut)
        {
            return NotFound();
        }

        Lines = await found.Skip(Paging.Skip).Take(PageSize).ToListAsync(cancel);
        return Page();
    }

    private IQueryable<Purchase> Found()
    {
        var shown = db.Purchases.AsNoTracking().Ordered();
        IQueryable<Purchase> found = View switch
        {
            "attente" => shown.Where(p => p.State == PurchaseState.Waiting),
            "retard" => shown.Late(Now).OrderBy(p => p.DueAt),
            _ => shown,
        };
        var asked = Printable.Line(Query ?? "");
        if (asked.Length is 0 or > 200)
        {
            return found;
        }

        var (capitals, folded) = (asked.ToUpperInvariant(), Fold.Of(asked));
        var cents = Price.Read(asked) ?? -1;
        var figures = new string([.. asked.Where(char.IsAsciiDigit)]);
        var siret = figures.Length >= 9 ? figures : "-";
        return found.Where(p => p.Number!.Contains(capitals) || p.Billing.FoldedName.Contains(folded)
            || p.Billing.Contact.Contains(asked) || p.GrossCents == cents || p.GrossCents - p.PaidCents == cents || p.Billing.Siret.StartsWith(siret));
    }
}
