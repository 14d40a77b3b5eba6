using System.Net;
using Gazetier.Features.Articles;
using Gazetier.Features.Sheets;
using Gazetier.Tests.Features.LegalTexts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Sheets;

/// <summary>A sheet says for which day it is right; its keeper is told when it ends, and it warns when a text under it changed.</summary>
public class SheetTests
{
    private const string Sheet = "/redaction/fiches/1";

    [Fact]
    public async Task It_is_dated_listed_by_theme_and_warns_when_a_text_under_it_changed()
    {
        await using var site = await OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        (await ines.GetAsync("/redaction/fiches")).Text("section[aria-labelledby=sans-date]").ShouldContain("L’eau devient plus chère");
        (await ines.PostAsync(Sheet, ("a-jour", "2026-11-23"), ("valable", "2027-06-30"))).Location.ShouldBe("/redaction/fiches?fait=revue");
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/fiches/")).Text("main section").ShouldContain("À jour au 23 novembre 2026");
        var page = await visitor.GetAsync("/1/l-eau-devient-plus-chere/");
        page.Text("main .notice").ShouldContain("Valable jusqu’au 30 juin 2027.");
        page.Has("main .notice.warn").ShouldBeFalse();

        var text = await site.AddTextAsync(ines);
        await site.DoAsync(async db =>
        {
            (await db.Articles.Include(a => a.LegalTexts).SingleAsync(a => a.Id == 1)).LegalTexts.Add(await db.LegalTexts.SingleAsync(t => t.Id == text.Id));
            await db.SaveChangesAsync();
        });
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await ines.RepealAsync(text, tells: false);
        await site.FollowChangesAsync();
        (await ines.GetAsync("/redaction/fiches")).Text("section[aria-labelledby=a-revoir]").ShouldContain("1 texte a changé");
        using var other = site.Visitor();
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        (await other.GetAsync("/1/l-eau-devient-plus-chere/")).Text("main .notice.warn").ShouldContain("Abrogé depuis le 20 novembre 2026");

        await ines.PostAsync(Sheet, ("a-jour", "2026-11-23"), ("valable", "2027-06-30"));
        await site.FollowChangesAsync();
        (await other.GetAsync("/1/l-eau-devient-plus-chere/")).Has("main .notice.warn").ShouldBeFalse("somebody looked at it since");
    }

    [Fact]
    public async Task Its_keeper_is_told_once_that_it_has_ended()
    {
        await using var site = await OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.PostAsync(Sheet, ("a-jour", "2026-11-20"), ("valable", "2026-11-23"), ("gardien", Newsroom.Agathe.ToString()))).Status.ShouldBe(HttpStatusCode.Found);
        await RemindAsync(site);
        await site.PostOutboxAsync();
        site.Mails.ShouldBeEmpty("it is its last day");
        site.Clock.SetUtcNow(Newsroom.Now.AddDays(1));
        await using var node = await site.OpenNodeAsync();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => RemindAsync(n % 2 == 0 ? site : node))));
        await site.PostOutboxAsync();
        var mail = site.Mails.ShouldHaveSingleItem();
        mail.To.ShouldBe("agathe@example.org");
        mail.Text.ShouldContain("/redaction/fiches/1");
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/1/l-eau-devient-plus-chere/")).Text("main .notice.warn").ShouldContain("vérifiez avant de vous en servir");
    }

    [Fact]
    public async Task Hostile_dates_are_refused()
    {
        await using var site = await OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var answer = await ines.PostAsync(Sheet, ("a-jour", "2027-01-01"), ("valable", "2020-01-01"), ("gardien", Newsroom.Lou.ToString()));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Texts(".error-summary li").Count.ShouldBe(3);
        (await ines.GetAsync("/redaction/fiches/999999")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<int> RemindAsync(Site site) => site.WithAsync<RemindOfSheets, int>(remind => remind.RunAsync(CancellationToken.None));

    private static async Task<Site> OpenAsync()
    {
        var site = await Site.OpenAsync();
        await site.DoAsync(db => db.Articles.Where(a => a.Id == Newsroom.Free).ExecuteUpdateAsync(a => a.SetProperty(x => x.Format, Format.HowTo)));
        return site;
    }
}
