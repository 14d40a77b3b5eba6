using System.Security.Cryptography;
using System.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace Gazetier.Features.SingleSignOn;

/// <summary>Begins a sign-in by a provider: remembers it in this browser, and says where to send the reader.</summary>
public class AskProvider(Discovery discovery, Attempts attempts, PublicAddress address)
{
    /// <summary>The provider's address, with the documented parameters and no other: ProConnect refuses any that it does not know (P-02).</summary>
    /// <exception cref="ProviderAwayException">It does not answer.</exception>
    public async Task<string> RunAsync(HttpContext context, Provider provider, string next, Guid? linkTo, CancellationToken cancel)
    {
        var addresses = await discovery.FindAsync(provider, cancel);
        var attempt = await attempts.BeginAsync(context, provider, next, linkTo, cancel);
        return QueryHelpers.AddQueryString(addresses.Authorization, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["response_type"] = "code",
            ["client_id"] = provider.Options.ClientId,
            ["redirect_uri"] = address.Of(provider.ReturnPath),
            ["scope"] = provider.Scope,
            ["state"] = attempt.State,
            ["nonce"] = attempt.Nonce,
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(attempt.Verifier))),
            ["code_challenge_method"] = "S256",
        });
    }
}
