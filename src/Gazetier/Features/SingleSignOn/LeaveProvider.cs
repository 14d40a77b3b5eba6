using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Web;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.SingleSignOn;

/// <summary>Ends the session at the provider, after ours is over already (P-07): a provider that is away keeps nobody signed in here.</summary>
public class LeaveProvider(GazetierDb db, Providers providers, Discovery discovery, Seal seal, PublicAddress address, NewspaperOptions options, TimeProvider clock)
{
    /// <summary>Where the provider sends readers back to; registered with it to the letter.</summary>
    public const string ReturnPath = "/deconnexion/retour";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);
    private readonly SealedCookie<Leaving> _cookie = new(seal, options, "sortie", Lifetime);

    /// <summary>The provider and its address to lead to; null: the session was not opened by one, or it has no such address.</summary>
    public async Task<(Provider Provider, string Address)?> RunAsync(HttpContext context, Guid sessionId, CancellationToken cancel)
    {
        var opened = await db.ProviderSessions.AsNoTracking().SingleOrDefaultAsync(s => s.SessionId == sessionId, cancel);
        if (opened is null)
        {
            return null;
        }

        await db.ProviderSessions.Where(s => s.SessionId == sessionId).ExecuteDeleteAsync(cancel);
        var token = await seal.OpenAsync(opened.ClosedToken, ProviderSession.Purpose(opened.Provider), cancel);
        if (providers.Find(opened.Provider) is not { } provider || (token is null && provider.IsProConnect) || await EndAsync(provider, cancel) is not { } end)
        {
            return null;
        }

        var leaving = new Leaving(provider.Key, SessionCookie.NewToken(), clock.GetUtcNow().UtcDateTime + Lifetime);
        await _cookie.WriteAsync(context, leaving, cancel);
        return (provider, QueryHelpers.AddQueryString(end, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [token is null ? "client_id" : "id_token_hint"] = token ?? provider.Options.ClientId,
            ["state"] = leaving.State,
            ["post_logout_redirect_uri"] = address.Of(ReturnPath),
        }));
    }

    /// <summary>The provider that a reader comes back from; null: nobody left from this browser with that state.</summary>
    public async Task<Provider?> ReturnedAsync(HttpContext context, string? state, CancellationToken cancel)
    {
        if (await _cookie.ReadAsync(context, cancel) is not { } leaving || leaving.Until < clock.GetUtcNow().UtcDateTime || !Attempts.IsSame(leaving.State, state))
        {
            return null;
        }

        _cookie.Erase(context);
        return providers.Find(leaving.Provider);
    }

    private async Task<string?> EndAsync(Provider provider, CancellationToken cancel)
    {
        try
        {
            return (await discovery.FindAsync(provider, cancel)).EndSession;
        }
        catch (ProviderAwayException)
        {
            return null;
        }
    }

    /// <param name="Until">UTC.</param>
    private sealed record Leaving(string Provider, string State, DateTime Until);
}
