using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Gazetier.Tests.Features.Purchases;

/// <summary>Speaks the HTTP of the card provider: a session is asked for by a form with a key, and the same idempotency key gets the same session.</summary>
internal sealed class ProviderDouble : HttpMessageHandler
{
    public const string Secret = "whsec_of_the_tests";

    private readonly ConcurrentDictionary<string, string> _sessions = new(StringComparer.Ordinal);

    public bool IsAway { get; set; }

    /// <summary>What was asked, as fields of a form.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Asked { get; } = new();

    public static (string, string)[] Settings =>
        [("Stripe:SecretKey", "sk_test_1"), ("Stripe:WebhookSecret", Secret), ("Stripe:ApiBase", "https://api.provider.example"), ("Stripe:CheckoutOrigin", "https://checkout.provider.example")];

    /// <summary>A notice as the provider writes it.</summary>
    public static string Notice(string id, Guid purchase, int cents, string status = "paid", string intent = "pi_1") => $$$"""
        {"id":"{{{id}}}","object":"event","api_version":"2026-01-28","type":"checkout.session.completed","created":1795408200,"livemode":false,
         "data":{"object":{"id":"cs_1","object":"checkout.session","client_reference_id":"{{{purchase}}}","amount_total":{{{cents}}},"currency":"eur","payment_status":"{{{status}}}","payment_intent":"{{{intent}}}"} } }
        """;

    /// <summary>A notice that of a payment so much has gone back in all.</summary>
    public static string Refund(string id, int refunded, string intent = "pi_1") => $$$"""
        {"id":"{{{id}}}","object":"event","api_version":"2026-01-28","type":"charge.refunded","created":1795408200,"livemode":false,
         "data":{"object":{"id":"ch_1","object":"charge","amount":19900,"amount_refunded":{{{refunded}}},"currency":"eur","payment_intent":"{{{intent}}}"} } }
        """;

    /// <summary>As the provider signs: HMAC-SHA-256 of the time and the body.</summary>
    public static string Sign(string body, DateTime at, string secret = Secret)
    {
        var time = new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeSeconds();
        return $"t={time},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}")))}";
    }

    public static Task<Answer> TellAsync(Browser provider, string body, string? signature)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/paiement/stripe") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("Stripe-Signature", signature);
        }

        return provider.SendAsync(request);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsAway)
        {
            return Json(HttpStatusCode.ServiceUnavailable, """{"error":{"type":"api_error","message":"away"}}""");
        }

        if (request.RequestUri!.AbsoluteUri != "https://api.provider.example/v1/checkout/sessions" || request.Headers.Authorization?.ToString() != "Bearer sk_test_1")
        {
            return Json(HttpStatusCode.Unauthorized, """{"error":{"type":"invalid_request_error","message":"no"}}""");
        }

        var form = await request.Content!.ReadAsStringAsync(cancellationToken);
        Asked.Enqueue(form.Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => WebUtility.UrlDecode(pair[0]), pair => WebUtility.UrlDecode(pair[1]), StringComparer.Ordinal));
        var session = _sessions.GetOrAdd(request.Headers.GetValues("Idempotency-Key").Single(), _ => $"cs_{_sessions.Count + 1}");
        return Json(HttpStatusCode.OK, $$"""{"id":"{{session}}","object":"checkout.session","url":"https://checkout.provider.example/c/pay/{{session}}"}""");
    }

    private static HttpResponseMessage Json(HttpStatusCode status, string json) => new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
}
