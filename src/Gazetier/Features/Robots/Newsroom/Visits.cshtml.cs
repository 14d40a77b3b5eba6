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

/// <summary>
/// Which robots came, how often, whether they were who they said, and what they were answered: by robot, by section and by day, and as a
/// file. So a publisher can say who read the rules on which day, and what it asked of which section after that.
/// </summary>
[StaffMay(StaffAct.Govern)]
public class VisitsModel(GazetierDb db, Masthead masthead, KnownRobots robots, Phrases t) : PageModel
{
    public const string Here = "/redaction/robots/visites";

    /// <summary>Rows of sections that are shown; the file has all.</summary>
    public const int MostPlaces = 100;

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

    /// <summary>The most asked first.</summary>
    public IReadOnlyList<PlaceSums> Places { get; private set; } = [];

    /// <summary>The newest first; by class.</summary>
    public IReadOnlyList<(DateOnly Day, ILookup<RobotClass, long> Numbers)> ByDay { get; private set; } = [];

    public RobotClass? Chosen => Enum.GetValues<RobotClass>().Where(kind => kind.ToString() == Class).Select(kind => (RobotClass?)kind).FirstOrDefault();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var (from, chosen) = (DateOnly.FromDateTime(await masthead.NowAsync(cancel)).AddDays(1 - Days), Chosen);
        var visits = db.RobotVisits.AsNoTracking().Where(v => v.Day >= from && (chosen == null || v.Class == chosen));
        var owners = robots.List.All.GroupBy(robot => robot.Name, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Owner, StringComparer.Ordinal);
        var places = (await masthead.SectionsAsync(cancel)).ToDictionary(place => place.Slug, place => place.Name, StringComparer.Ordinal);
        if (Form == "csv")
        {
            var all = await visits.OrderByDescending(v => v.Day).ThenBy(v => v.Robot).ThenBy(v => v.Section).ToListAsync(cancel);
            return File(Encoding.UTF8.GetBytes(Csv.Mark + Table(all, owners, places)), "text/csv; charset=utf-8", "robots.csv");
        }

        await AddUpAsync(visits, owners, cancel);
        await AddUpPlacesAsync(visits, owners, places, cancel);
        return Page();
    }

    private async Task AddUpAsync(IQueryable<RobotVisit> visits, Dictionary<string, string> owners, CancellationToken cancel)
    {
        var counts = await visits.GroupBy(v => new { v.Robot, v.Class, v.Verdict, v.Answer })
            .Select(same => new VisitCount(same.Key.Robot, same.Key.Class, same.Key.Verdict, same.Key.Answer, same.Sum(v => v.Number))).ToListAsync(cancel);
        var read = await db.RobotVisits.WhoReadTheRules().ToDictionaryAsync(first => first.Robot, first => first.On, StringComparer.Ordinal, cancel);
        Sums =
        [
            .. counts.GroupBy(v => (v.Robot, v.Class))
                .Select(same => VisitSums.Of(same.Key.Robot, owners.GetValueOrDefault(same.Key.Robot, ""), same.Key.Class.Name(t), [.. same], read.TryGetValue(same.Key.Robot, out var on) ? on : null))
                .OrderByDescending(sums => sums.Total),
        ];
        var days = await visits.GroupBy(v => new { v.Day, v.Class }).Select(same => new { same.Key.Day, same.Key.Class, Number = same.Sum(v => v.Number) }).ToListAsync(cancel);
        ByDay = [.. days.GroupBy(v => v.Day).OrderByDescending(day => day.Key).Select(day => (day.Key, day.ToLookup(v => v.Class, v => v.Number)))];
    }

    private async Task AddUpPlacesAsync(IQueryable<RobotVisit> visits, Dictionary<string, string> owners, Dictionary<string, string> places, CancellationToken cancel)
    {
        var asked = visits.Where(v => v.Answer != RobotAnswer.Rules && v.Verdict != RobotVerdict.Impostor);
        var counts = await asked.GroupBy(v => new { v.Robot, v.Section, v.Answer }).Select(same => new { same.Key.Robot, same.Key.Section, same.Key.Answer, Number = same.Sum(v => v.Number) }).ToListAsync(cancel);
        var since = await asked.Join(db.RobotVisits.WhoReadTheRules(), v => v.Robot, first => first.Robot, (v, first) => new { v.Robot, v.Section, v.Day, v.Number, first.On })
            .Where(v => v.Day > v.On).GroupBy(v => new { v.Robot, v.Section }).Select(same => new { same.Key, Number = same.Sum(v => v.Number) }).ToListAsync(cancel);
        var after = since.ToDictionary(one => (one.Key.Robot, one.Key.Section), one => one.Number);
        Places =
        [
            .. counts.GroupBy(v => (v.Robot, v.Section)).Select(same => new PlaceSums(
                same.Key.Robot, owners.GetValueOrDefault(same.Key.Robot, ""), places.GetValueOrDefault(same.Key.Section, same.Key.Section),
                same.Where(v => v.Answer == RobotAnswer.Given).Sum(v => v.Number), same.Where(v => v.Answer == RobotAnswer.Licence).Sum(v => v.Number),
                same.Where(v => v.Answer == RobotAnswer.Refused).Sum(v => v.Number), after.GetValueOrDefault(same.Key)))
                .OrderByDescending(sums => sums.Total).Take(MostPlaces),
        ];
    }

    private string Table(IEnumerable<RobotVisit> visits, Dictionary<string, string> owners, Dictionary<string, string> places) =>
        Csv.Row(t["Jour"], t["Robot"], t["À qui"], t["Famille"], t["Identité"], t["Réponse"], t["Rubrique"], t["Nombre"])
        + string.Concat(visits.Select(v => Csv.Row(
            v.Day, v.Robot, owners.GetValueOrDefault(v.Robot, ""), v.Class.Name(t), v.Verdict.Name(t), v.Answer.Name(t), places.GetValueOrDefault(v.Section, v.Section), v.Number)));
}
