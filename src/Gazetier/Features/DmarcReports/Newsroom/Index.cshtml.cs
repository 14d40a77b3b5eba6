using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.DmarcReports.Newsroom;

/// <summary>Thirty days of reports in one table: which machines write in our name, and whether they may (E-09).</summary>
[StaffMay(StaffAct.Govern)]
public class IndexModel(GazetierDb db, TimeProvider clock) : PageModel
{
    private const int Days = 30;
    private const int MostSources = 100;

    public int Reports { get; private set; }

    public IReadOnlyList<string> Reporters { get; private set; } = [];

    /// <summary>The most mails first.</summary>
    public IReadOnlyList<SourceLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var since = clock.GetUtcNow().UtcDateTime.AddDays(-Days);
        var reports = db.DmarcReports.AsNoTracking().Where(r => r.Until >= since);
        Reports = await reports.CountAsync(cancel);
        Reporters = await reports.Select(r => r.Reporter).Distinct().OrderBy(name => name).Take(12).ToListAsync(cancel);
        var rows = await reports.SelectMany(r => r.Sources).GroupBy(s => new { s.Address, s.HasDkim, s.HasSpf, s.Disposition })
            .Select(g => new { g.Key.Address, g.Key.HasDkim, g.Key.HasSpf, g.Key.Disposition, Count = g.Sum(s => (long)s.Count) }).ToListAsync(cancel);
        Lines =
        [
            .. rows.GroupBy(row => row.Address, StringComparer.Ordinal).Select(group => new SourceLine(
                    group.Key,
                    group.Sum(row => row.Count),
                    group.Where(row => row.HasDkim).Sum(row => row.Count),
                    group.Where(row => row.HasSpf).Sum(row => row.Count),
                    group.Where(row => row.HasDkim || row.HasSpf).Sum(row => row.Count),
                    group.Where(row => row.Disposition != "none").Sum(row => row.Count)))
                .OrderByDescending(line => line.Count).ThenBy(line => line.Address, StringComparer.Ordinal).Take(MostSources),
        ];
    }
}

/// <param name="Aligned">By either: what DMARC asks for.</param>
/// <param name="Stopped">Put aside or refused by the receiver.</param>
public sealed record SourceLine(string Address, long Count, long Dkim, long Spf, long Aligned, long Stopped);
