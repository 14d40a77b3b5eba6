using System.Text.RegularExpressions;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>L-01 to L-04: cancelled signed out, in three clicks from any page, with and without JavaScript.</summary>
public partial class DepartureJourneyTests
{
    private const string Email = "paule.garnier@valmorel.example";

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 320)]
    public Task Signed_out_from_the_wall_to_the_acknowledgement(bool javaScript, int width) => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var reference = await SubscribeAsync(site);
        var page = await browser.PageAsync(javaScript, width);
        await page.GotoAsync(site.Url + "/");
        await page.LeaveAsync(() => page.Locator(".teaser.lead h2 a").ClickAsync());
        await page.LeaveAsync(() => page.Locator("footer a[href='/resilier']").ClickAsync());
        await page.Locator("main #nom").FillAsync("Paule Garnier");
        await page.Locator("main #email").FillAsync(Email);
        await page.Locator("main #reference").FillAsync(reference);
        await page.LeaveAsync(() => page.Locator("main button[value='verifier']").ClickAsync());
        (await page.Locator("main dl").InnerTextAsync()).ShouldContain(reference);

        // The summary can be corrected.
        await page.LeaveAsync(() => page.Locator("main button[value='corriger']").ClickAsync());
        (await page.Locator("main #nom").InputValueAsync()).ShouldBe("Paule Garnier");
        await page.LeaveAsync(() => page.Locator("main button[value='verifier']").ClickAsync());
        await page.LeaveAsync(() => page.GetByText("Notification de la résiliation", new() { Exact = true }).ClickAsync());
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("Votre résiliation est notifiée");

        var mail = await site.Sink.WaitForAsync(Email, "Accusé de réception");
        mail.TextBody!.ShouldContain(reference);
        Number().IsMatch(mail.TextBody!).ShouldBeTrue();
        (await site.WithAsync<GazetierDb, bool>(db => db.Subscriptions.AnyAsync(s => s.Reference == reference && s.CancelledAt != null))).ShouldBeTrue();
    });

    private static Task<string> SubscribeAsync(LiveSite site) => site.WithAsync<GazetierDb, string>(async db =>
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var account = new Account { UserName = Email, NormalizedUserName = Email.ToUpperInvariant(), Email = Email, NormalizedEmail = Email.ToUpperInvariant(), EmailConfirmed = true, CreatedAt = now };
        var subscription = new Subscription { AccountId = account.Id, From = now.AddMonths(-2), Until = now.AddMonths(10), Origin = "Formule Individuelle" };
        db.AddRange(account, subscription);
        await db.SaveChangesAsync();
        return subscription.Reference;
    });

    [GeneratedRegex("RES-[2-9A-Z]{5}-[2-9A-Z]{5}", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
