using Gazetier.Features.Organisations;
using Gazetier.Features.SingleSignOn;
using Gazetier.Features.Subscriptions;
using Gazetier.Tests.Features.Accounts;
using Gazetier.Tests.Features.SingleSignOn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.Organisations;

/// <summary>Awa comes in by ProConnect: first from Valmorel, a month later from Brumes.</summary>
public class LeaveEmployerTests
{
    [Fact]
    public async Task P_06_another_SIRET_frees_the_seat_that_came_by_the_first_and_takes_one_of_the_new()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync(WithSeats);
        var (valmorel, town) = await AddAsync(site, TownHall.Name, TownHall.Number);
        await site.AddStewardAsync(valmorel, Newsroom.Noe);
        var (_, brumes) = await AddAsync(site, "Communauté des Brumes", Brumes);
        using var awa = site.Visitor();
        await ComeAsync(twin, awa, TownHall.Number);
        (await site.SeatsAsync(town)).ShouldHaveSingleItem().Origin.ShouldBe(SeatOrigin.SingleSignOn);

        await ComeAsync(twin, awa, Brumes);
        (await site.SeatsAsync(town)).ShouldBeEmpty();
        (await site.SeatsAsync(brumes)).ShouldHaveSingleItem();
        var told = (await site.MailsToAsync("noe@example.org")).ShouldHaveSingleItem();
        told.Subject.ShouldBe("awa@valmorel.example ne vient plus de Ville de Valmorel");
        told.Text.ShouldContain("elle est libre");
        // Whom she works for now is nobody's business there.
        told.Text.ShouldNotContain("Brumes");
        (await site.MailsToAsync("awa@valmorel.example")).ShouldContain(mail => mail.Subject == "Votre place dans l’abonnement de Ville de Valmorel a pris fin");

        // The same again tells nobody anything; coming back finds a seat again.
        await ComeAsync(twin, awa, Brumes);
        (await site.MailsToAsync("noe@example.org")).Count.ShouldBe(1);
        await ComeAsync(twin, awa, TownHall.Number);
        (await site.SeatsAsync(town)).Count.ShouldBe(1);
        (await site.SeatsAsync(brumes)).ShouldBeEmpty();
    }

    [Fact]
    public async Task P_06_a_seat_that_the_steward_gave_stays_and_the_steward_is_asked()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync(WithSeats);
        var (valmorel, town) = await AddAsync(site, TownHall.Name, TownHall.Number);
        await site.AddStewardAsync(valmorel, Newsroom.Noe);
        using var awa = site.Visitor();
        await ComeAsync(twin, awa, TownHall.Number);
        await site.DoAsync(db => db.Seats.ExecuteUpdateAsync(s => s.SetProperty(x => x.Origin, SeatOrigin.Invitation)));
        // Another establishment of the same town is no departure.
        await site.DoAsync(async db =>
        {
            db.Add(new OrganisationSiret { Siret = OfTown, OrganisationId = valmorel.Id, AddedAt = site.Now });
            await db.SaveChangesAsync();
        });
        await ComeAsync(twin, awa, OfTown);
        (await site.MailsToAsync("noe@example.org")).ShouldBeEmpty();
        await ComeAsync(twin, awa, Brumes);
        (await site.SeatsAsync(town)).Count.ShouldBe(1);
        (await site.MailsToAsync("noe@example.org")).ShouldHaveSingleItem().Text.ShouldContain("reste la sienne");
    }

    [Fact]
    public async Task P_06_of_many_sign_ins_at_once_one_finds_out()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync(WithSeats);
        var (valmorel, town) = await AddAsync(site, TownHall.Name, TownHall.Number);
        await site.AddStewardAsync(valmorel, Newsroom.Noe);
        using var awa = site.Visitor();
        await ComeAsync(twin, awa, TownHall.Number);
        var identity = await site.DoAsync(db => db.LinkedIdentities.AsNoTracking().SingleAsync());
        var who = new ProvenIdentity("proconnect", identity.Issuer, identity.Subject, "awa@valmorel.example", true, null, Brumes, null);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => site.WithAsync<LinkIdentity, bool>(async link => await link.FindAsync(who, default) is not null))));
        (await site.SeatsAsync(town)).ShouldBeEmpty();
        (await site.MailsToAsync("noe@example.org")).Count.ShouldBe(1);
    }

    private const string Brumes = "20005678900015";
    private const string OfTown = "21350238800035";

    private static void WithSeats(IServiceCollection services) => services.AddScoped<SeatBySiret>(provider => provider.GetRequiredService<JoinByThemselves>().BySiretAsync);

    private static async Task<(Organisation, Subscription)> AddAsync(Site site, string name, string siret)
    {
        var organisation = await site.AddOrganisationAsync(name, siret);
        return (organisation, await site.AddContractAsync(organisation));
    }

    private static async Task ComeAsync(ProConnectDouble twin, Browser browser, string siret)
    {
        twin.Clock.Advance(TimeSpan.FromDays(30));
        twin.Agent = Agent.Awa with { Siret = siret };
        await browser.GoAsync(twin);
    }
}
