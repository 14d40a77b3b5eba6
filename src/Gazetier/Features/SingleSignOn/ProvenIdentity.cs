using System.Text.Json;
using Gazetier.Features.Accounts;

namespace Gazetier.Features.SingleSignOn;

/// <summary>Whom a provider vouches for, as far as we want to know.</summary>
/// <param name="Issuer">Without a slash at its end; with <paramref name="Subject"/> the key of an identity (P-04).</param>
/// <param name="Email">As <see cref="EmailAddress.Read"/> gives it; null: none, or none that is one.</param>
/// <param name="IsEmailProven">The provider answers for the address. It never opens an account that exists.</param>
/// <param name="Siret">14 digits, of ProConnect alone: of others, anybody may have typed it.</param>
public sealed record ProvenIdentity(
    string Provider, string Issuer, string Subject, string? Email, bool IsEmailProven, string? IdpId, string? Siret, string? BelongingPopulation)
{
    private const int Longest = 255;

    /// <param name="token">The claims of the id_token; may be empty of all but the subject.</param>
    /// <param name="userinfo">Null: the provider has no such page.</param>
    public static ProvenIdentity Of(Provider provider, JsonElement token, JsonElement? userinfo)
    {
        var said = userinfo is { } more && Text(more, "email") is not null ? more : token;
        var email = EmailAddress.Read(Text(said, "email"));
        var pro = provider.IsProConnect ? userinfo : null;
        return new ProvenIdentity(
            provider.Key,
            provider.Issuer,
            SubjectOf(token)!,
            email,
            email is not null && (provider.IsProConnect || IsTrue(said, "email_verified")),
            Kept(pro, "idp_id"),
            Kept(pro, "siret") is { Length: 14 } siret && siret.All(char.IsAsciiDigit) ? siret : null,
            Kept(pro, "belonging_population"));
    }

    /// <summary>Null: none, or longer than OpenID Connect allows.</summary>
    public static string? SubjectOf(JsonElement claims) => Text(claims, "sub") is { Length: > 0 and <= Longest } subject ? subject : null;

    private static string? Kept(JsonElement? claims, string name) => claims is { } some && Text(some, name) is { Length: > 0 and <= Longest } text ? text : null;

    private static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsTrue(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && (value.ValueKind == JsonValueKind.True || (value.ValueKind == JsonValueKind.String && value.GetString() == "true"));
}
