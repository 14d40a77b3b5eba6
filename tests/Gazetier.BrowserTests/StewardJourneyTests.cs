using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using MimeKit;
using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>A documentation officer gives a seat, a colleague takes it, and loses it again; with and without JavaScript.</summary>
public partial class StewardJourneyTests
{
    private const string Steward = "documentation@valmorel.example";
    private const string Colleague = "nina.roux@valmorel.example";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_seat_is_given_taken_and_withdrawn(bool javaScript) => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var officer = await browser.PageAsync(javaScript);
        await officer.SignInAsync(site, Steward, "les-places-sont-comptees");
        await officer.GotoAsync(site.Url + "/organisation/");
        (await officer.Locator("h1").InnerTextAsync()).ShouldBe("Ville de Valmorel");
        // Hers came by the domain when she signed in.
        (await officer.Locator("section .intro").First.InnerTextAsync()).ShouldContain("2 places prises sur 12, 2 réservées");

        // Two lines, of which one is wrong.
        await officer.LeaveAsync(() => officer.Locator("main .actions a.button").First.ClickAsync());
        await officer.Locator("#adresses").FillAsync(Colleague + "\nnina.roux");
        await officer.LeaveAsync(() => officer.Locator("main form button.button").ClickAsync());
        (await officer.Locator("main .notice").First.InnerTextAsync()).ShouldContain("1 invitation envoyée");

        // The colleague opens the mail, and an account by one button.
        var colleague = await browser.PageAsync(javaScript);
        await colleague.GotoAsync(LinkIn(await site.Sink.WaitForAsync(Colleague, "Ville de Valmorel")));
        await colleague.Locator("#nom").FillAsync("Nina Roux");
        await colleague.LeaveAsync(() => colleague.Locator("main form button.button").ClickAsync());
        await colleague.GotoAsync(site.Url + "/");
        await colleague.Locator(".teaser.lead h2 a").ClickAsync();
        var article = colleague.Url;
        (await colleague.Locator("aside.wall").CountAsync()).ShouldBe(0);

        // The officer sees her, and takes the seat back: she reads no longer, at once.
        await officer.GotoAsync(site.Url + "/organisation/");
        var nina = officer.Locator(".people li", new() { HasTextString = Colleague });
        (await nina.InnerTextAsync()).ShouldContain("sur invitation");
        await officer.LeaveAsync(() => nina.Locator("a").ClickAsync());
        await officer.LeaveAsync(() => officer.Locator("button.danger").ClickAsync());
        (await officer.Locator(".notice.good").InnerTextAsync()).ShouldContain("la place est libre");
        await colleague.GotoAsync(article);
        (await colleague.Locator("aside.wall").CountAsync()).ShouldBe(1);
    });

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public Task The_cockpit_is_accessible_and_no_wider_than_the_screen(int width) => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await browser.PageAsync(width: width);
        await page.SignInAsync(site, Steward, "les-places-sont-comptees");
        await page.GotoAsync(site.Url + "/organisation/");
        var home = page.Url;
        var problems = new ConcurrentQueue<string>();
        foreach (var path in new[] { "", "/inviter", "/lien", "/gestionnaires", "/acces", "/renouvellement" })
        {
            await page.GotoAsync(home + path);
            await page.CheckAsync(path, problems);
            if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") is var wide && wide > width)
            {
                problems.Enqueue($"{path} is {wide} wide on {width}");
            }
        }

        problems.ShouldBeEmpty();
    });

    private static string LinkIn(MimeMessage mail) => Link().Match(mail.TextBody!).Value;

    [GeneratedRegex(@"https?://[^\s<>]+/organisation/invitation/[^\s<>]+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
