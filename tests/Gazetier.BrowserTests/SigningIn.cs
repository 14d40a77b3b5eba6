using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Accounts.Factors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shouldly;

namespace Gazetier.BrowserTests;

/// <summary>How a walk signs in: by password, and by the code where the account asks for one.</summary>
public static class SigningIn
{
    /// <param name="email">One of the demonstration's.</param>
    public static async Task SignInAsync(this IPage page, LiveSite site, string email, string password)
    {
        await page.GotoAsync(site.Url + "/connexion");
        await page.Locator("main input[name='email']").FillAsync(email);
        await page.Locator("main input[name='password']").FillAsync(password);
        await page.LeaveAsync(() => page.Locator("main form button.button:not([type='button'])").First.ClickAsync());
        if (page.Url.Contains("/connexion/second-facteur", StringComparison.Ordinal))
        {
            await page.Locator("#code").FillAsync(await CodeAsync(site, email));
            await page.LeaveAsync(() => page.Locator("main form button.button:not([type='button'])").First.ClickAsync());
        }

        page.Url.ShouldNotContain("/connexion");
    }

    /// <summary>What the application of one of the demonstration's staff shows. Walks sign in more often than a code changes: used ones count again.</summary>
    public static async Task<string> CodeAsync(LiveSite site, string email)
    {
        await site.WithAsync<GazetierDb, int>(db => db.Authenticators.ExecuteUpdateAsync(a => a.SetProperty(x => x.LastStep, 0)));
        return await site.WithAsync<ShownCodes, string>(async codes => (await codes.RunAsync(CancellationToken.None)).Single(code => code.Email == email).Code);
    }

    /// <summary>Makes the sessions of an account whole, for walks that are about something else: as if its passkey had answered.</summary>
    public static async Task TrustAsync(LiveSite site, string email)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var id = await site.WithAsync<GazetierDb, Guid>(db => db.Accounts.Where(a => a.Email == email).Select(a => a.Id).SingleAsync());
        await site.WithAsync<GazetierDb, int>(db => db.Sessions.Where(s => s.AccountId == id)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Proof, Proof.Passkey).SetProperty(x => x.ProvenAt, now)));
        await site.WithAsync<ForgetReader, bool>(forget =>
        {
            forget(id);
            return Task.FromResult(true);
        });
    }
}
