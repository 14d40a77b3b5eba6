using System.Collections.Concurrent;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Access;

/// <summary>
/// Tells who a request comes from. What a cookie stands for is remembered for as long as a right may outlive its end,
/// 60 seconds, so that a page that is kept costs no query.
/// </summary>
public class Readers(IServiceScopeFactory scopes, SessionCookie cookie, IEnumerable<BringRights> bring, TimeProvider clock)
{
    /// <summary>A-06: no right outlives its end by more.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromSeconds(60);

    private const int AtMost = 100_000;
    private const int SignedOut = 0x80;
    private readonly BringRights[] _bring = [.. bring];
    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <summary>The class of a request's pages; leaves the reader with the request. A visitor costs next to nothing.</summary>
    public async ValueTask<PageClass> ClassifyAsync(HttpContext context)
    {
        var hasCookies = context.Request.Headers.Cookie.Count > 0;
        var token = hasCookies ? cookie.Read(context.Request) : null;
        var reader = token is null ? null : await FindAsync(token, context.RequestAborted);
        if (token is not null && reader is null && await LeadAsync(context, token) is { } led)
        {
            context.Features.Set(led);
            return new PageClass((byte)AccessClass.Visitor, default, 0, LedElsewhere.Apart);
        }

        var (brought, apart) = await BringAsync(context, reader ?? Reader.Visitor);
        var language = hasCookies ? Speak(context, reader) : default;
        if (brought == Reader.Visitor)
        {
            return new PageClass((byte)AccessClass.Visitor, language);
        }

        context.Features.Set(brought);
        context.Features.Set(brought.SignedIn);
        var now = clock.GetUtcNow().UtcDateTime;
        // A visitor whose address, or gift, opens what subscribers read is given pages that offer to sign in.
        var kind = (byte)brought.Rights.ClassAt(now) | (brought.SignedIn is null && brought.Rights.Grants.Length > 0 ? SignedOut : 0);
        return new PageClass((byte)kind, language, brought.Rights.HoldsAt(now).Bits, apart);
    }

    /// <summary>Whose session was cut for a newer one reads why before anything else, in a window only .</summary>
    private async ValueTask<LedElsewhere?> LeadAsync(HttpContext context, string token)
    {
        if (!RealNavigation.Is(context.Request) || context.Request.Path.StartsWithSegments("/connexion", StringComparison.Ordinal))
        {
            return null;
        }

        await using var scope = scopes.CreateAsyncScope();
        var path = await scope.ServiceProvider.GetRequiredService<GazetierDb>().LeadAsync(context.Request, token, context.RequestAborted);
        return path is null ? null : new LedElsewhere(path);
    }

    private static Language Speak(HttpContext context, Reader? reader)
    {
        var language = reader?.SignedIn?.Language
            ?? LanguageOfRequest.FromCode(context.Request.Cookies[LanguageOfRequest.Cookie]);
        if (language != Language.French)
        {
            context.Features.Set(new SpokenLanguage(language));
        }

        return language;
    }

    /// <summary>What the request brings besides its reader's own rights, asked in the order of their worth.</summary>
    private async ValueTask<(Reader Reader, string? Apart)> BringAsync(HttpContext context, Reader reader)
    {
        string? apart = null;
        foreach (var one in _bring)
        {
            if (await one(context, reader) is { } brought)
            {
                reader = reader with { Rights = reader.Rights.With(brought.Grants) };
                apart += brought.Apart;
            }
        }

        return (reader, apart);
    }

    /// <summary>Whether whoever asks reads the newspaper already: the offer is not put before them.</summary>
    public bool Subscribes(HttpContext context) => Decision.Of(Asked.ThePaper, context.Reader().Rights, clock.GetUtcNow().UtcDateTime).MayReadAll;

    /// <summary>Forgets at once what is known of a session on this node; the others learn it within <see cref="Remembered"/>.</summary>
    public void Forget(Guid accountId)
    {
        foreach (var (token, known) in _known)
        {
            if (known.Reader?.SignedIn?.AccountId == accountId)
            {
                _known.TryRemove(token, out _);
            }
        }
    }

    private async ValueTask<Reader?> FindAsync(string token, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (_known.TryGetValue(token, out var known) && now < known.Until)
        {
            return known.Reader;
        }

        var reader = await LoadAsync(token, now, cancel);
        if (_known.Count > AtMost)
        {
            _known.Clear();
        }

        // Only real sessions are remembered: invented cookies must not fill the memory.
        if (reader is null)
        {
            _known.TryRemove(token, out _);
        }
        else
        {
            _known[token] = new Known(reader, now + Remembered);
        }

        return reader;
    }

    private async Task<Reader?> LoadAsync(string token, DateTime now, CancellationToken cancel)
    {
        var hash = SessionCookie.Hash(token);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GazetierDb>();
        var session = await db.Sessions.TagWith("session").AsNoTracking().Open(now)
            .Where(s => s.TokenHash == hash)
            .Select(s => new
            {
                s.Id,
                s.AccountId,
                s.Account.DisplayName,
                s.Account.Email,
                s.Account.Role,
                s.Account.Language,
                s.LastSeenAt,
                s.Proof,
                s.ProvenAt,
                HasSecondFactor = db.Authenticators.Any(a => a.AccountId == s.AccountId) || db.UserPasskeys.Any(p => p.UserId == s.AccountId),
            })
            .FirstOrDefaultAsync(cancel);
        if (session is null)
        {
            return null;
        }

        var isStale = session.Role is not null && now - session.LastSeenAt > SignedIn.StaffIdleLimit;
        if (now - session.LastSeenAt > TimeSpan.FromHours(1))
        {
            await SeenAsync(db, session.Id, isStale, now, cancel);
        }

        var name = session.Role is not null && session.DisplayName.Length == 0 ? session.Email! : session.DisplayName;
        var signedIn = new SignedIn(
            session.AccountId, session.Id, name, session.Role, LanguageOfRequest.FromCode(session.Language),
            isStale ? null : session.Proof, isStale ? null : session.ProvenAt, session.HasSecondFactor);
        return new Reader(signedIn, await db.RightsOfAsync(session.AccountId, session.Role is not null, cancel));
    }

    /// <param name="isStale">Staff who were away too long: the proof is void with the same line that ends their absence.</param>
    private static Task<int> SeenAsync(GazetierDb db, Guid sessionId, bool isStale, DateTime now, CancellationToken cancel)
    {
        var session = db.Sessions.Where(s => s.Id == sessionId);
        return isStale
            ? session.ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now).SetProperty(x => x.Proof, (Proof?)null).SetProperty(x => x.ProvenAt, (DateTime?)null), cancel)
            : session.ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), cancel);
    }

    private sealed record Known(Reader? Reader, DateTime Until);
}
