using System.Net;
using Gazetier.Features.Planning;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Planning;

public class CalendarTests
{
    private const string Calendar = "/redaction/planning";

    [Fact]
    public async Task A_week_shows_what_is_due_what_appears_and_what_came_out_on_the_newspapers_clock()
    {
        await using var site = await Site.OpenAsync();
        await site.HireAsync();
        // 23:30 in Paris on Tuesday is Tuesday there, and in UTC; half an hour past midnight is Wednesday in Paris alone.
        var tuesday = await site.OrderAsync("Pour mardi soir", WritersDesk.Paul, Utc(2026, 11, 24, 22, 30));
        var wednesday = await site.OrderAsync("Pour mercredi", WritersDesk.Paul, Utc(2026, 11, 24, 23, 30), embargo: Utc(2026, 11, 26, 5, 0));
        using var ines = await site.SignInAsync(Newsroom.Ines);

        var page = await ines.GetAsync(Calendar);

        page.Has($"[data-zone='2026-11-24'] #jalon-{tuesday}-Due").ShouldBeTrue();
        page.Has($"[data-zone='2026-11-25'] #jalon-{wednesday}-Due").ShouldBeTrue();
        page.Has($"[data-zone='2026-11-26'] #jalon-{wednesday}-EmbargoEnds").ShouldBeTrue();
        page.Has($"[data-zone='2026-11-23'] #jalon-{Newsroom.Scheduled}-Appears").ShouldBeTrue();
        page.Has($"[data-zone='2026-11-23'] #jalon-{Newsroom.Locked}-Appeared").ShouldBeTrue();
        page.Texts(".day.today h3").ShouldHaveSingleItem().ShouldStartWith("lundi 23");
        page.Has($"#jalon-{Newsroom.Free}-Appeared").ShouldBeFalse("it came out the week before");
        (await ines.GetAsync(Calendar + "?jour=2026-11-20")).Has($"[data-zone='2026-11-21'] #jalon-{Newsroom.Free}-Appeared").ShouldBeTrue();
    }

