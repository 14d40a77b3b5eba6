using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Figures;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Partners.Newsroom;

/// <summary>All insertions, the last to end first, with how often each was given and followed: sums, which are nobody's.</summary>
[StaffMay(StaffAct.Govern)]
public class IndexModel(GazetierDb db, TimeProvider clock) : PageModel
{
    private const int Most = 300;

    /// <summary>UTC.</summary>
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public IReadOnlyList<Insertion> Insertions { get; private set; } = [];

    private Dictionary<(ReadStep Step, string Kind), long> Sums { get; set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Insertions = await db.Insertions.AsNoTracking().Include(i => i.Section).OrderByDescending(i => i.Until).ThenByDescending(i => i.Number).Take(Most).ToListAsync(cancel);
        var sums = await db.ReadCounts.Where(c => c.ArticleId == ReadCount.NoArticle && (c.Step == ReadStep.SlotGiven || c.Step == ReadStep.SlotFollowed))
            .GroupBy(c => new { c.Step, c.Kind }).Select(g => new { g.Key.Step, g.Key.Kind, Number = g.Sum(c => c.Number) }).ToListAsync(cancel);
        Sums = sums.ToDictionary(sum => (sum.Step, sum.Kind), sum => sum.Number);
    }

    public long Of(Insertion insertion, ReadStep step) => Sums.GetValueOrDefault((step, insertion.Number.ToString(CultureInfo.InvariantCulture)));
}
