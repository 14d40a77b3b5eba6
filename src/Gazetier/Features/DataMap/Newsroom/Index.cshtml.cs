using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.DataMap.Newsroom;

/// <summary>What was forgotten in the last nights, by which rule, and what is held about whom (L-40, L-43).</summary>
[StaffMay(StaffAct.Govern)]
public class IndexModel(GazetierDb db, ReadDataMap map, IEnumerable<IForget> rules) : PageModel
{
    private const int NightsShown = 30;

    public ReadDataMap Map { get; } = map;

    public IReadOnlyList<IForget> Rules { get; } = [.. rules.OrderBy(rule => rule.GetType().Name, StringComparer.Ordinal)];

    /// <summary>The last night's, by rule.</summary>
    public IReadOnlyDictionary<string, Forgetting> LastNight { get; private set; } = new Dictionary<string, Forgetting>(StringComparer.Ordinal);

    /// <summary>The last first.</summary>
    public IReadOnlyList<Night> Nights { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Nights = await db.Forgettings.GroupBy(f => f.On).OrderByDescending(g => g.Key).Take(NightsShown)
            .Select(g => new Night(g.Key, g.Sum(f => f.Gone), g.Count(f => f.HasFailed))).ToListAsync(cancel);
        if (Nights.Count > 0)
        {
            var last = Nights[0].On;
            LastNight = await db.Forgettings.AsNoTracking().Where(f => f.On == last).ToDictionaryAsync(f => f.Rule, StringComparer.Ordinal, cancel);
        }
    }
}

/// <param name="Gone">Rows that went, or became nobody's.</param>
/// <param name="Failures">Rules that could not.</param>
public sealed record Night(DateOnly On, int Gone, int Failures);
