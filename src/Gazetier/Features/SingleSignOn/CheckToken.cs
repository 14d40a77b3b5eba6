using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gazetier.Features.SingleSignOn;

/// <summary>
/// Whether a token is the provider's, for us, and of now (P-03). The library checks signatures; what it is to insist on stands here:
/// one algorithm, the one that was registered, and never none.
/// </summary>
public class CheckToken(Discovery discovery, TimeProvider clock)
{
    /// <summary>By how much two clocks may differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    private readonly JsonWebTokenHandler _library = new() { MapInboundClaims = false };

    /// <summary>The claims of an id_token.</summary>
    /// <exception cref="RefusedAnswerException">It is not to be trusted.</exception>
    public async Task<JsonElement> IdTokenAsync(Provider provider, ProviderAddresses addresses, string token, string nonce, CancellationToken cancel)
    {
        var claims = await ReadAsync(provider, addresses, token, mustExpire: true, cancel);
        if (!claims.TryGetProperty("nonce", out var given) || given.ValueKind != JsonValueKind.String || !Attempts.IsSame(nonce, given.GetString()))
        {
            throw new RefusedAnswerException("The nonce is another's");
        }

        // For several readers of a token: it names the one that it was made for (OpenID Connect Core, 3.1.3.7).
        var isShared = claims.GetProperty("aud") is { ValueKind: JsonValueKind.Array } audience && audience.GetArrayLength() > 1;
        var party = claims.TryGetProperty("azp", out var azp) ? azp.ToString() : null;
        if (party is null ? isShared : party != provider.Options.ClientId)
        {
            throw new RefusedAnswerException("The token was made for another party");
        }

        return ProvenIdentity.SubjectOf(claims) is null ? throw new RefusedAnswerException("The token names nobody") : claims;
    }

    /// <summary>The claims of a userinfo that is signed. It need not say when it ends.</summary>
    /// <exception cref="RefusedAnswerException">It is not to be trusted.</exception>
    public Task<JsonElement> UserinfoAsync(Provider provider, ProviderAddresses addresses, string token, CancellationToken cancel) =>
        ReadAsync(provider, addresses, token, mustExpire: false, cancel);

    private async Task<JsonElement> ReadAsync(Provider provider, ProviderAddresses addresses, string token, bool mustExpire, CancellationToken cancel)
    {
        var result = await _library.ValidateTokenAsync(token, Rules(provider, addresses, mustExpire));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            result = await _library.ValidateTokenAsync(token, Rules(provider, await discovery.RenewAsync(provider, cancel), mustExpire));
        }

        return result is { IsValid: true, SecurityToken: JsonWebToken read }
            ? JsonDocument.Parse(Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(read.EncodedPayload))).RootElement
            : throw new RefusedAnswerException("The token is not to be trusted", result.Exception);
    }

    private TokenValidationParameters Rules(Provider provider, ProviderAddresses addresses, bool mustExpire) => new()
    {
        ValidIssuer = addresses.Issuer,
        ValidAudience = provider.Options.ClientId,
        ValidAlgorithms = [provider.Options.Algorithm],
        RequireSignedTokens = true,
        RequireAudience = true,
        // With a secret that both know, no key that the provider publishes counts; and the other way round.
        IssuerSigningKeys = provider.Options.Algorithm.StartsWith("HS", StringComparison.Ordinal)
            ? [new SymmetricSecurityKey(Encoding.UTF8.GetBytes(provider.Options.ClientSecret))]
            : addresses.Keys.Where(key => key is not (SymmetricSecurityKey or JsonWebKey { Kty: "oct" })),
        LifetimeValidator = (from, until, _, _) => IsOfNow(from, until, mustExpire),
    };

    private bool IsOfNow(DateTime? from, DateTime? until, bool mustExpire)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return (until is null ? !mustExpire : now < until + Skew) && (from is null || from <= now + Skew);
    }
}
