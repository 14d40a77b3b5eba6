using System.Globalization;
using AngleSharp.Html.Parser;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Authors;
using Gazetier.Features.Digests;
using Gazetier.Features.Pictures;
using Gazetier.Features.Themes;
using Gazetier.Tests.Features.Digests;
using Shouldly;

namespace Gazetier.Tests.Rules;

/// <summary>Hostile text that stands in the database already, as names, headlines, captions and bodies: every page, feed and mail shows it as text.</summary>
public class HostileArticlesTests
{
    [Fact]
    public async Task Whatever_an_article_says_its_pages_feeds_and_mails_stay_intact()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(FillAsync);
        await site.FollowChangesAsync();
        var wrong = new List<string>();
        foreach (var browser in new[] { site.Visitor(), await site.SignInAsync(Newsroom.Camille) })
        {
            foreach (var address in Addresses())
            {
                var answer = await browser.GetAsync(address);
                ((int)answer.Status).ShouldBeLessThan(300, address);
                wrong.AddRange(Intact.Wrong(answer).Select(text => $"{address}: {text}"));
            }

            browser.Dispose();
        }

        wrong.AddRange(await WrongMailsAsync(site));
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hostile_name_is_shown_as_it_is_written()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(FillAsync);
        await site.FollowChangesAsync();
        using var visitor = site.Visitor();

        (await visitor.GetAsync("/1000/h-0/")).Text("h1").ShouldBe("<script>alert(1)</script>");
        (await visitor.GetAsync("/themes/h-0/")).Text("h1").ShouldContain("<script>alert(1)</script>");
        (await visitor.GetAsync("/auteurs/h-0/")).Text("h1").ShouldContain("<script>alert(1)</script>");
    }

    private static IEnumerable<string> Addresses()
    {
        string[] shared = ["/", "/feed/", "/feed.atom", "/feed.json", "/sitemap.xml", "/sitemap-1.xml", "/sitemap-news.xml", "/themes/", "/plan-du-site", "/corrections/", "/corrections/feed/", "/corrections/feed.atom", "/corrections/feed.json"];
        var list = $"/rubriques/{Newsroom.Law.Slug}/";
        return shared
            .Concat([list + "?page=2", list + "?page=3", list + "feed/", list + "feed.atom", list + "feed.json"])
            .Concat(Payloads.All.Index().SelectMany(one => new[] { $"/{1000 + one.Index}/h-{one.Index}/", $"/themes/h-{one.Index}/", $"/auteurs/h-{one.Index}/" }))
            .Concat(Payloads.All.Index().Where(one => one.Index % 4 == 0).SelectMany(one => new[] { $"/themes/h-{one.Index}/feed/", $"/auteurs/h-{one.Index}/feed.atom" }));
    }

    private static async Task<List<string>> WrongMailsAsync(Site site)
    {
        var themes = await site.DoAsync(db => Task.FromResult(db.Themes.Where(t => t.Slug.StartsWith("h-")).ToList()));
        await site.FollowAsync(Newsroom.Lou, Frequency.EachMorning, [.. themes.Select(Morning.Theme)]);
        site.Clock.SetUtcNow(Morning.Seven);
        (await site.IssueAsync()).Posted.Sent.ShouldBe(1);
        var mail = site.Mails.ShouldHaveSingleItem();
        mail.Subject.ShouldNotContain('\n');
        mail.Subject.ShouldNotContain('\r');
        var document = new HtmlParser().ParseDocument(mail.Html);
        document.QuerySelectorAll("h2, h3").Length.ShouldBeGreaterThan(5);
        // A mail carries its style with it, as attributes and as an element of its head.
        foreach (var style in document.QuerySelectorAll("style"))
        {
            style.ParentElement!.LocalName.ShouldBe("head");
        }

        return [.. Intact.Running(document).Where(text => !text.Contains("style", StringComparison.Ordinal)).Select(text => "mail: " + text)];
    }

    private static async Task FillAsync(GazetierDb db)
    {
        var law = await db.Sections.FindAsync(Newsroom.Law.Id);
        foreach (var (number, payload) in Payloads.All.Index())
        {
            // No database keeps U+0000, or half of a surrogate pair.
            var text = string.Concat(payload.EnumerateRunes().Where(rune => rune.Value != 0)) is { Length: > 0 } kept ? kept : "vide";
            var (line, name) = (Short(text, Correction.MaxLength), Short(text, Reply.MaxName));
            var slug = $"h-{number}";
            var picture = new Picture
            {
                Key = (number + 0x1000).ToString("x32", CultureInfo.InvariantCulture),
                Credit = text,
                AlternativeText = text,
                Width = 1600,
                Height = 900,
                CreatedAt = Newsroom.Now.UtcDateTime,
            };
            var author = new Author { Slug = slug, Name = text, Function = text, Biography = text, IsGuest = true, Portrait = picture };
            db.Add(new Article
            {
                Id = 1000 + number,
                Slug = slug,
                Kicker = text,
                Headline = text,
                Standfirst = text,
                Body = Body.Sanitise($"<p>Un début. Une suite.</p>{text}<p>{text}</p><h2>{text}</h2><p>Une fin, longue de quelques mots encore.</p>"),
                Words = 20,
                Access = number % 2 == 0 ? Requirement.Subscription : Requirement.None,
                Status = ArticleStatus.Published,
                PublishedAt = Newsroom.Now.UtcDateTime.AddMinutes(-60 - number),
                ModifiedAt = Newsroom.Now.UtcDateTime.AddMinutes(-1),
                ModifiedReason = text,
                Corrections = [new Correction { At = Newsroom.Now.UtcDateTime.AddMinutes(-1), Text = line }],
                Replies = [new Reply { Name = name, Function = name, Text = text, PublishedAt = Newsroom.Now.UtcDateTime }],
                MachineUse = MachineUse.Assisted,
                ReviewedBy = text,
                ReviewedAt = Newsroom.Now.UtcDateTime,
                Attribution = text,
                MainSection = law!,
                Themes = [new Theme { Slug = slug, Name = text, Description = text }],
                Bylines = [new Byline { Author = author, Position = 1 }],
                LeadPicture = picture,
                LeadCaption = text,
            });
        }

        await db.SaveChangesAsync();
    }

    /// <summary>What a column of PostgreSQL takes.</summary>
    private static string Short(string text, int length) => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
