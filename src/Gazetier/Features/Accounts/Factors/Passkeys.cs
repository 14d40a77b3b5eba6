using System.Globalization;
using Gazetier.Data;
using Gazetier.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts.Factors;

/// <summary>
/// Asks a browser's passkeys and checks what they answer. The framework knows the protocol (WebAuthn); the question that was asked
/// waits in a closed cookie of a few minutes, so that visitors who ask for one leave nothing in the database.
/// </summary>
public class Passkeys(
    GazetierDb db, IPasskeyHandler<Account> protocol, UserManager<Account> accounts, Seal seal, NewspaperOptions options, TimeProvider clock)
{
    /// <summary>Characters of an answer that we read.</summary>
    public const int LongestAnswer = 20_000;

    public const int MostOfAccount = 20;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly HostCookie _cookie = new(options, "defi");

    /// <summary>What the browser needs to make a passkey for this account, as JSON.</summary>
    public async Task<string> AskForNewAsync(HttpContext context, Account account, CancellationToken cancel)
    {
        var owner = new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.Email!, DisplayName = account.CalledName };
        var asked = await protocol.MakeCreationOptionsAsync(owner, context);
        await RememberAsync(context, asked.AttestationState, NewPurpose(account.Id), cancel);
        return asked.CreationOptionsJson;
    }

    /// <summary>Keeps the passkey that the browser made; false: the answer does not fit the question, or another account has it.</summary>
    public async Task<bool> KeepAsync(HttpContext context, Account account, string answer, string name, CancellationToken cancel)
    {
        if (await RecallAsync(context, answer, NewPurpose(account.Id), cancel) is not { } state)
        {
            return false;
        }

        var result = await protocol.PerformAttestationAsync(new() { HttpContext = context, CredentialJson = answer, AttestationState = state });
        if (!result.Succeeded || await db.UserPasskeys.CountAsync(p => p.UserId == account.Id, cancel) >= MostOfAccount
            || await accounts.FindByPasskeyIdAsync(result.Passkey.CredentialId) is not null)
        {
            return false;
        }

        result.Passkey.Name = name;
        return await accounts.FindByIdAsync(account.Id.ToString()) is { } owner && (await accounts.AddOrUpdatePasskeyAsync(owner, result.Passkey)).Succeeded;
    }

    /// <summary>What the browser needs to prove an account, as JSON.</summary>
    /// <param name="account">Null: whichever the reader chooses.</param>
    public async Task<string> AskAsync(HttpContext context, Account? account, CancellationToken cancel)
    {
        var asked = await protocol.MakeRequestOptionsAsync(account, context);
        await RememberAsync(context, asked.AssertionState, Purpose(account?.Id), cancel);
        return asked.RequestOptionsJson;
    }

    /// <summary>Whose passkey answered; null: the answer does not fit the question, was given before, or is unknown.</summary>
    /// <param name="accountId">Whose it must be; null: anybody's.</param>
    public async Task<Account?> CheckAsync(HttpContext context, Guid? accountId, string? answer, CancellationToken cancel)
    {
        if (await RecallAsync(context, answer, Purpose(accountId), cancel) is not { } state)
        {
            return null;
        }

        var result = await protocol.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = answer!, AssertionState = state });
        if (!result.Succeeded || !await db.SpendAsync(state, clock.GetUtcNow().UtcDateTime + Lifetime, cancel))
        {
            return null;
        }

        // Its count of signatures goes up: a copy of the key would fall behind.
        return (await accounts.AddOrUpdatePasskeyAsync(result.User, result.Passkey)).Succeeded ? result.User : null;
    }

    private static string NewPurpose(Guid accountId) => $"passkey new {accountId:N}";

    private static string Purpose(Guid? accountId) => $"passkey of {accountId?.ToString("N") ?? "anybody"}";

    private async Task RememberAsync(HttpContext context, string? state, string purpose, CancellationToken cancel)
    {
        var until = clock.GetUtcNow().Add(Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        _cookie.Write(context.Response, await seal.CloseAsync($"{until} {state}", purpose, cancel), Lifetime);
    }

    private async Task<string?> RecallAsync(HttpContext context, string? answer, string purpose, CancellationToken cancel)
    {
        var known = await seal.OpenAsync(_cookie.Find(context.Request), purpose, cancel);
        return answer is { Length: > 0 and < LongestAnswer } && known?.Split(' ', 2) is [var until, var state]
            && clock.GetUtcNow().ToUnixTimeSeconds() < long.Parse(until, CultureInfo.InvariantCulture)
            ? state
            : null;
    }
}
