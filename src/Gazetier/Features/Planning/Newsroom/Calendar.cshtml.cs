using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Planning.Newsroom;

/// <summary>The calendar: what is due, what appears, what came out, and what ends, day by day on the newspaper's clock.</summary>
[StaffMay(StaffAct.Write)]
public class CalendarModel(GazetierDb db, ReadMilestones milestones, MoveMilestone move, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    public const string Address = "/redaction/planning";

    /// <summary>"mois"; else a week.</summary>
    [BindProperty(Name = "vue", SupportsGet = true)]
    public string? View { get; set; }

    /// <summary>A day of the week or month that is shown; none: today.</summary>
    [BindProperty(Name = "jour", SupportsGet = true)]
    public string? Day { get; set; }

    [BindProperty(Name = "rubrique", SupportsGet = true)]
    public Guid? Section { get; set; }

    [BindProperty(Name = "qui", SupportsGet = true)]
    public Guid? Writer { get; set; }

    /// <summary>Number of the article to move, or that was moved.</summary>
    [BindProperty(Name = "article", SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty(Name = "quoi")]
    public MilestoneKind Kind { get; set; }

    /// <summary>UTC; the moment that whoever moves it saw it on.</summary>
    [BindProperty(Name = "vu")]
    public string? Seen { get; set; }

    /// <summary>The moment to put it on, on the newspaper's clock.</summary>
    [BindProperty(Name = "le")]
    public string? To { get; set; }

    public CalendarSpan Span { get; private set; } = CalendarSpan.Week(default);

    public IReadOnlyList<CalendarDay> Days { get; private set; } = [];

    public PlanChoices Choices { get; private set; } = PlanChoices.None;

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public DateTime Now { get; private set; }

    /// <summary>What was done, or why not.</summary>
    public string Said { get; private set; } = "";

    private SignedIn Me => HttpContext.SignedIn()!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        var moved = Days.SelectMany(day => day.Milestones).FirstOrDefault(m => m.ArticleId == Id && MayMove(m));
        Said = moved is null ? "" : t["« {0} » : {1} le {2}.", moved.Headline, moved.Kind.Name(t).ToLower(t.Culture), t.Moment(moved.At, Zone)];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Zone = await masthead.ZoneAsync(cancel);
        if (ModelState.IsValid && Moment(To) is { } to && Utc(Seen) is { } seen)
        {
            var outcome = await move.RunAsync(Id, Kind, seen, to, Me, cancel);
            if (outcome == MilestoneOutcome.Done)
            {
                return LocalRedirect(At(Day, View, ("article", FormattableString.Invariant($"{Id}"))) + FormattableString.Invariant($"#jalon-{Id}-{Kind}"));
            }

            Said = outcome.Refusal(t);
            await ReadAsync(cancel);
            return this.Refused(outcome is MilestoneOutcome.Past or MilestoneOutcome.Forbidden ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict);
        }

        Said = t["Écrivez une date et une heure, par exemple 2026-11-23 18:00."];
        await ReadAsync(cancel);
        return this.Refused();
    }

    public bool MayMove(Milestone milestone) => milestone.MayMove(Me.Role!.Value, Choices.MayPublishIn(milestone.SectionId));

    /// <summary>This page at another day, or in the other view.</summary>
    public string At(string? day, string? view, params (string Name, string? Value)[] others) =>
        new PlanChoices([], [], Section, Writer).At(Address, [("vue", view == "mois" ? view : null), ("jour", day), .. others]);

    public string At(DateOnly day, string? view) => At(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), view);

    private async Task ReadAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        Zone = await masthead.ZoneAsync(cancel);
        Choices = await PlanChoices.ReadAsync(db, Me, Section, Writer, cancel);
        var today = LocalMoment.DayOf(Now, Zone);
        var day = LocalMoment.ReadDay(Day) ?? today;
        Span = View == "mois" ? CalendarSpan.Month(day) : CalendarSpan.Week(day);
        var found = await milestones.RunAsync(LocalMoment.StartOf(Span.First, Zone), LocalMoment.StartOf(Span.After, Zone), Choices.Filter, Now, cancel);
        var byDay = found.ToLookup(m => LocalMoment.DayOf(m.At, Zone));
        Days = [.. Span.Days.Select(d => new CalendarDay(d, d == today, d < today, Span.IsInside(d), [.. byDay[d]]))];
    }

    private DateTime? Moment(string? text) => LocalMoment.TryRead(text, Zone, out var utc) ? utc : null;

    private static DateTime? Utc(string? text) =>
        DateTime.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var utc) && utc.Kind == DateTimeKind.Utc ? utc : null;
}

/// <summary>A day of the calendar.</summary>
/// <param name="IsInside">Of the month that is shown.</param>
public sealed record CalendarDay(DateOnly Day, bool IsToday, bool IsPast, bool IsInside, IReadOnlyList<Milestone> Milestones);