    [Fact]
    public async Task A_month_shows_pins_that_end_and_articles_that_become_free()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            db.Add(new Gazetier.Features.FrontPages.Pin { ArticleId = Newsroom.Free, Position = 1, Until = Utc(2026, 11, 28, 11, 0) });
            var locked = await db.Articles.FindAsync(Newsroom.Locked);
            (locked!.FreeAt, locked.FrontPageUntil) = (Utc(2026, 11, 30, 8, 0), Utc(2026, 11, 29, 8, 0));
            await db.SaveChangesAsync();
        });
        using var ines = await site.SignInAsync(Newsroom.Ines);

        var page = await ines.GetAsync(Calendar + "?vue=mois");

        page.Document.QuerySelectorAll(".day").Length.ShouldBe(42);
        page.Has($"[data-zone='2026-11-28'] #jalon-{Newsroom.Free}-PinEnds").ShouldBeTrue();
        page.Has($"[data-zone='2026-11-29'] #jalon-{Newsroom.Locked}-LeavesFrontPage").ShouldBeTrue();
        page.Has($"[data-zone='2026-11-30'] #jalon-{Newsroom.Locked}-BecomesFree").ShouldBeTrue();
    }

    [Fact]
    public async Task A_due_date_moves_to_another_day_at_its_hour_across_the_change_of_hour()
    {
        await using var site = await Site.OpenAsync();
        await site.HireAsync();
        // Saturday 27 March 2027, 18:00 in Paris is 17:00 UTC; on Sunday the clocks go forward.
        var due = Utc(2027, 3, 27, 17, 0);
        var id = await site.OrderAsync("Au printemps", WritersDesk.Paul, due);
        using var sofia = await site.SignInAsync(WritersDesk.Sofia);
        (await sofia.GetAsync(Calendar + "?jour=2027-03-27")).Document.QuerySelector($"#jalon-{id}-Due [data-to]")!.GetAttribute("value").ShouldBe("2027-03-27T18:00");

        var answer = await MoveAsync(sofia, id, MilestoneKind.Due, due, "2027-03-28T18:00", "?jour=2027-03-27");

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        answer.Location.ShouldBe($"{Calendar}?jour=2027-03-27&article={id}#jalon-{id}-Due");
        (await site.DoAsync(db => db.Manuscripts.Where(m => m.ArticleId == id).Select(m => m.DueAt).FirstAsync())).ShouldBe(Utc(2027, 3, 28, 16, 0));
        var page = await sofia.GetAsync(answer.Location!);
        page.Has($"[data-zone='2027-03-28'] #jalon-{id}-Due").ShouldBeTrue();
        page.Text("#plan-etat").ShouldContain("28 mars 2027 à 18 h");
    }

    [Theory]
    // The hour that is left out in spring is the one after; of the one that comes twice in autumn, the first counts.
    [InlineData("2027-03-28T02:30", "2027-03-28T01:30:00Z")]
    [InlineData("2027-10-31T02:30", "2027-10-31T00:30:00Z")]
    public async Task A_publication_moves_right_at_the_changes_of_hour(string to, string utc)
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);

        (await MoveAsync(ines, Newsroom.Scheduled, MilestoneKind.Appears, site.Now.AddHours(2), to)).Status.ShouldBe(HttpStatusCode.Redirect);

        var expected = DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
        (await site.DoAsync(db => db.Articles.Where(a => a.Id == Newsroom.Scheduled).Select(a => a.PublishedAt).FirstAsync())).ShouldBe(expected);
        (await site.DoAsync(db => db.Listings.Where(l => l.ArticleId == Newsroom.Scheduled).Select(l => l.PublishedAt).Distinct().ToListAsync())).ShouldBe([expected]);
        (await site.DoAsync(db => db.Changes.AnyAsync(c => c.What == "article.scheduled" && c.Tags.Contains("article:6")))).ShouldBeTrue();
    }

    [Fact]
    public async Task Who_writes_moves_neither_due_dates_nor_publications()
    {
        await using var site = await Site.OpenAsync();
        await site.HireAsync();
        var due = site.Now.AddDays(1);
        var id = await site.OrderAsync("À Paul", WritersDesk.Paul, due);
        using var paul = await site.SignInAsync(WritersDesk.Paul);
        using var sofia = await site.SignInAsync(WritersDesk.Sofia);

        (await paul.GetAsync(Calendar)).Has("[data-to]").ShouldBeFalse();
        (await MoveAsync(paul, id, MilestoneKind.Due, due, "2026-11-27T12:00")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var answer = await MoveAsync(sofia, Newsroom.Scheduled, MilestoneKind.Appears, site.Now.AddHours(2), "2026-11-27T12:00");
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text("#plan-etat").ShouldBe("Ce jalon n’est pas à vous de le déplacer.");
        (await MoveAsync(sofia, id, MilestoneKind.EmbargoEnds, due, "2026-11-27T12:00")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_section_editor_moves_publications_of_their_sections_only()
    {
        await using var site = await Site.OpenAsync();
        var (at, body) = (site.Now.AddDays(1), "<p>Un texte.</p>");
        var (theirs, anothers) = (await site.OrderAsync("Au tribunal", section: Newsroom.Law.Id, body: body), await site.OrderAsync("Au conseil", section: Newsroom.France.Id, body: body));
        await site.PublishAsync(theirs, at);
        await site.PublishAsync(anothers, at);
        using var rose = await site.SignInAsync(Newsroom.Rose);

        var page = await rose.GetAsync(Calendar);
        page.Has($"#jalon-{theirs}-Appears [data-to]").ShouldBeTrue();
        page.Has($"#jalon-{anothers}-Appears").ShouldBeTrue();
        page.Has($"#jalon-{anothers}-Appears [data-to]").ShouldBeFalse();

        (await MoveAsync(rose, theirs, MilestoneKind.Appears, at, "2026-11-27T12:00")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await MoveAsync(rose, anothers, MilestoneKind.Appears, at, "2026-11-27T12:00")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.DoAsync(db => db.Articles.Where(a => a.Id == anothers).Select(a => a.PublishedAt).FirstAsync())).ShouldBe(at);
    }

    [Fact]
    public async Task An_embargo_holds_and_what_is_over_is_not_chosen()
    {
        await using var site = await Site.OpenAsync();
        var id = await site.OrderAsync("Sous embargo", embargo: site.Now.AddDays(2));
        await site.PublishAsync(id, site.Now.AddDays(3));
        using var ines = await site.SignInAsync(Newsroom.Ines);

        var early = await MoveAsync(ines, id, MilestoneKind.Appears, site.Now.AddDays(3), "2026-11-24T12:00");
        early.Status.ShouldBe(HttpStatusCode.Conflict);
        early.Text("#plan-etat").ShouldStartWith("L’embargo n’est pas levé");
        (await MoveAsync(ines, id, MilestoneKind.Appears, site.Now.AddDays(3), "2026-11-22T12:00")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await MoveAsync(ines, id, MilestoneKind.Appears, site.Now.AddDays(3), "bientôt")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await MoveAsync(ines, id, MilestoneKind.Appears, site.Now.AddDays(3), "2026-11-27T12:00")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task What_another_moved_meanwhile_or_what_is_out_already_stays()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);

        var answer = await MoveAsync(ines, Newsroom.Scheduled, MilestoneKind.Appears, site.Now.AddHours(3), "2026-11-27T12:00");
        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Text("#plan-etat").ShouldStartWith("Quelqu’un l’a déplacé entre-temps");
        site.Clock.Advance(TimeSpan.FromHours(2));
        (await MoveAsync(ines, Newsroom.Scheduled, MilestoneKind.Appears, Newsroom.Now.UtcDateTime.AddHours(2), "2026-11-27T12:00")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await MoveAsync(ines, 999, MilestoneKind.Due, site.Now, "2026-11-27T12:00")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("2026-11-29", "2026-11-23", 7, null)]
    [InlineData("2026-11-30", "2026-11-30", 7, null)]
    [InlineData("2027-02-10", "2027-02-01", 28, "mois")]
    [InlineData("2026-11-10", "2026-10-26", 42, "mois")]
    public void Weeks_begin_on_monday_and_months_are_whole_weeks(string day, string first, int days, string? view)
    {
        var shown = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var span = view is null ? CalendarSpan.Week(shown) : CalendarSpan.Month(shown);

        span.First.ShouldBe(DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture));
        span.Days.Count().ShouldBe(days);
        span.Days.ShouldContain(shown);
    }

    private static Task<Answer> MoveAsync(Browser who, long id, MilestoneKind kind, DateTime seen, string to, string query = "") =>
        who.PostAsync(Calendar + query, ("article", $"{id}"), ("quoi", $"{kind}"), ("vu", seen.ToString("O")), ("le", to));

    private static DateTime Utc(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, DateTimeKind.Utc);
}
