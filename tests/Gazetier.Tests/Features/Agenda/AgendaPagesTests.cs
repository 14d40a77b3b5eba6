using System.Net;
using System.Text.Json;
using Gazetier.Changes;
using Gazetier.Features.Agenda;
using Gazetier.Tests.Features.Search;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Agenda;

/// <summary>The agenda as readers, calendars and search engines see it, and as the newsroom makes it.</summary>
public class AgendaPagesTests
{
    [Fact]
    public async Task What_is_to_come_stands_in_the_agenda_in_calendars_and_in_the_data_for_machines()
    {
        var (site, _) = await AgendaSteps.OpenWithTrainingAsync();
        await using var __ = site;
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/agenda/")).Text(".agenda h2").ShouldBe("Tenir une régie");
        var page = await visitor.GetAsync(AgendaSteps.Path);
        page.Body.ShouldNotContain(AgendaSteps.Link, Case.Insensitive, "the address is for those who have a place");
        page.Texts(".prose li").ShouldBe(["Le registre", "La caisse"]);
        var data = JsonDocument.Parse(page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement[0];
        (data.GetProperty("@type").GetString(), data.GetProperty("startDate").GetString()).ShouldBe(("EducationEvent", "2026-12-03T04:30:00Z"));
        var calendar = await visitor.GetAsync("/agenda/agenda.ics");
        calendar.Body.ShouldContain("SUMMARY:Tenir une régie");
        calendar.Body.ShouldNotContain(AgendaSteps.Link);
        Ical.Net.Calendar.Load(calendar.Body)!.Events.Count.ShouldBe(1, "another program reads it");
        site.Clock.Advance(TimeSpan.FromDays(11));
        (await visitor.GetAsync("/agenda/")).Body.ShouldContain("Rien n’est annoncé");
        (await visitor.GetAsync(AgendaSteps.Path)).Body.ShouldContain("C’est passé.");
    }

    [Fact]
    public async Task Machines_are_offered_what_can_be_booked_and_nothing_else()
    {
        var (site, id) = await AgendaSteps.OpenWithTrainingAsync();
        await using var __ = site;
        using var visitor = site.Visitor();
        (await AvailabilityAsync()).ShouldBe("https://schema.org/InStock");
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await lou.BookAsync(id);
        await site.FollowChangesAsync();
        (await AvailabilityAsync()).ShouldBe("https://schema.org/SoldOut");
        await ChangeAsync(date => date.CancelledAt = site.Now);
        (await AvailabilityAsync()).ShouldBeNull("it was called off");
        await ChangeAsync(date => date.CancelledAt = null);
        site.Clock.Advance(TimeSpan.FromDays(9));
        (await AvailabilityAsync()).ShouldBeNull("it has closed");
        site.Clock.Advance(TimeSpan.FromDays(2));
        (await AvailabilityAsync()).ShouldBeNull("it has been");
        await site.DoAsync(async db =>
        {
            await db.Bookings.Where(b => b.DateId == id).ExecuteDeleteAsync();
            await db.EventDates.Where(d => d.Id == id).ExecuteDeleteAsync();
            db.Append(site.Now, "agenda.changed", AgendaQueries.Tag);
            await db.SaveChangesAsync();
        });
        await site.FollowChangesAsync();
        (await visitor.GetAsync(AgendaSteps.Path)).Document.QuerySelectorAll("script[type='application/ld+json']").ShouldNotContain(data => data.TextContent.Contains("Event") || data.TextContent == "[]");

        async Task<string?> AvailabilityAsync()
        {
            var told = JsonDocument.Parse((await visitor.GetAsync(AgendaSteps.Path)).Document.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement[0];
            return told.TryGetProperty("offers", out var offer) ? offer.GetProperty("availability").GetString() : null;
        }

        async Task ChangeAsync(Action<EventDate> change)
        {
            await site.DoAsync(async db =>
            {
                change(await db.EventDates.SingleAsync(d => d.Id == id));
                db.Append(site.Now, "agenda.changed", AgendaQueries.Tag);
                await db.SaveChangesAsync();
            });
            await site.FollowChangesAsync();
        }
    }

    [Fact]
    public async Task The_newsroom_makes_an_event_dates_it_adds_seats_notes_who_came_and_calls_it_off()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.PostAsync("/redaction/agenda/nouveau", ("titre", "Les assises"), ("genre", "Conference"), ("resume", "Une journée."), ("texte", "Programme"), ("publie", "true"))).Location.ShouldBe("/redaction/agenda/les-assises?fait=enregistre");
        var dates = "/redaction/agenda/les-assises/dates/";
        var wrong = await ines.PostAsync(dates + "nouvelle", ("debut", "2026-12-10T09:00"), ("fin", "2026-12-10T08:00"), ("lieu", ""), ("places", "0"), ("prix", "beaucoup"));
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Texts(".error-summary li").Count.ShouldBe(4);
        var saved = (await ines.PostAsync(dates + "nouvelle", ("debut", "2026-12-10T09:00"), ("fin", "2026-12-10T17:00"), ("lieu", "Valmorel"), ("places", "1"), ("prix", "240"), ("membres", "90"))).Location!;
        var date = await site.DoAsync(db => db.EventDates.AsNoTracking().SingleAsync());
        saved.ShouldBe($"{dates}{date.Id}?fait=enregistre");
        (date.StartsAt, date.PriceCents, date.MemberPriceCents, date.ClosesAt).ShouldBe((new DateTime(2026, 12, 10, 8, 0, 0, DateTimeKind.Utc), 24_000, 9_000, date.StartsAt));

        using var lou = await site.SignInAsync(Newsroom.Lou);
        using var noe = await site.SignInAsync(Newsroom.Noe);
        await lou.BookAsync(date.Id, "Lou");
        await noe.BookAsync(date.Id, "=Noé");
        await ines.PostAsync(dates + date.Id, ("debut", "2026-12-10T09:00"), ("fin", "2026-12-10T17:00"), ("lieu", "Valmorel"), ("places", "2"), ("prix", "240"), ("membres", "90"));
        (await site.BookingAsync(Newsroom.Noe)).State.ShouldBe(BookingState.Booked, "the seat that was added is theirs");
        (await ines.PostAsync(dates + date.Id, ("debut", "2026-12-10T09:00"), ("fin", "2026-12-10T17:00"), ("lieu", "Valmorel"), ("places", "1"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "two have a place");
        // Another hour: whoever has a place is told, with the new date for their calendar. Another price: nobody.
        await site.PostOutboxAsync();
        var before = site.Mails.Count;
        await ines.PostAsync(dates + date.Id, ("debut", "2026-12-10T09:00"), ("fin", "2026-12-10T17:00"), ("lieu", "Valmorel"), ("places", "2"), ("prix", "250"), ("membres", "90"));
        await site.PostOutboxAsync();
        site.Mails.Count.ShouldBe(before);
        await ines.PostAsync(dates + date.Id, ("debut", "2026-12-10T10:00"), ("fin", "2026-12-10T17:00"), ("lieu", "Valmorel"), ("places", "2"), ("prix", "250"), ("membres", "90"));
        await site.PostOutboxAsync();
        var moved = site.Mails.Skip(before).ToList();
        moved.Select(m => m.To).Order().ShouldBe(["lou@example.org", "noe@example.org"]);
        moved.ShouldAllBe(m => m.Subject.StartsWith("Changement") && m.Text.Contains("de 10:00 à 17:00") && m.Files.Count == 1);
        await ines.PostAsync(dates + date.Id, ("faire", "presence"), ("venus", (await site.BookingAsync(Newsroom.Lou)).Id.ToString()));
        ((await site.BookingAsync(Newsroom.Lou)).HasCome, (await site.BookingAsync(Newsroom.Noe)).HasCome).ShouldBe((true, false));
        var csv = (await ines.GetAsync(dates + date.Id + "?format=csv")).Body;
        csv.ShouldContain("Lou;Régisseuse;Valmorel;Inscrit");
        csv.ShouldNotContain("\n=", Case.Sensitive, "a spreadsheet computes nothing");

        (await ines.PostAsync(dates + date.Id, ("faire", "annuler"), ("motif", ""))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await ines.PostAsync(dates + date.Id, ("faire", "annuler"), ("motif", "La salle a été inondée."));
        await ines.PostAsync(dates + date.Id, ("faire", "annuler"), ("motif", "Encore."));
        await site.FollowChangesAsync();
        await site.PostOutboxAsync();
        site.Mails.Where(m => m.Subject.StartsWith("Annulé", StringComparison.Ordinal)).Select(m => m.To).Order().ShouldBe(["lou@example.org", "noe@example.org"]);
        site.Mails[^1].Text.ShouldContain("La salle a été inondée.");
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/agenda/les-assises/")).Body.ShouldContain("La salle a été inondée.");
        (await visitor.GetAsync("/agenda/agenda.ics")).Body.ShouldContain("STATUS:CANCELLED");
        using var paul = await site.SignInAsync(Newsroom.Paul);
        (await paul.GetAsync("/redaction/agenda")).Status.ShouldBe(HttpStatusCode.NotFound, "journalists run no agenda");
    }

    [Fact]
    public async Task Search_shows_the_next_date_when_the_first_is_over()
    {
        var (site, date) = await AgendaSteps.OpenWithTrainingAsync();
        await using var __ = site;
        await site.DoAsync(async db =>
        {
            var held = await db.EventDates.AsNoTracking().SingleAsync(d => d.Id == date);
            db.EventDates.Add(new EventDate { EventId = held.EventId, StartsAt = held.StartsAt.AddDays(30), EndsAt = held.EndsAt.AddDays(30), Venue = "Valmorel" });
            await db.SaveChangesAsync();
        });
        await site.IndexAsync();
        using var visitor = site.Visitor();
        async Task<string> ShownAsync() => (await visitor.GetAsync("/recherche?q=r%C3%A9gie&genre=agenda")).Document.QuerySelector(".hits time")!.GetAttribute("datetime")!;
        var first = await ShownAsync();
        site.Clock.Advance(TimeSpan.FromDays(15));
        site.Index().PassTime();
        await site.IndexAsync();
        (DateTimeOffset.Parse(await ShownAsync(), System.Globalization.CultureInfo.InvariantCulture) - DateTimeOffset.Parse(first, System.Globalization.CultureInfo.InvariantCulture)).TotalDays.ShouldBe(30, 0.1);
    }
}
