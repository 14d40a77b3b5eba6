using Gazetier.Data;

namespace Gazetier.Features.SingleSignOn;

/// <summary>An identity that opens no account yet, in the browser that proved it, until its reader shows which account is theirs (P-04).</summary>
/// <param name="Next">Local path to go to afterwards.</param>
/// <param name="Until">UTC.</param>
public sealed record WaitingIdentity(ProvenIdentity Who, string Next, DateTime Until);

/// <summary>Keeps it for an hour, as long as a mailed link lives.</summary>
public class WaitingIdentities(Seal seal, NewspaperOptions options, TimeProvider clock)
{
    /// <summary>Where it is asked for.</summary>
    public const string Page = "/connexion/relier";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private readonly SealedCookie<WaitingIdentity> _cookie = new(seal, options, "identite", Lifetime);

    public Task KeepAsync(HttpContext context, ProvenIdentity who, string next, CancellationToken cancel) =>
        _cookie.WriteAsync(context, new WaitingIdentity(who, next, clock.GetUtcNow().UtcDateTime + Lifetime), cancel);

    /// <summary>Null: none waits.</summary>
    public async Task<WaitingIdentity?> FindAsync(HttpContext context, CancellationToken cancel) =>
        await _cookie.ReadAsync(context, cancel) is { } waiting && waiting.Until > clock.GetUtcNow().UtcDateTime ? waiting : null;

    public void Forget(HttpContext context) => _cookie.Erase(context);
}
