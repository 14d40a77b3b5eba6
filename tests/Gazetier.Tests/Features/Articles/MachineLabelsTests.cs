using System.Net;
using System.Text.Json;
using Gazetier.Changes;
using Gazetier.Features.Articles;
using Gazetier.Features.Digests;
using Gazetier.Tests.Features.Digests;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Articles;

public class MachineLabelsTests
{
    [Theory]
    [InlineData(MachineUse.Assisted, "Inès", "Texte produit avec l’aide d’une machine, relu par Inès le 23 novembre 2026.", "ai-assisted")]
    [InlineData(MachineUse.Generated, "Inès", "Texte produit par une machine, relu par Inès le 23 novembre 2026.", "ai-generated")]
    [InlineData(MachineUse.Assisted, null, "Texte produit avec l’aide d’une machine.", "ai-assisted")]
    public async Task Readers_are_told_under_the_byline_in_feeds_and_in_the_metadata(MachineUse use, string? by, string label, string disclosure)
    {
        await using var site = await Site.OpenAsync();
        await MarkAsync(site, use, by);
        using var visitor = site.Visitor();
        var page = await visitor.GetAsync("/1/l-eau-devient-plus-chere/");
        page.Text(".article > header .machine").ShouldStartWith(label);
        page.Has(".machine a[href='/ia']").ShouldBeTrue();
        page.Document.QuerySelector("meta[name=ai-disclosure]")!.GetAttribute("content").ShouldBe(disclosure);
        var json = JsonDocument.Parse(page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        json.GetProperty("creditText").GetString().ShouldBe(label);
        json.TryGetProperty("digitalSourceType", out _).ShouldBe(use == MachineUse.Generated);
        foreach (var feed in new[] { "/feed/", "/feed.atom", "/feed.json" })
        {
            (await visitor.GetAsync(feed)).Body.ShouldContain(label, Case.Sensitive, feed);
        }
    }

    [Fact]
    public async Task What_a_person_wrote_carries_no_label()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var page = await visitor.GetAsync("/1/l-eau-devient-plus-chere/");
        page.Has(".machine, meta[name=ai-disclosure]").ShouldBeFalse();
        page.Body.ShouldNotContain("creditText\":\"Texte");
    }

    [Fact]
    public async Task The_mail_says_it_in_both_parts()
    {
        await using var site = await Site.OpenAsync();
        await site.FollowAsync(Newsroom.Camille, Frequency.EachMorning, Morning.Theme(Newsroom.Water));
        var id = await site.PublishAsync("Un relevé des nappes", site.Now.AddMinutes(1));
        await site.DoAsync(db => db.Articles.Where(a => a.Id == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.MachineUse, MachineUse.Assisted)));
        site.Clock.SetUtcNow(Morning.Seven);
        await site.IssueAsync();
        var mail = site.Mails.Single(m => m.To == "camille@example.org");
        mail.Text.ShouldContain("Texte produit avec l’aide d’une machine.");
        WebUtility.HtmlDecode(mail.Html).ShouldContain("Texte produit avec l’aide d’une machine.");
    }

    private static async Task MarkAsync(Site site, MachineUse use, string? by)
    {
        await site.DoAsync(async db =>
        {
            await db.Articles.Where(a => a.Id == Newsroom.Free).ExecuteUpdateAsync(a => a
                .SetProperty(x => x.MachineUse, use).SetProperty(x => x.ReviewedBy, by).SetProperty(x => x.ReviewedAt, by == null ? null : site.Now));
            db.Append(site.Now, "test", [ArticleTags.Front]);
            await db.SaveChangesAsync();
        });
        await site.FollowChangesAsync();
    }
}
