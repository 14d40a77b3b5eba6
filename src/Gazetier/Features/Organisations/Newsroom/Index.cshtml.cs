using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations.Newsroom;

/// <summary>Finds an organisation by whatever the desk was told: a name, a SIRET, a domain, somebody's address, an address of the network.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class IndexModel(GazetierDb db, Masthead masthead, TimeProvider clock) : PageModel
{
    private const int Size = 50;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, Size, 0);

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public DateTime Now { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int? number, CancellationToken cancel)
    {
        Query = Shortened.To(200, Printable.Line(Query ?? ""));
        Now = clock.GetUtcNow().UtcDateTime;
        Zone = await masthead.ZoneAsync(cancel);
        var found = Query.Length == 0 ? db.Organisations : db.Organisations.Answering(db, Query);
        Paging = new Paging(number ?? 1, Size, await found.CountAsync(cancel));
        if (Paging.IsOut)
        {
            return NotFound();
        }

        Lines = await found.AsNoTracking().OrderBy(o => o.FoldedName).ThenBy(o => o.Id).Skip(Paging.Skip).Take(Size)
            .Select(o => new Line(
                o.Id,
                o.Name,
                o.Siret,
                db.Subscriptions.Count(s => s.OrganisationId == o.Id),
                db.Seats.Count(s => s.Subscription.OrganisationId == o.Id),
                db.Subscriptions.Where(s => s.OrganisationId == o.Id).Max(s => (DateTime?)s.Until)))
            .ToListAsync(cancel);
        return Page();
    }

    /// <param name="Until">UTC; of the contract that runs longest.</param>
    public sealed record Line(Guid Id, string Name, string? Siret, int Contracts, int People, DateTime? Until);
}
