using System.Net;
using Gazetier.Features.Access;
using Gazetier.Features.Alerts;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Digests;
using Gazetier.Features.Follows;
using Gazetier.Features.MailingLists;
using Gazetier.Tests.Features.Digests;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Alerts;

public class AlertsTests
{
    private const string MaGazette = "/mon-compte/ma-gazette";

    /// <summary>The day of the cast at noon in Paris: no quiet hours.</summary>
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 11, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Who_follows_a_phrase_at_once_gets_one_mail_when_it_appears_and_no_second_one()
    {
        await using var site = await OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.PostAsync(MaGazette, ("NewKeywords", "Finances locales\nL. 2121-29"), ("NewKeywordsRhythm", "AtOnce"), ("Frequency", "Never"), ("Hour", "7"), ("Day", "Monday")))
            .Status.ShouldBe(HttpStatusCode.Found);
        await site.PublishAsync("Rien qui la touche", site.Now);
        (await AlertAsync(site)).Sent.ShouldBe(0);
        var id = await site.PublishAsync("Ce que dit la loi de la finance locale", site.Now, body: "<p>L’article L2121-29 du code.</p>");
        (await AlertAsync(site)).Sent.ShouldBe(1);
        (await AlertAsync(site)).Sent.ShouldBe(0);

        var mail = site.Mails.ShouldHaveSingleItem();
        mail.To.ShouldBe("lou@example.org");
        mail.Subject.ShouldBe("Alerte\u00A0: Ce que dit la loi de la finance locale");
        mail.Text.ShouldContain("Vient de paraître, dans ce que vous suivez\u00A0: Finances locales, L. 2121-29");
        mail.Html.ShouldContain($"http://localhost/{id}/un-article/");
        mail.Headers.ToDictionary(h => h.Key, h => h.Value)["List-Id"].ShouldBe("<alerts.localhost>");
        (await lou.GetAsync(AlertLists.Settings)).Texts("ol.wire a").ShouldBe(["Ce que dit la loi de la finance locale"]);
        (await lou.GetAsync("/ma-gazette")).Texts("h2 a, h3 a").ShouldContain("Ce que dit la loi de la finance locale");
    }

    [Fact]
    public async Task A_theme_a_section_above_and_a_region_around_alert_as_well_and_one_reader_once()
    {
        await using var site = await OpenAsync();
        await AtOnceAsync(site, Newsroom.Lou, Morning.Theme(Newsroom.Water), new Subject(FollowKind.Section, Newsroom.News.Id));
        using var noe = await site.SignInAsync(Newsroom.Noe);
        (await noe.PostAsync(MaGazette, ("NewPlaces", "Hauts-de-France"), ("NewPlacesRhythm", "AtOnce"), ("Frequency", "Never"), ("Hour", "7"), ("Day", "Monday"))).Status.ShouldBe(HttpStatusCode.Found);
        await site.PublishAsync("À Lille, l’eau", site.Now);
        await site.DoAsync(async db =>
        {
            var article = await db.Articles.Include(a => a.Places).SingleAsync(a => a.Headline == "À Lille, l’eau");
            await new Gazetier.Features.Places.OpenPlaces(db).RunAsync([Gazetier.Features.Places.Gazetteer.Find("Lille")[0].Id], CancellationToken.None);
            article.Places.Add(await db.Places.SingleAsync(p => p.Name == "Lille"));
            await db.SaveChangesAsync();
        });
        await AlertAsync(site);
        site.Mails.Select(m => m.To).Order().ShouldBe(["lou@example.org", "noe@example.org"]);
        site.Mails.Single(m => m.To == "lou@example.org").Text.ShouldContain("Actualité, Eau");
        site.Mails.Single(m => m.To == "noe@example.org").Text.ShouldContain("Hauts-de-France");
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/lieux/nord-59/")).Texts("h2 a, h3 a").ShouldContain("À Lille, l’eau");
    }

    [Fact]
    public async Task A_word_that_is_withheld_from_a_reader_tells_them_nothing_of_it()
    {
        await using var site = await OpenAsync();
        foreach (var reader in new[] { Newsroom.Camille, Newsroom.Lou })
        {
            using var browser = await site.SignInAsync(reader);
            await browser.PostAsync(MaGazette, ("NewKeywords", "héliotrope"), ("NewKeywordsRhythm", "AtOnce"), ("Frequency", "EachMorning"), ("Hour", "7"), ("Day", "Monday"));
        }

        var id = await site.PublishAsync("Un article réservé", site.Now, Requirement.Subscription, body: string.Concat(Enumerable.Repeat("<p>Une phrase de plus pour tous.</p>", 20)) + $"<p>{Newsroom.Secret}</p>");
        await AlertAsync(site);
        site.Mails.Select(m => m.To).ShouldBe(["camille@example.org"], "she subscribes");
        foreach (var (reader, sees) in new[] { (Newsroom.Camille, true), (Newsroom.Lou, false) })
        {
            using var browser = await site.SignInAsync(reader);
            (await browser.GetAsync("/ma-gazette")).Body.Contains($"/{id}/", StringComparison.Ordinal).ShouldBe(sees);
            (await browser.GetAsync(MaGazette)).Texts(".edition h3").Contains("Un article réservé").ShouldBe(sees);
        }

        site.Clock.SetUtcNow(Morning.Seven.AddDays(1));
        await site.IssueAsync();
        site.Mails.Skip(1).ShouldAllBe(mail => mail.To == "camille@example.org" && !mail.Html.Contains("Un article réservé"), "Camille has had it, Lou may not know");
    }

    [Fact]
    public async Task An_alert_does_not_say_which_followed_words_stand_in_what_its_reader_may_not_read()
    {
        await using var site = await OpenAsync();
        foreach (var reader in new[] { Newsroom.Camille, Newsroom.Lou })
        {
            using var browser = await site.SignInAsync(reader);
            await browser.PostAsync(
                MaGazette, ("Sections", Newsroom.News.Slug), (ReadFollows.RhythmField(FollowKind.Section, Newsroom.News.Slug), "AtOnce"), ("NewKeywords", "héliotrope"), ("NewKeywordsRhythm", "AtOnce"), ("Frequency", "EachMorning"), ("Hour", "7"), ("Day", "Monday"));
        }

        await site.PublishAsync("Un article réservé", site.Now, Requirement.Subscription, body: string.Concat(Enumerable.Repeat("<p>Une phrase de plus pour tous.</p>", 20)) + $"<p>{Newsroom.Secret}</p>");
        await AlertAsync(site);
        site.Mails.Single(m => m.To == "camille@example.org").Text.ShouldContain("héliotrope", Case.Sensitive, "she subscribes");
        var mail = site.Mails.Single(m => m.To == "lou@example.org");
        mail.Text.ShouldContain("Actualité");
        (mail.Text + mail.Html).ShouldNotContain("héliotrope");
    }

    [Fact]
    public async Task At_night_it_waits_beyond_the_daily_number_it_comes_with_the_edition_and_what_was_alerted_does_not_come_again()
    {
        await using var site = await OpenAsync();
        await site.ChooseAsync(
            Newsroom.Lou, new DigestChoice(Frequency.EachMorning, 7, DayOfWeek.Monday, Days.All), new Followed(Morning.Theme(Newsroom.Water), FollowRhythm.AtOnce));
        await site.DoAsync(async db =>
        {
            db.AlertSettings.Add(new AlertSettings { AccountId = Newsroom.Lou, PerDay = 2 });
            await db.SaveChangesAsync();
        });
        foreach (var headline in new[] { "Une", "Deux", "Trois" })
        {
            await site.PublishAsync(headline, site.Now);
            await AlertAsync(site);
            site.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        site.Mails.Count.ShouldBe(1, "the second waits ten minutes, the third is one too many");
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        await AlertAsync(site);
        site.Mails.Count.ShouldBe(2);

        site.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 21, 0, 0, TimeSpan.Zero));
        await site.PublishAsync("La nuit", site.Now);
        await AlertAsync(site);
        site.Mails.Count.ShouldBe(2);
        site.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 6, 0, 20, TimeSpan.Zero));
        await AlertAsync(site);
        site.Mails[2].Subject.ShouldBe("Alerte\u00A0: La nuit");
        await site.IssueAsync();
        var edition = site.Mails[3];
        edition.Subject.ShouldBe("Ma Gazette\u00A0: Trois");
        edition.Html.ShouldNotContain("La nuit");
        edition.Html.ShouldNotContain(">Une<");
    }

    [Fact]
    public async Task Two_nodes_match_an_article_once_and_what_a_dead_one_left_is_finished()
    {
        await using var site = await OpenAsync();
        foreach (var reader in new[] { Newsroom.Camille, Newsroom.Noe, Newsroom.Lou })
        {
            await AtOnceAsync(site, reader, Morning.Theme(Newsroom.Water));
        }

        await using var node = await site.OpenNodeAsync();
        var id = await site.PublishAsync("Pour trois", site.Now);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => AlertAsync(n % 2 == 0 ? site : node))));
        (site.Mails.Count + node.Mails.Count).ShouldBe(3);

        // As if a node had died between beginning and writing: another takes it when its lease is over, and writes what is missing.
        await site.DoAsync(async db =>
        {
            await db.Deliveries.Where(d => d.AccountId == Newsroom.Noe).ExecuteDeleteAsync();
            await db.Matchings.Where(m => m.ArticleId == id).ExecuteUpdateAsync(m => m.SetProperty(x => x.DoneAt, (DateTime?)null));
        });
        site.Clock.Advance(TimeSpan.FromMinutes(3));
        (await AlertAsync(site)).Sent.ShouldBe(1);
    }

    [Fact]
    public async Task An_article_that_is_changed_moves_between_phrases_and_alerts_nobody_anew()
    {
        await using var site = await OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await lou.PostAsync(MaGazette, ("NewKeywords", "éolien"), ("NewKeywordsRhythm", "AtOnce"), ("Frequency", "Never"), ("Hour", "7"), ("Day", "Monday"));
        var id = await site.PublishAsync("Le vent se lève", site.Now, body: "<p>Des éoliennes en mer.</p>");
        await AlertAsync(site);
        site.Mails.Count.ShouldBe(1);
        await site.DoAsync(async db =>
        {
            (await db.Articles.SingleAsync(a => a.Id == id)).Body = "<p>Des moulins en mer.</p>";
            await db.SaveChangesAsync();
        });
        await AlertAsync(site);
        (await lou.GetAsync("/ma-gazette")).Body.ShouldNotContain($"/{id}/");
        site.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_leaves_gets_none_and_keeps_what_they_follow()
    {
        await using var site = await OpenAsync();
        await AtOnceAsync(site, Newsroom.Lou, Morning.Theme(Newsroom.Water));
        async Task<bool?> DoAsync(Func<IMailingLists, Task<bool?>> act) => await site.WithAsync<IEnumerable<IMailingLists>, bool?>(all => act(all.OfType<AlertLists>().Single()));
        (await DoAsync(lists => lists.LeaveAsync(Newsroom.Lou, Delivery.Alerts, CancellationToken.None))).ShouldBe(true);
        (await DoAsync(lists => lists.LeaveAsync(Newsroom.Lou, Delivery.Alerts, CancellationToken.None))).ShouldBe(false);
        (await DoAsync(lists => lists.LeaveAsync(Newsroom.Lou, "digest", CancellationToken.None))).ShouldBeNull();
        await site.PublishAsync("Sans elle", site.Now);
        await AlertAsync(site);
        site.Mails.ShouldBeEmpty();
        (await DoAsync(lists => lists.JoinAsync(Newsroom.Lou, Delivery.Alerts, CancellationToken.None))).ShouldBe(true);
        await site.PublishAsync("Avec elle", site.Now);
        await AlertAsync(site);
        site.Mails.ShouldHaveSingleItem().Subject.ShouldContain("Avec elle");
    }

    [Fact]
    public async Task The_settings_are_one_form_and_hostile_values_are_refused()
    {
        await using var site = await OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.PostAsync(AlertLists.Settings, ("QuietFrom", "20"), ("QuietUntil", "8"), ("PerDay", "3"))).Location.ShouldBe(AlertLists.Settings + "?fait=1");
        (await site.DoAsync(db => db.AlertSettings.SingleAsync())).ShouldSatisfyAllConditions(s => s.QuietFrom.ShouldBe(20), s => s.QuietUntil.ShouldBe(8), s => s.PerDay.ShouldBe(3), s => s.IsOff.ShouldBeFalse());
        (await lou.PostAsync(AlertLists.Settings, ("QuietFrom", "99"), ("QuietUntil", "x"), ("PerDay", "0"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await lou.PostAsync(AlertLists.Settings, ("QuietFrom", "0"), ("QuietUntil", "0"), ("PerDay", "20"), ("IsOff", "true"))).Status.ShouldBe(HttpStatusCode.Found);
        (await site.DoAsync(db => db.AlertSettings.SingleAsync())).IsOff.ShouldBeTrue();
    }

    [Fact]
    public async Task L_52_the_first_follow_at_once_is_a_yes_that_is_kept_and_so_is_each_no()
    {
        await using var site = await OpenAsync();
        await AtOnceAsync(site, Newsroom.Lou, Morning.Theme(Newsroom.Water));
        await AtOnceAsync(site, Newsroom.Lou, Morning.Theme(Newsroom.Water), Morning.Theme(Newsroom.Digital));
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await lou.PostAsync(AlertLists.Settings, ("QuietFrom", "0"), ("QuietUntil", "0"), ("PerDay", "20"), ("IsOff", "true"));
        (await site.DoAsync(db => db.Consents.Where(c => c.AccountId == Newsroom.Lou && c.List == Delivery.Alerts).OrderBy(c => c.Id).Select(c => new { c.IsGiven, c.Origin }).ToListAsync()))
            .Select(c => (c.IsGiven, c.Origin)).ShouldBe([(true, MaGazette), (false, AlertLists.Settings)]);
    }

    [Fact]
    public async Task What_cannot_be_followed_is_said_and_what_was_right_is_kept_in_the_form()
    {
        await using var site = await OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var page = await lou.PostAsync(MaGazette, ("Themes", "eau"), ("NewKeywords", "de la"), ("NewPlaces", "Saint-Denis\nAtlantide"), ("Frequency", "EachMorning"), ("Hour", "7"), ("Day", "Monday"));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Texts(".error-summary li").Count.ShouldBeGreaterThanOrEqualTo(2);
        page.Body.ShouldContain("Saint-Denis (93)");
        page.Document.QuerySelector("input[value=eau]")!.HasAttribute("checked").ShouldBeTrue();
        page.Text("textarea[name=NewPlaces]").ShouldContain("Atlantide");
        (await site.DoAsync(db => db.Follows.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_follows_a_phrase_any_more_and_it_is_forgotten()
    {
        await using var site = await OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await lou.PostAsync(MaGazette, ("NewKeywords", "forages"), ("Frequency", "EachMorning"), ("Hour", "7"), ("Day", "Monday"));
        var keyword = await site.DoAsync(db => db.Keywords.SingleAsync());
        await AlertAsync(site);
        (await site.DoAsync(db => db.Listings.CountAsync(l => l.ListId == keyword.Id))).ShouldBe(1, "what appeared lately is found");
        var page = await lou.GetAsync(MaGazette);
        page.Document.QuerySelectorAll("input[name=Keywords][checked]").Length.ShouldBe(1);
        await lou.PostAsync(MaGazette, ("Themes", "eau"), ("Frequency", "EachMorning"), ("Hour", "7"), ("Day", "Monday"));
        (await site.DoAsync(db => db.Keywords.CountAsync())).ShouldBe(0);
        (await site.DoAsync(db => db.Listings.CountAsync(l => l.ListId == keyword.Id))).ShouldBe(0);
    }

    [Fact]
    public async Task Hostile_words_and_places_are_taken_or_refused_and_shown_as_text()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        foreach (var payload in new[] { Hostile.Headline, new string('é', 5_000), string.Concat(Enumerable.Repeat("mot;", 3_000)), "\u0000\uD800", "(((((59)" })
        {
            var answer = await lou.PostAsync(MaGazette, ("NewKeywords", payload), ("NewPlaces", payload), ("Frequency", "EachMorning"), ("Hour", "7"), ("Day", "Monday"));
            answer.Status.ShouldBeOneOf(HttpStatusCode.Found, HttpStatusCode.UnprocessableEntity, HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge);
            answer.Body.ShouldNotContain("<script>alert(1)");
            (await lou.GetAsync(MaGazette)).Body.ShouldNotContain("<script>alert(1)");
        }
    }

    private static async Task<Site> OpenAsync()
    {
        var site = await Site.OpenAsync();
        site.Clock.SetUtcNow(Noon);
        // What the cast published before is no news.
        await site.WithAsync<MatchArticles, int>(match => match.RunAsync(CancellationToken.None));
        return site;
    }

    private static Task AtOnceAsync(Site site, Guid reader, params Subject[] follows) => site.ChooseAsync(
        reader, new DigestChoice(Frequency.Never, 7, DayOfWeek.Monday, Days.All), [.. follows.Select(subject => new Followed(subject, FollowRhythm.AtOnce))]);

    private static Task<Posted> AlertAsync(Site site) => site.WithAsync<IssueAlerts, Posted>(alerts => alerts.RunAsync(CancellationToken.None));
}
