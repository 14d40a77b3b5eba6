using System.Net;
using System.Text;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Agenda;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.Agenda;

/// <summary>A place at a training: booked, full, waited for, given back and passed on, reminded of, called off.</summary>
public class BookingTests
{
    [Fact]
    public async Task The_place_that_comes_free_goes_to_the_first_who_waits_with_the_date_for_the_calendar()
    {
        var (site, date) = await AgendaSteps.OpenWithTrainingAsync();
        await using var _ = site;
        using var lou = await site.SignInAsync(Newsroom.Lou);
        using var camille = await site.SignInAsync(Newsroom.Camille);
        using var noe = await site.SignInAsync(Newsroom.Noe);
        (await lou.GetAsync(AgendaSteps.Path)).Body.ShouldContain("M’inscrire");
        (await lou.BookAsync(date)).Location.ShouldBe(AgendaSteps.Mine + "?fait=inscrit");
        await site.FollowChangesAsync();
        (await lou.GetAsync(AgendaSteps.Path)).Body.ShouldContain("Complet");
        (await camille.BookAsync(date)).Location.ShouldBe(AgendaSteps.Mine + "?fait=attente");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        (await noe.BookAsync(date)).Location.ShouldBe(AgendaSteps.Mine + "?fait=attente");
        (await noe.BookAsync(date)).Location.ShouldBe(AgendaSteps.Mine + "?fait=attente", "asked twice is asked once");
        (await camille.GetAsync($"{AgendaSteps.Mine}/{date}.ics")).Status.ShouldBe(HttpStatusCode.NotFound, "who waits has no place");
        await site.PostOutboxAsync();
        var confirmed = site.Mails.Single(m => m.To == "lou@example.org");
        CalendarOf(confirmed).ShouldContain("Tenir une régie");
        confirmed.Text.ShouldContain(AgendaSteps.Link);
        site.Mails.Where(m => m.To != "lou@example.org").ShouldAllBe(m => !m.Text.Contains(AgendaSteps.Link) && m.Files.Count == 0);

        (await lou.PostAsync(AgendaSteps.Mine, ("rendre", date.ToString()))).Location.ShouldBe(AgendaSteps.Mine + "?fait=rendu");
        (await site.BookingAsync(Newsroom.Camille)).State.ShouldBe(BookingState.Booked);
        (await site.BookingAsync(Newsroom.Noe)).State.ShouldBe(BookingState.Waiting);
        await site.PostOutboxAsync();
        var free = site.Mails.Single(m => m.Subject == "Une place s’est libérée\u00A0: Tenir une régie" || m.Subject == "Une place s’est libérée : Tenir une régie");
        free.To.ShouldBe("camille@example.org");
        CalendarOf(free).ShouldContain("BEGIN:VEVENT");
        var file = await camille.GetAsync($"{AgendaSteps.Mine}/{date}.ics");
        file.Body.ShouldContain("DTSTART:20261203T043000Z");
        (await lou.BookAsync(date)).Location.ShouldBe(AgendaSteps.Mine + "?fait=attente", "in line anew");
    }

    [Fact]
    public async Task Of_many_at_once_as_many_get_a_place_as_there_are()
    {
        var (site, date) = await AgendaSteps.OpenWithTrainingAsync(seats: 2);
        await using var _ = site;
        Guid[] all = [Newsroom.Camille, Newsroom.Lou, Newsroom.Noe, Newsroom.Paul, Newsroom.Agathe, Newsroom.Rose];
        var browsers = new List<Browser>();
        foreach (var account in all)
        {
            browsers.Add(await site.SignInAsync(account));
        }

        await Task.WhenAll(browsers.Select(browser => browser.BookAsync(date)));
        var states = await site.DoAsync(db => db.Bookings.Select(b => b.State).ToListAsync());
        (states.Count(s => s == BookingState.Booked), states.Count(s => s == BookingState.Waiting)).ShouldBe((2, 4));
        await Task.WhenAll(browsers.Select(browser => browser.PostAsync(AgendaSteps.Mine, ("rendre", date.ToString()))));
        (await site.DoAsync(db => db.Bookings.CountAsync(b => b.State != BookingState.Given))).ShouldBe(0);
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task Members_pay_their_own_price_and_what_is_asked_is_kept()
    {
        var (site, date) = await AgendaSteps.OpenWithTrainingAsync(seats: null);
        await using var _ = site;
        using var camille = await site.SignInAsync(Newsroom.Camille);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await camille.BookAsync(date);
        await lou.BookAsync(date);
        (await site.BookingAsync(Newsroom.Camille)).PriceCents.ShouldBe(5_000, "she subscribes");
        (await site.BookingAsync(Newsroom.Lou)).PriceCents.ShouldBe(15_000);
        using var noe = await site.SignInAsync(Newsroom.Noe);
        var refused = await noe.PostAsync($"{AgendaSteps.Mine}/inscription/{date}", ("nom", ""), ("organisme", "Mairie de Lormière"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Document.QuerySelector("[name=organisme]")!.GetAttribute("value").ShouldBe("Mairie de Lormière");
    }

    [Fact]
    public async Task It_closes_reminds_once_and_is_forgotten_after_two_years()
    {
        var (site, date) = await AgendaSteps.OpenWithTrainingAsync();
        await using var _ = site;
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await lou.BookAsync(date);
        await site.RemindAsync();
        await site.PostOutboxAsync();
        site.Mails.Count.ShouldBe(1, "not yet");
        site.Clock.Advance(TimeSpan.FromDays(9) + TimeSpan.FromHours(1));
        await site.RemindAsync();
        await site.RemindAsync();
        await site.PostOutboxAsync();
        site.Mails.Count(m => m.Subject.StartsWith("C’est bientôt", StringComparison.Ordinal)).ShouldBe(1);
        (await lou.PostAsync(AgendaSteps.Mine, ("rendre", date.ToString()))).Status.ShouldBe(HttpStatusCode.Conflict, "closed");
        using var noe = await site.SignInAsync(Newsroom.Noe);
        (await noe.BookAsync(date)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await noe.GetAsync(AgendaSteps.Path)).Body.ShouldContain("Les inscriptions sont closes.");
        site.Clock.Advance(TimeSpan.FromDays(800));
        (await site.WithAsync<ForgetBookings, int>(forget => forget.RunAsync(CancellationToken.None))).ShouldBe(1, "L-40");
    }

    [Fact]
    public async Task L_41_The_place_of_an_account_that_goes_is_passed_on()
    {
        var (site, date) = await AgendaSteps.OpenWithTrainingAsync();
        await using var _ = site;
        using var lou = await site.SignInAsync(Newsroom.Lou);
        using var camille = await site.SignInAsync(Newsroom.Camille);
        await lou.BookAsync(date);
        await camille.BookAsync(date);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<GazetierDb>();
            var data = new AgendaPersonalData(db, scope.ServiceProvider.GetRequiredService<BookPlaces>());
            var person = new Person(Newsroom.Lou, "lou@example.org");
            (await data.ExportAsync(person, CancellationToken.None)).Single().Rows.Count.ShouldBe(1);
            await db.InTransactionAsync(token => data.EraseAsync(person, token));
        }

        (await site.BookingAsync(Newsroom.Camille)).State.ShouldBe(BookingState.Booked);
        await site.PostOutboxAsync();
        site.Mails.Last(m => m.To == "camille@example.org").Subject.ShouldStartWith("Une place s’est libérée");
    }

    private static string CalendarOf(Email mail) => Encoding.UTF8.GetString(mail.Files.ShouldHaveSingleItem().Content);
}
