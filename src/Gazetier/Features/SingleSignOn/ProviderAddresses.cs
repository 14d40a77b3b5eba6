using Gazetier.Data;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Gazetier.Features.SingleSignOn;

/// <summary>What a provider's discovery document says, and the operator may say otherwise (P-01).</summary>
/// <param name="Issuer">To the letter, as it stands in tokens.</param>
/// <param name="Userinfo">Null: it has none.</param>
/// <param name="EndSession">Null: it cannot be asked to end its session.</param>
/// <param name="Keys">That it signs with.</param>
/// <param name="PostsSecret">Our secret goes in the form; else in a header.</param>
/// <param name="NamesItself">It answers with its own name beside the code (RFC 9207).</param>
public sealed record ProviderAddresses(
    string Issuer, string Authorization, string Token, string? Userinfo, string? EndSession, IReadOnlyList<SecurityKey> Keys, bool PostsSecret, bool NamesItself)
{
    /// <exception cref="InvalidDataException">The document is another's, lacks an address, or has one that is not safe.</exception>
    public static ProviderAddresses Of(Provider provider, OpenIdConnectConfiguration found)
    {
        if (found.Issuer?.TrimEnd('/') != provider.Issuer)
        {
            throw new InvalidDataException($"The discovery document is that of {found.Issuer}");
        }

        var methods = found.TokenEndpointAuthMethodsSupported;
        var settings = provider.Options;
        return new ProviderAddresses(
            found.Issuer,
            Safe(settings.AuthorizationEndpoint, found.AuthorizationEndpoint) ?? throw new InvalidDataException("No address to send readers to"),
            Safe(settings.TokenEndpoint, found.TokenEndpoint) ?? throw new InvalidDataException("No address to exchange codes at"),
            Safe(settings.UserinfoEndpoint, found.UserInfoEndpoint),
            Safe(settings.EndSessionEndpoint, found.EndSessionEndpoint),
            [.. found.SigningKeys],
            provider.IsProConnect || methods.Contains("client_secret_post", StringComparer.Ordinal),
            found.AuthorizationResponseIssParameterSupported);
    }

    private static string? Safe(string set, string? found)
    {
        var address = set.Length > 0 ? set : found;
        return string.IsNullOrEmpty(address) ? null : CheckProviders.IsSafe(address) ? address : throw new InvalidDataException($"{address} is not an https address");
    }
}
