using System.Net;
using Gazetier.Features.Taxes;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Taxes;

/// <summary>F-30: the desk reads the table with its sources, and writes what is to come; the past stays.</summary>
public class RatesPageTests
{
    private const string Here = "/redaction/tva";

    [Fact]
    public async Task F_30_A_rate_to_come_closes_the_one_before_and_can_be_taken_back_until_it_begins()
    {
        await using var site = await Site.OpenAsync();
        using var dora = await site.SignInAsync(Newsroom.Dora);
        (await dora.GetAsync(Here)).Text("table").ShouldContain("CGI art. 298 septies");
        (await dora.PostAsync(Here, Rate("2027-01-01", "5,5"))).Location.ShouldBe(Here + "?fait=ajoute");
        var rates = await RatesAsync(site);
        rates.Select(r => (r.BasisPoints, r.From, r.Until)).ShouldBe([(210, new(2014, 2, 1), new DateOnly(2027, 1, 1)), (550, new(2027, 1, 1), null)]);
        (await site.DoAsync(db => db.Acts.AnyAsync(a => a.What == "vat.added"))).ShouldBeTrue();

        (await dora.PostAsync(Here, Rate("2026-12-01", "3"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "a later one is there");
        var added = rates[1].Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        (await dora.PostAsync(Here, ("retirer", added))).Location.ShouldBe(Here + "?fait=retire");
        (await RatesAsync(site)).ShouldHaveSingleItem().Until.ShouldBeNull();

        await dora.PostAsync(Here, Rate("2027-01-01", "5,5"));
        site.Clock.SetUtcNow(new DateTimeOffset(2027, 1, 1, 12, 0, 0, TimeSpan.Zero));
        using var later = await site.SignInAsync(Newsroom.Dora);
        added = (await RatesAsync(site))[1].Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        (await later.PostAsync(Here, ("retirer", added))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await RatesAsync(site)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("2026-11-23", "5,5", "depuis")]
    [InlineData("2014-03-01", "5,5", "depuis")]
    [InlineData("demain", "5,5", "depuis")]
    [InlineData("2027-01-01", "-1", "taux")]
    [InlineData("2027-01-01", "5,555", "taux")]
    [InlineData("2027-01-01", "51", "taux")]
    public async Task F_30_The_past_and_what_is_no_rate_are_refused(string from, string percent, string field)
    {
        await using var site = await Site.OpenAsync();
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var answer = await dora.PostAsync(Here, Rate(from, percent));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Has($".error-summary a[href='#{field}']").ShouldBeTrue();
        (await RatesAsync(site)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task F_30_Of_several_who_write_one_for_the_same_day_one_does()
    {
        await using var site = await Site.OpenAsync();
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => dora.PostAsync(Here, Rate("2027-01-01", "5,5"))));
        answers.Count(answer => answer.Location is not null).ShouldBe(1);
        (await RatesAsync(site)).Count.ShouldBe(2);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.GetAsync(Here)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static (string, string)[] Rate(string from, string percent) =>
        [("nature", "Press"), ("client", "Consumer"), ("territoire", "Metropole"), ("depuis", from), ("taux", percent), ("source", "Loi de finances pour 2027, art. 12")];

    private static Task<List<VatRate>> RatesAsync(Site site) => site.DoAsync(db => db.VatRates.AsNoTracking()
        .Where(r => r.Class == VatClass.Press && r.Customer == VatCustomer.Consumer && r.Territory == Territory.Metropole).OrderBy(r => r.From).ToListAsync());
}
