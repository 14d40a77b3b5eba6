using System.Security.Cryptography;
using System.Text;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Accounts.Factors;

namespace Gazetier.Features.SingleSignOn;

/// <summary>Attempts to sign in by a provider: each in the cookie of its browser, each answered once (P-02).</summary>
public class Attempts(GazetierDb db, Seal seal, NewspaperOptions options, TimeProvider clock)
{
    private readonly SealedCookie<SignOnAttempt> _cookie = new(seal, options, "fournisseur", SignOnAttempt.Lifetime);

    /// <summary>The state, the nonce and the verifier are 256 random bits each, 43 characters.</summary>
    public async Task<SignOnAttempt> BeginAsync(HttpContext context, Provider provider, string next, Guid? linkTo, CancellationToken cancel)
    {
        var until = clock.GetUtcNow().UtcDateTime + SignOnAttempt.Lifetime;
        var attempt = new SignOnAttempt(provider.Key, SessionCookie.NewToken(), SessionCookie.NewToken(), SessionCookie.NewToken(), next, linkTo, until);
        await _cookie.WriteAsync(context, attempt, cancel);
        return attempt;
    }

    /// <summary>Null: nobody left from this browser with that state, or it was too long ago, or the answer was given before.</summary>
    public async Task<SignOnAttempt?> TakeAsync(HttpContext context, Provider provider, string? state, CancellationToken cancel)
    {
        if (await _cookie.ReadAsync(context, cancel) is not { } attempt || attempt.Provider != provider.Key || !IsSame(attempt.State, state)
            || attempt.Until < clock.GetUtcNow().UtcDateTime)
        {
            return null;
        }

        _cookie.Erase(context);
        return await db.SpendAsync(attempt.State, attempt.Until, cancel) ? attempt : null;
    }

    /// <summary>In the same time, whatever differs.</summary>
    public static bool IsSame(string expected, string? given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given ?? ""));
}
