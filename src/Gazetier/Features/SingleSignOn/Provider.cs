using Gazetier.Data;

namespace Gazetier.Features.SingleSignOn;

/// <summary>Who vouches for readers: ProConnect, or any other that speaks OpenID Connect.</summary>
/// <param name="Key">Small letters, as it stands in our addresses.</param>
/// <param name="Label">As readers know it.</param>
/// <param name="Issuer">Without a slash at its end.</param>
public sealed record Provider(string Key, string Label, string Issuer, bool IsProConnect, ProviderOptions Options)
{
    public const string ProConnectKey = "proconnect";

    /// <summary>What is asked to know: nothing that is not kept, but the address (P-04).</summary>
    public string Scope => IsProConnect ? "openid email siret idp_id belonging_population" : "openid email";

    /// <summary>Where it sends the reader back to; registered with it to the letter.</summary>
    public string ReturnPath => $"/connexion/sso/{Key}/retour";
}

/// <summary>The providers that the operator set: ProConnect first, then the others by their label.</summary>
public class Providers(NewspaperOptions options)
{
    public IReadOnlyList<Provider> All { get; } = [.. Of(options)];

    public Provider? Find(string? key) => All.FirstOrDefault(provider => provider.Key == key);

    /// <summary>Null: it is no longer set.</summary>
    public Provider? OfIssuer(string issuer) => All.FirstOrDefault(provider => provider.Issuer == issuer);

    private static IEnumerable<Provider> Of(NewspaperOptions options)
    {
        if (options.ProConnect.IsSet)
        {
            yield return new Provider(Provider.ProConnectKey, "ProConnect", options.ProConnect.WholeIssuer.TrimEnd('/'), true, options.ProConnect);
        }

        foreach (var (name, other) in options.OpenId.OrderBy(o => o.Value.Label.Length > 0 ? o.Value.Label : o.Key, StringComparer.CurrentCultureIgnoreCase))
        {
            yield return new Provider(name.ToLowerInvariant(), other.Label.Length > 0 ? other.Label : name, other.Issuer.TrimEnd('/'), false, other);
        }
    }
}
