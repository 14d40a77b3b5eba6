using System.Net;
using Gazetier.Features.Alerts;
using Gazetier.Features.Follows;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.LegalTexts;

/// <summary>Who follows a legal text is told when its state changes: once, outside quiet hours, and not of what was taken back.</summary>
public class TextChangesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 11, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_follower_is_told_once_whatever_their_rhythm_and_nodes_at_it()
    {
        await using var site = await OpenAtNoonAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var text = await site.AddTextAsync(ines, ("acces", "Subscription"), ("resume", LegalDesk.LongSummary()));
        (await lou.PostAsync("/suivre", ("kind", "legaltext"), ("slug", text.Slug), ("retour", text.Path))).Location.ShouldStartWith("/mon-compte/ma-gazette?fait=suivi");
        (await lou.GetAsync("/mon-compte/ma-gazette")).Body.ShouldContain("Textes suivis");
        await ines.RepealAsync(text, by: "Un décret à venir");
        await site.AlertAsync();
        site.Mails.ShouldBeEmpty("it can still be taken back");

        site.Clock.Advance(TimeSpan.FromMinutes(11));
        await using var node = await site.OpenNodeAsync();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => (n % 2 == 0 ? site : node).AlertAsync())));
        var mail = site.Mails.Concat(node.Mails).ShouldHaveSingleItem();
        mail.To.ShouldBe("lou@example.org");
        mail.Subject.ShouldStartWith("Un texte que vous suivez change");
        mail.Text.ShouldContain("Abrogé depuis le 20 novembre 2026, par\u00A0: Un décret à venir");
        mail.Text.ShouldContain("Un autre texte le remplace.");
        mail.Html.ShouldContain("http://localhost" + text.Path);
        mail.Html.ShouldNotContain("pangolin");
        mail.Headers.ToDictionary(h => h.Key, h => h.Value)["List-Id"].ShouldBe("<alerts.localhost>");
        (await lou.GetAsync(AlertLists.Settings)).Document.QuerySelector("ol.wire a")!.GetAttribute("href").ShouldBe(text.Path);
        (await ines.PostAsync($"/redaction/textes/{text.Id}/etat", ("annuler", await StateAsync(site)))).Location.ShouldEndWith("?fait=trop-tard");
    }

    [Fact]
    public async Task What_is_taken_back_is_told_to_nobody_nor_what_is_history()
    {
        await using var site = await OpenAtNoonAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var text = await site.AddTextAsync(ines);
        await FollowAsync(site, text.Id, Newsroom.Lou);
        await ines.RepealAsync(text);
        (await ines.PostAsync($"/redaction/textes/{text.Id}/etat", ("annuler", await StateAsync(site)))).Location.ShouldEndWith("?fait=annule");
        await ines.RepealAsync(text, tells: false);
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        await site.AlertAsync();
        site.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task E_11_at_night_it_waits_and_who_left_alerts_gets_none()
    {
        await using var site = await LegalDesk.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var text = await site.AddTextAsync(ines);
        await FollowAsync(site, text.Id, Newsroom.Lou, Newsroom.Camille);
        await site.DoAsync(async db =>
        {
            db.AlertSettings.Add(new AlertSettings { AccountId = Newsroom.Camille, IsOff = true });
            await db.SaveChangesAsync();
        });
        await ines.RepealAsync(text);
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        await site.AlertAsync();
        site.Mails.ShouldBeEmpty("it is 5:41 in Paris");
        site.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 6, 0, 20, TimeSpan.Zero));
        await site.AlertAsync();
        site.Mails.ShouldHaveSingleItem().To.ShouldBe("lou@example.org");
    }

    [Fact]
    public async Task Hostile_changes_are_refused()
    {
        await using var site = await LegalDesk.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var text = await site.AddTextAsync(ines);
        var answer = await ines.PostAsync($"/redaction/textes/{text.Id}/etat", ("etat", "99"), ("depuis", "demain"), ("motif", ""));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Texts(".error-summary li").Count.ShouldBe(3);
        (await site.DoAsync(db => db.TextStates.CountAsync())).ShouldBe(0);
    }

    private static async Task<string> StateAsync(Site site) => (await site.DoAsync(db => db.TextStates.OrderByDescending(s => s.RecordedAt).FirstAsync())).Id.ToString();

    private static Task FollowAsync(Site site, Guid text, params Guid[] readers) => site.DoAsync(async db =>
    {
        db.Follows.AddRange(readers.Select(reader => new Follow { AccountId = reader, Kind = FollowKind.LegalText, SubjectId = text, CreatedAt = site.Now }));
        await db.SaveChangesAsync();
    });

    private static async Task<Site> OpenAtNoonAsync()
    {
        var site = await LegalDesk.OpenAsync();
        site.Clock.SetUtcNow(Noon);
        return site;
    }
}
