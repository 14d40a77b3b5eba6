using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gazetier.Tests.Features.SingleSignOn;

/// <summary>What the double signs, and how: as it should, unless a test wants otherwise.</summary>
public sealed class TokensOfDouble
{
    public const string Issuer = ProConnectDouble.Host + "/api/v2";

    private readonly JsonWebTokenHandler _library = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly RSA _rsa = RSA.Create(2048);
    private ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private string _keyId = "key-1";

    /// <summary>Changes the claims of an id_token.</summary>
    public Action<Dictionary<string, object>> IdClaims { get; set; } = _ => { };

    /// <summary>Changes the claims of a userinfo.</summary>
    public Action<Dictionary<string, object>> UserinfoClaims { get; set; } = _ => { };

    /// <summary>How an id_token is signed: "ES256", or as an attacker would.</summary>
    public string Signing { get; set; } = "ES256";

    /// <summary>The same for userinfo.</summary>
    public string UserinfoSigning { get; set; } = "ES256";

    /// <summary>The id_tokens of this provider.</summary>
    public HashSet<string> Issued { get; } = new(StringComparer.Ordinal);

    /// <summary>A new key in the place of the old one, as providers do once in a while.</summary>
    public void ChangeKey() => (_key, _keyId) = (ECDsa.Create(ECCurve.NamedCurves.nistP256), "key-2");

    public string Jwks()
    {
        var (ec, rsa) = (_key.ExportParameters(false), _rsa.ExportParameters(false));
        return JsonSerializer.Serialize(new
        {
            keys = new object[]
            {
                new { kty = "EC", crv = "P-256", use = "sig", alg = "ES256", kid = _keyId, x = Base64(ec.Q.X!), y = Base64(ec.Q.Y!) },
                // It may sign for others with RS256: that is no reason to take it.
                new { kty = "RSA", use = "sig", alg = "RS256", kid = "rsa-1", n = Base64(rsa.Modulus!), e = Base64(rsa.Exponent!) },
            },
        });
    }

    public string IdToken(string subject, string nonce, DateTimeOffset now)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["iss"] = Issuer,
            ["aud"] = ProConnectDouble.ClientId,
            ["sub"] = subject,
            ["nonce"] = nonce,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddSeconds(60).ToUnixTimeSeconds(),
            ["acr"] = "eidas1",
        };
        IdClaims(claims);
        var token = Sign(claims, Signing);
        Issued.Add(token);
        return token;
    }

    public string Userinfo(Dictionary<string, object> claims, DateTimeOffset now)
    {
        (claims["iss"], claims["aud"], claims["iat"], claims["exp"]) = (Issuer, ProConnectDouble.ClientId, now.ToUnixTimeSeconds(), now.AddSeconds(60).ToUnixTimeSeconds());
        UserinfoClaims(claims);
        return Sign(claims, UserinfoSigning);
    }

    private string Sign(Dictionary<string, object> claims, string how)
    {
        var payload = JsonSerializer.Serialize(claims);
        if (how == "none")
        {
            return $"{Base64(Encoding.UTF8.GetBytes("""{"alg":"none","typ":"JWT"}"""))}.{Base64(Encoding.UTF8.GetBytes(payload))}.";
        }

        SecurityKey key = how switch
        {
            "HS256 with our secret" => new SymmetricSecurityKey(Encoding.UTF8.GetBytes(ProConnectDouble.ClientSecret)),
            // The oldest trick: what is public is taken for a secret.
            "HS256 with the public key" => new SymmetricSecurityKey(_key.ExportSubjectPublicKeyInfo()) { KeyId = _keyId },
            "RS256" => new RsaSecurityKey(_rsa) { KeyId = "rsa-1" },
            "another's key" => new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = _keyId },
            _ => new ECDsaSecurityKey(_key) { KeyId = _keyId },
        };
        // A key signs one at a time.
        lock (_library)
        {
            var token = _library.CreateToken(payload, new SigningCredentials(key, how.StartsWith("HS", StringComparison.Ordinal) ? "HS256" : how == "RS256" ? "RS256" : "ES256"));
            return how == "broken" ? token[..^6] + "AAAAAA" : token;
        }
    }

    private static string Base64(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);
}
