namespace Gazetier.Data;

/// <summary>What an identity provider registered for this newspaper (OpenID Connect), <c>Gazetier__OpenId__NAME__…</c>.</summary>
public class ProviderOptions
{
    /// <summary>Where its discovery document lies, without <c>/.well-known/openid-configuration</c>.</summary>
    public string Issuer { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>How it signs: what it registered for us, and nothing else is taken (P-03).</summary>
    public string Algorithm { get; set; } = "RS256";

    /// <summary>Empty: as the discovery document says; so are the three below (P-01).</summary>
    public string AuthorizationEndpoint { get; set; } = "";

    public string TokenEndpoint { get; set; } = "";

    public string UserinfoEndpoint { get; set; } = "";

    public string EndSessionEndpoint { get; set; } = "";

    /// <summary>Whether anything was set: a provider that is half configured is wrong, and not off.</summary>
    public virtual bool IsSet => Issuer.Length + ClientId.Length + ClientSecret.Length > 0;
}

/// <summary>Any provider but ProConnect.</summary>
public class OpenIdOptions : ProviderOptions
{
    /// <summary>How readers know it, on its button; empty: the setting's NAME.</summary>
    public string Label { get; set; } = "";

    public override bool IsSet => true;
}

/// <summary>ProConnect, the State's sign-in for who works in the public service, <c>Gazetier__ProConnect__…</c>.</summary>
public class ProConnectOptions : ProviderOptions
{
    public ProConnectOptions() => Algorithm = "ES256";

    /// <summary>"auth.agentconnect.gouv.fr": the issuer is <c>https://DOMAIN/api/v2</c>, unless one is given.</summary>
    public string Domain { get; set; } = "";

    public override bool IsSet => base.IsSet || Domain.Length > 0;

    /// <summary>The issuer, however it was said.</summary>
    public string WholeIssuer => Issuer.Length > 0 ? Issuer : Domain.Length > 0 ? $"https://{Domain}/api/v2" : "";
}
