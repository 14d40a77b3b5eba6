namespace Gazetier.Data;

/// <summary>What is wrong with the settings of identity providers.</summary>
public static class CheckProviders
{
    /// <summary>Characters of a secret that ProConnect gives at least, and that HS256 needs.</summary>
    private const int ShortestSecret = 32;
    private const string Example = "https://id.exemple.fr/realms/mairie";

    private static readonly string[] OfProConnect = ["ES256", "RS256", "HS256"];
    private static readonly string[] OfOthers = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "HS256"];

    public static IEnumerable<(string Setting, string Value, string Wrong, string Example)> Wrong(NewspaperOptions options)
    {
        var pro = options.ProConnect;
        if (pro.IsSet)
        {
            if (pro.Domain.Length > 0 && Uri.CheckHostName(pro.Domain) != UriHostNameType.Dns)
            {
                yield return ("ProConnect__Domain", pro.Domain, "is not the name of a host", "auth.agentconnect.gouv.fr");
            }
            else if (pro.WholeIssuer.Length == 0)
            {
                yield return ("ProConnect__Domain", "", "is empty, and so is Gazetier__ProConnect__Issuer", "auth.agentconnect.gouv.fr");
            }

            foreach (var wrong in Wrong("ProConnect", pro, OfProConnect, pro.WholeIssuer))
            {
                yield return wrong;
            }

            if (pro.ClientSecret.Length is > 0 and < ShortestSecret)
            {
                yield return ("ProConnect__ClientSecret", "…", "is shorter than 32 characters", "the secret that ProConnect gave");
            }
        }

        foreach (var (name, provider) in options.OpenId)
        {
            if (!IsName(name))
            {
                yield return ($"OpenId__{name}__Issuer", provider.Issuer, "is of a provider whose name is not 1 to 40 letters, digits and hyphens, or is proconnect", Example);
            }

            if (provider.Issuer.Length == 0)
            {
                yield return ($"OpenId__{name}__Issuer", "", "is empty", Example);
            }

            foreach (var wrong in Wrong($"OpenId__{name}", provider, OfOthers, provider.Issuer))
            {
                yield return wrong;
            }

            if (provider.Algorithm == "HS256" && provider.ClientSecret.Length is > 0 and < ShortestSecret)
            {
                yield return ($"OpenId__{name}__ClientSecret", "…", "is shorter than the 32 characters that HS256 needs", "a longer secret");
            }
        }
    }

    /// <summary>Whether an address may be asked: over HTTPS, or on this very machine.</summary>
    public static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.UserInfo.Length == 0 && url.Fragment.Length == 0
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));

    private static IEnumerable<(string Setting, string Value, string Wrong, string Example)> Wrong(string prefix, ProviderOptions provider, string[] algorithms, string issuer)
    {
        if (provider.Issuer.Length > 0 && (!IsSafe(issuer) || issuer.Contains('?', StringComparison.Ordinal)))
        {
            yield return ($"{prefix}__Issuer", provider.Issuer, "is not an https address (http on this machine only)", Example);
        }

        (string Name, string Value)[] endpoints =
        [
            (nameof(provider.AuthorizationEndpoint), provider.AuthorizationEndpoint), (nameof(provider.TokenEndpoint), provider.TokenEndpoint),
            (nameof(provider.UserinfoEndpoint), provider.UserinfoEndpoint), (nameof(provider.EndSessionEndpoint), provider.EndSessionEndpoint),
        ];
        foreach (var (name, value) in endpoints.Where(endpoint => endpoint.Value.Length > 0 && !IsSafe(endpoint.Value)))
        {
            yield return ($"{prefix}__{name}", value, "is not an https address (http on this machine only)", "https://id.exemple.fr/authorize");
        }

        if (provider.ClientId.Length == 0)
        {
            yield return ($"{prefix}__ClientId", "", "is empty", "gazetier");
        }

        if (provider.ClientSecret.Length == 0)
        {
            yield return ($"{prefix}__ClientSecret", "", "is empty", "the secret that the provider gave");
        }

        if (!algorithms.Contains(provider.Algorithm, StringComparer.Ordinal))
        {
            yield return ($"{prefix}__Algorithm", provider.Algorithm, $"is not one of {string.Join(", ", algorithms)}", algorithms[0]);
        }
    }

    /// <summary>A name stands in addresses of ours.</summary>
    private static bool IsName(string name) =>
        name.Length is > 0 and <= 40 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') && !name.Equals("proconnect", StringComparison.OrdinalIgnoreCase);
}
