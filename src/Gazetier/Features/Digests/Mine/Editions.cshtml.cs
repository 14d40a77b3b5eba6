using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Newspaper;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Digests.Mine;

/// <summary>The editions that a reader got, the newest first.</summary>
public class EditionsModel(GazetierDb db, Masthead masthead) : PageModel
{
    private const int Shown = 60;

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var account = HttpContext.SignedIn()!.AccountId;
        var zone = await masthead.ZoneAsync(cancel);
        var mine = await db.Deliveries.AsNoTracking()
            .Where(d => d.AccountId == account && d.Issue.List == Digest.List && d.State != DeliveryState.Dropped)
            .OrderByDescending(d => d.Issue.CreatedAt).Take(Shown)
            .Select(d => new { d.IssueId, d.Issue.CreatedAt, d.Articles }).ToListAsync(cancel);
        Lines = mine.ConvertAll(d => new Line(Digest.PathOf(d.IssueId), TimeZoneInfo.ConvertTimeFromUtc(d.CreatedAt, zone), Delivery.IdsIn(d.Articles).Count));
    }

    /// <summary>One edition.</summary>
    /// <param name="At">On the newspaper's clock.</param>
    public sealed record Line(string Path, DateTime At, int Articles);
}
