using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Gazetier.Web;

namespace Gazetier.Features.SingleSignOn;

/// <summary>Exchanges the code that a reader came back with for the word of the provider, and checks it (P-03).</summary>
public class RedeemCode(IHttpClientFactory clients, Discovery discovery, CheckToken check, PublicAddress address)
{
    /// <summary>Who it is, and the id_token, for the way out (P-07).</summary>
    /// <exception cref="ProviderAwayException">It does not answer.</exception>
    /// <exception cref="RefusedAnswerException">The code is not worth anything, or the answer is not to be trusted.</exception>
    public async Task<(ProvenIdentity Who, string IdToken)> RunAsync(Provider provider, SignOnAttempt attempt, string code, string? issuer, CancellationToken cancel)
    {
        var addresses = await discovery.FindAsync(provider, cancel);
        if (issuer is null ? addresses.NamesItself : issuer != addresses.Issuer)
        {
            throw new RefusedAnswerException("The answer is another provider's");
        }

        var tokens = await ExchangeAsync(provider, addresses, attempt, code, cancel);
        var claims = await check.IdTokenAsync(provider, addresses, tokens.IdToken, attempt.Nonce, cancel);
        var userinfo = addresses.Userinfo is { } page ? await UserinfoAsync(provider, addresses, page, tokens.AccessToken, cancel) : (JsonElement?)null;
        if (userinfo is { } more && ProvenIdentity.SubjectOf(more) != ProvenIdentity.SubjectOf(claims))
        {
            throw new RefusedAnswerException("The userinfo is about somebody else");
        }

        if (userinfo is null && provider.IsProConnect)
        {
            throw new RefusedAnswerException("ProConnect names no userinfo");
        }

        return (ProvenIdentity.Of(provider, claims, userinfo), tokens.IdToken);
    }

    private async Task<(string IdToken, string AccessToken)> ExchangeAsync(
        Provider provider, ProviderAddresses addresses, SignOnAttempt attempt, string code, CancellationToken cancel)
    {
        var settings = provider.Options;
        Dictionary<string, string> form = new(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = address.Of(provider.ReturnPath),
            ["code_verifier"] = attempt.Verifier,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, addresses.Token);
        if (addresses.PostsSecret)
        {
            (form["client_id"], form["client_secret"]) = (settings.ClientId, settings.ClientSecret);
        }
        else
        {
            // RFC 6749, 2.3.1: both are form-encoded before.
            var pair = $"{WebUtility.UrlEncode(settings.ClientId)}:{WebUtility.UrlEncode(settings.ClientSecret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        }

        request.Content = new FormUrlEncodedContent(form);
        var (text, _) = await SendAsync(provider, request, cancel);
        var answer = Read(text);
        return Text(answer, "id_token") is { } id && Text(answer, "access_token") is { } access
            ? (id, access)
            : throw new RefusedAnswerException("The answer holds no tokens");
    }

    private async Task<JsonElement> UserinfoAsync(Provider provider, ProviderAddresses addresses, string page, string accessToken, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        var (text, type) = await SendAsync(provider, request, cancel);
        if (string.Equals(type, "application/jwt", StringComparison.OrdinalIgnoreCase))
        {
            return await check.UserinfoAsync(provider, addresses, text, cancel);
        }

        return provider.IsProConnect ? throw new RefusedAnswerException("The userinfo is not signed") : Read(text);
    }

    /// <summary>4xx is an answer: no. All else is none.</summary>
    private async Task<(string Text, string? Type)> SendAsync(Provider provider, HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            using var response = await clients.CreateClient(Discovery.Client).SendAsync(request, cancel);
            var text = await response.Content.ReadAsStringAsync(cancel);
            if (response.IsSuccessStatusCode)
            {
                discovery.Answered(provider);
                return (text, response.Content.Headers.ContentType?.MediaType);
            }

            var why = $"{request.RequestUri!.AbsolutePath} answers {(int)response.StatusCode} {ErrorIn(text)}";
            throw (int)response.StatusCode is >= 400 and < 500 and not 429 ? new RefusedAnswerException(why) : new HttpRequestException(why);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or InvalidOperationException
            || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            discovery.DidNotAnswer(provider, error);
            throw new ProviderAwayException($"{provider.Key} does not answer", error);
        }
    }

    /// <summary>"invalid_client": what the operator needs to know. The rest of an answer is not for the log.</summary>
    private static string? ErrorIn(string text)
    {
        try
        {
            return JsonDocument.Parse(text).RootElement is { ValueKind: JsonValueKind.Object } answer && Text(answer, "error") is { Length: < 60 } error && error.All(c => char.IsAsciiLetter(c) || c == '_')
                ? error
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement Read(string text)
    {
        try
        {
            var root = JsonDocument.Parse(text).RootElement;
            return root.ValueKind == JsonValueKind.Object ? root : throw new RefusedAnswerException("The answer is no object");
        }
        catch (JsonException error)
        {
            throw new RefusedAnswerException("The answer is not JSON", error);
        }
    }

    private static string? Text(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
