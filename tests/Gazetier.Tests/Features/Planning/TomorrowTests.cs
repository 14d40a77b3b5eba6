using Gazetier.Features.Digests;
using Gazetier.Features.Follows;
using Gazetier.Features.Manuscripts;
using Gazetier.Features.Planning;
using Gazetier.Web;
using Shouldly;

namespace Gazetier.Tests.Features.Planning;

public class TomorrowTests
{
    private const string Tomorrow = "/redaction/planning/demain";
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Fact]
    public async Task It_shows_what_the_site_and_the_letters_will_carry_and_what_is_missing()
    {
        await using var site = await Site.OpenAsync();
        await site.HireAsync();
        // Tuesday at 6 in Paris; the newsroom sits on Monday.
        var morning = new DateTime(2026, 11, 24, 5, 0, 0, DateTimeKind.Utc);
        var planned = await site.OrderAsync("Demain à six heures", WritersDesk.Paul);
        await site.PublishAsync(planned, morning);
        await site.OrderAsync("À rendre demain", WritersDesk.Paul, morning.AddHours(9));
        var ready = await site.OrderAsync("Du droit, prêt", section: Newsroom.Law.Id);
        await site.MoveAsync(ready, Stage.Ready);
        await SubscribeAsync(site, Newsroom.Camille, Frequency.EachMorning, 7, DayOfWeek.Monday);
        await SubscribeAsync(site, Newsroom.Lou, Frequency.Weekly, 7, DayOfWeek.Tuesday);
        await SubscribeAsync(site, Newsroom.Noe, Frequency.Weekly, 7, DayOfWeek.Friday);
        using var ines = await site.SignInAsync(Newsroom.Ines);

        var page = await ines.GetAsync(Tomorrow);

        page.Text("#site + dl").ShouldBe("6 h Demain à six heures Actualité · Paul");
        page.Texts("h3 + .hours dd").ShouldContain(text => text.StartsWith("À rendre demain Paul"));
        page.Text("#lettres + dl").ShouldBe("7 h 2 lecteurs");
        page.Text("h4").ShouldBe("Eau 3 personnes suivent ce thème");
        page.Texts(".in-edition li").ShouldBe(["Demain à six heures Programmé", "Pour huit heures Programmé"]);
        page.Texts(".gaps li").ShouldBe(["Aucun article programmé dans Juridique. 1 article prêt"]);
        (await ines.GetAsync(Tomorrow + "?jour=2026-11-25")).Text("#site ~ .notice").ShouldBe("Aucun article n’est programmé ce jour-là.");
        (await ines.GetAsync(Tomorrow + "?jour=2020-01-01")).Text(".plan-head h2").ShouldBe("mardi 24 novembre 2026");
    }

    [Theory]
    [InlineData("2027-03-28", 2, "2027-03-28T01:00:00Z")]
    [InlineData("2027-10-31", 2, "2027-10-31T00:00:00Z")]
    [InlineData("2027-10-31", 7, "2027-10-31T06:00:00Z")]
    public async Task Editions_leave_at_their_hour_at_the_changes_of_hour(string day, int hour, string utc)
    {
        await using var site = await Site.OpenAsync();
        await SubscribeAsync(site, Newsroom.Camille, Frequency.EachMorning, hour, DayOfWeek.Monday);

        var due = await site.WithAsync<ReadEditions, IReadOnlyList<DueEditions>>(read =>
            read.RunAsync(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Paris, CancellationToken.None));

        due.ShouldHaveSingleItem().ShouldBe(new DueEditions(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal), 1));
    }

    private static Task SubscribeAsync(Site site, Guid account, Frequency frequency, int hour, DayOfWeek day) => site.DoAsync(async db =>
    {
        var rhythm = new DigestRhythm { AccountId = account };
        rhythm.Choose(frequency, hour, day, Days.All, site.Now, Paris);
        db.Add(rhythm);
        db.Add(new Follow { AccountId = account, Kind = FollowKind.Theme, SubjectId = Newsroom.Water.Id, CreatedAt = site.Now });
        await db.SaveChangesAsync();
    });
}
