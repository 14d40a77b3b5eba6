using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Sections;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Planning.Newsroom;

/// <summary>What the site and the letters will carry tomorrow, or on another day to come, and what is missing for it.</summary>
[StaffMay(StaffAct.Write)]
public class TomorrowModel(ReadMilestones milestones, ReadEditions editions, ReadBoard board, Masthead masthead, TimeProvider clock) : PageModel
{
    public const string Address = "/redaction/planning/demain";

    /// <summary>Another day than tomorrow: "2026-11-27".</summary>
    [BindProperty(Name = "jour", SupportsGet = true)]
    public string? Asked { get; set; }

    public DateOnly Day { get; private set; }

    public bool IsTomorrow { get; private set; }

    public DateTime Now { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public IReadOnlyList<Section> Sections { get; private set; } = [];

    /// <summary>All that falls on the day.</summary>
    public IReadOnlyList<Milestone> Milestones { get; private set; } = [];

    public IReadOnlyList<DueEditions> Editions { get; private set; } = [];

    /// <summary>Those that most readers get; null where nobody gets any.</summary>
    public DueEditions? Main => Editions.MaxBy(edition => edition.Readers);

    public IReadOnlyList<ThemeInEdition> Themes { get; private set; } = [];

    /// <summary>Sections at the top of the tree in which nothing appears that day, with how many articles stand ready there.</summary>
    public IReadOnlyList<Gap> Gaps { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        Zone = await masthead.ZoneAsync(cancel);
        var tomorrow = LocalMoment.DayOf(Now, Zone).AddDays(1);
        Day = LocalMoment.ReadDay(Asked) is { } day && day >= tomorrow ? day : tomorrow;
        IsTomorrow = Day == tomorrow;
        Sections = await masthead.SectionsAsync(cancel);
        Milestones = await milestones.RunAsync(LocalMoment.StartOf(Day, Zone), LocalMoment.StartOf(Day.AddDays(1), Zone), new PlanFilter(), Now, cancel);
        Editions = await editions.RunAsync(Day, Zone, cancel);
        Themes = Main is { } main ? await editions.ThemesAsync(main.At, cancel) : [];
        Gaps = await GapsAsync(cancel);
    }

    public string NameOf(Guid section) => Sections.FirstOrDefault(s => s.Id == section)?.Name ?? "";

    public IReadOnlyList<Milestone> Of(params MilestoneKind[] kinds) => [.. Milestones.Where(m => kinds.Contains(m.Kind))];

    private async Task<IReadOnlyList<Gap>> GapsAsync(CancellationToken cancel)
    {
        var covered = Of(MilestoneKind.Appears).Select(m => Sections.TopOf(m.SectionId)).ToHashSet();
        var ready = (await board.RunAsync(new PlanFilter(), Now, cancel)).Single(column => column.Stage == Manuscripts.Stage.Ready).Cards;
        return
        [
            .. Sections.Where(s => s.ParentId is null && !covered.Contains(s.Id))
                .Select(s => new Gap(s, ready.Count(card => Sections.TopOf(card.SectionId) == s.Id))),
        ];
    }
}

/// <summary>A section in which nothing is scheduled.</summary>
/// <param name="Ready">Articles that stand ready in it or below.</param>
public sealed record Gap(Section Section, int Ready);
