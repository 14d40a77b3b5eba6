using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>Passkeys in a real browser, with an authenticator that Chromium plays: made, used instead of a password, used as the second factor.</summary>
public class PasskeyTests
{
    private const string Email = "redaction@echelon.example";
    private const string Password = "bouclage-a-six-heures";

    [Fact]
    public Task A_passkey_is_made_and_opens_the_newsroom() => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        // Passkeys belong to names; a bare address gets none.
        var home = site.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var page = await browser.PageAsync();
        await PlugInAsync(page, answersAtOnce: false);
        await page.GotoAsync(home + "/connexion");
        await page.Locator("main input[name='email']").FillAsync(Email);
        await page.Locator("main input[name='password']").FillAsync(Password);
        await page.Locator("main form button.button:not([type='button'])").First.ClickAsync();
        await page.Locator("#code").FillAsync(await SigningIn.CodeAsync(site, Email));
        await page.Locator("main form button.button:not([type='button'])").First.ClickAsync();
        await page.WaitForURLAsync(home + "/");

        // Made, and named.
        await page.GotoAsync(home + "/mon-compte/securite/cles");
        (await page.Locator("[data-no-passkey]").IsVisibleAsync()).ShouldBeFalse();
        await page.Locator("#nom").FillAsync("Clé d’essai");
        await page.Locator("[data-passkey] button").ClickAsync();
        await page.WaitForURLAsync(home + "/mon-compte/securite?fait=cle");
        await page.GotoAsync(home + "/mon-compte/securite/cles");
        (await page.Locator(".factors strong").InnerTextAsync()).ShouldBe("Clé d’essai");

        // Instead of the password: whole at once.
        await SignOutAsync(page, home);
        await page.GotoAsync(home + "/connexion?retour=/redaction");
        await page.Locator("[data-passkey] button").ClickAsync();
        await page.WaitForURLAsync(home + "/redaction");

        // After the password, in the place of a code.
        await SignOutAsync(page, home);
        await page.GotoAsync(home + "/connexion?retour=/redaction");
        await page.Locator("main input[name='email']").FillAsync(Email);
        await page.Locator("main input[name='password']").FillAsync(Password);
        await page.Locator("main form button.button:not([type='button'])").First.ClickAsync();
        await page.Locator("[data-passkey] button").ClickAsync();
        await page.WaitForURLAsync(home + "/redaction");
    });

    [Fact]
    public Task The_address_field_offers_the_passkey_by_itself() => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var home = site.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var page = await browser.PageAsync();
        await PlugInAsync(page, answersAtOnce: true);
        await page.GotoAsync(home + "/connexion?retour=/mon-compte/securite/cles");
        await page.Locator("main input[name='email']").FillAsync("lecteur@echelon.example");
        await page.Locator("main input[name='password']").FillAsync("le-lecteur-du-matin");
        await page.Locator("main form button.button:not([type='button'])").First.ClickAsync();
        await page.Locator("[data-passkey] button").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/codes-de-secours", StringComparison.Ordinal));
        await SignOutAsync(page, home);

        // Nobody presses anything: the reader chooses the passkey from the field, which the authenticator plays.
        await page.GotoAsync(home + "/connexion?retour=/mon-compte/");
        await page.WaitForURLAsync(home + "/mon-compte/");
        (await page.Locator(".intro").InnerTextAsync()).ShouldContain("lecteur@echelon.example");
    });

    private static async Task SignOutAsync(IPage page, string home)
    {
        await page.GotoAsync(home + "/deconnexion");
        await page.Locator("main form button.button").ClickAsync();
        await page.WaitForURLAsync(home + "/");
    }

    /// <summary>The device's own authenticator, whose owner is always there and always recognised.</summary>
    /// <param name="answersAtOnce">Also where the browser only offers passkeys beside the address field.</param>
    private static async Task PlugInAsync(IPage page, bool answersAtOnce)
    {
        var chromium = await page.Context.NewCDPSessionAsync(page);
        if (!answersAtOnce)
        {
            await page.AddInitScriptAsync("if (window.PublicKeyCredential) PublicKeyCredential.isConditionalMediationAvailable = async () => false;");
        }

        await chromium.SendAsync("WebAuthn.enable", new Dictionary<string, object>(StringComparer.Ordinal) { ["enableUI"] = false });
        await chromium.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
