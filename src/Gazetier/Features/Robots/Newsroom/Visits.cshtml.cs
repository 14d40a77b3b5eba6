using System.Text;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Licensing;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Robots.Newsroom;

/// <summary>Which robots came, how often, whether they were who they said, and what they were answered: by robot and by day, and as a file.</summary>
[StaffMay(StaffAct.Govern)]
public class VisitsModel(GazetierDb db, Masthead masthead, KnownRobots robots, Phrases t) : PageModel
{
    public const string Here = "/redaction/robots/visites";

    /// <summary>Days that can be chosen; today is one of them.</summary>
    public static readonly IReadOnlyList<int> Periods = [7, 30, 90, 365];

    /// <summary>One of <see cref="Periods"/>; what is none is a month.</summary>
    [BindProperty(Name = "jours", SupportsGet = true)]
    public int? Asked { get; set; }

    /// <summary>One class only; what is none is all.</summary>
    [BindProperty(Name = "famille", SupportsGet = true)]
    public string? Class { get; set; }

    /// <summary>"csv": as a file.</summary>
    [BindProperty(Name = "forme", SupportsGet = true)]
    public string? Form { get; set; }

    public int Days => Asked is { } days && Periods.Contains(days) ? days : 30;

    /// <summary>Who came most first.</summary>
    public IReadOnlyList<VisitSums> Sums { get; private set; } = [];

    /// <summary>The newest first; by class.</summary>
    public IReadOnlyList<(DateOnly Day, ILookup<RobotClass, long> Numbers)> ByDay { get; private set; } = [];

    public RobotClass? Chosen => Enum.GetValues<RobotClass>().Where(kind => kind.ToString() == Class).Select(kind => (RobotClass?)kind).FirstOrDefault();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var from = DateOnly.FromDateTime(await masthead.NowAsync(cancel)).AddDays(1 - Days);
        var chosen = Chosen;
        var visits = await db.RobotVisits.AsNoTracking().Where(v => v.Day >= from && (chosen == null || v.Class == chosen)).OrderByDescending(v => v.Day).ThenBy(v => v.Robot).ToListAsync(cancel);
        var owners = robots.List.All.GroupBy(robot => robot.Name, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Owner, StringComparer.Ordinal);
        if (Form == "csv")
        {
            return File(Encoding.UTF8.GetBytes(Csv.Mark + Table(visits, owners)), "text/csv; charset=utf-8", "robots.csv");
        }

        Sums =
        [
            .. visits.GroupBy(v => (v.Robot, v.Class)).Select(same => VisitSums.Of(same.Key.Robot, owners.GetValueOrDefault(same.Key.Robot, ""), same.Key.Class.Name(t), [.. same])).OrderByDescending(sums => sums.Total),
        ];
        ByDay = [.. visits.GroupBy(v => v.Day).Select(day => (day.Key, day.ToLookup(v => v.Class, v => v.Number)))];
        return Page();
    }

    private string Table(IEnumerable<RobotVisit> visits, Dictionary<string, string> owners) =>
        Csv.Row(t["Jour"], t["Robot"], t["À qui"], t["Famille"], t["Identité"], t["Réponse"], t["Nombre"])
        + string.Concat(visits.Select(v => Csv.Row(v.Day, v.Robot, owners.GetValueOrDefault(v.Robot, ""), v.Class.Name(t), v.Verdict.Name(t), v.Answer.Name(t), v.Number)));
}
