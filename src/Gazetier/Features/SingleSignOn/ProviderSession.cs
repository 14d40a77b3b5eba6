using Gazetier.Data;

namespace Gazetier.Features.SingleSignOn;

/// <summary>
/// What a session that a provider opened needs to be ended there, too (P-07). A row of its own: a session is read with each request,
/// and this once.
/// </summary>
public class ProviderSession
{
    /// <summary>
    /// Characters of an id_token that are kept. A longer one is not: the provider is then asked without, as OpenID Connect allows.
    /// ProConnect's have about a thousand; a seal takes 6,000.
    /// </summary>
    public const int LongestToken = 5_500;

    public Guid SessionId { get; set; }

    /// <summary>As in <see cref="SingleSignOn.Provider.Key"/>.</summary>
    public required string Provider { get; set; }

    /// <summary>The id_token, sealed; null: it was too long.</summary>
    public string? ClosedToken { get; set; }

    /// <summary>For <see cref="Seal"/>.</summary>
    public static string Purpose(string provider) => "id token of " + provider;
}
