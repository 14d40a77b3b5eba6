using Gazetier.Data;
using Gazetier.Features.Accounts.Factors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gazetier.Tests.Features.Accounts.Factors;

/// <summary>What the tests of second factors do again and again.</summary>
public static class FactorSteps
{
    public const string Page = "/connexion/second-facteur";

    /// <summary>Gives one of the cast an authenticator; returns its secret.</summary>
    public static async Task<byte[]> GiveAuthenticatorAsync(this Site site, Guid accountId)
    {
        var secret = TimeCode.NewSecret();
        var closed = await site.Services.GetRequiredService<Seal>().CloseAsync(SecretLetters.Of(secret), Authenticator.Purpose(accountId), CancellationToken.None);
        await site.DoAsync(async db =>
        {
            await db.Authenticators.Where(a => a.AccountId == accountId).ExecuteDeleteAsync();
            db.Add(new Authenticator { AccountId = accountId, ClosedSecret = closed, CreatedAt = site.Now });
            await db.SaveChangesAsync();
        });
        return secret;
    }

    /// <summary>What the application shows now.</summary>
    public static string CodeOf(this Site site, byte[] secret) => TimeCode.At(secret, TimeCode.StepAt(site.Now));

    /// <summary>A code that is wrong now, and a moment before and after.</summary>
    public static string WrongCode(this Site site, byte[] secret)
    {
        var right = Enumerable.Range(-1, 3).Select(by => TimeCode.At(secret, TimeCode.StepAt(site.Now) + by)).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(0, 4).Select(n => n.ToString("D6", System.Globalization.CultureInfo.InvariantCulture)).First(code => !right.Contains(code));
    }

    /// <summary>Types a code into the page that asks for one.</summary>
    public static Task<Answer> ProveAsync(this Browser browser, string code, string next = "/redaction") =>
        browser.PostAsync(Page, ("code", code), ("retour", next));

    /// <summary>Makes ten recovery codes, on the page.</summary>
    public static async Task<IReadOnlyList<string>> MakeCodesAsync(this Browser browser) =>
        (await browser.PostAsync("/mon-compte/securite/codes-de-secours")).Texts(".recovery-codes code");
}
