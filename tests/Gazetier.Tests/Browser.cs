using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Gazetier.Tests;

/// <summary>A browser without JavaScript: keeps cookies, says where its requests come from, follows no redirect.</summary>
public sealed class Browser : IDisposable
{
    private readonly HttpClient _client;

    public Browser(HttpMessageHandler server)
    {
        _client = new HttpClient(new CookieJar(server, Cookies)) { BaseAddress = new Uri("http://localhost") };
    }

    public CookieContainer Cookies { get; } = new();

    public Task<Answer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return SendAsync(request);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await _client.SendAsync(request);
        return new Answer(response, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The answer with its bytes as they came, compressed where so asked.</summary>
    public async Task<(Answer Answer, byte[] Bytes)> BytesAsync(HttpRequestMessage request)
    {
        using var response = await _client.SendAsync(request);
        return (new Answer(response, ""), await response.Content.ReadAsByteArrayAsync());
    }

    public void Dispose() => _client.Dispose();

    private sealed class CookieJar(HttpMessageHandler server, CookieContainer cookies) : DelegatingHandler(server)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var header = cookies.GetCookieHeader(request.RequestUri!);
            if (header.Length > 0)
            {
                request.Headers.Add("Cookie", header);
            }

            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
            {
                foreach (var cookie in set)
                {
                    cookies.SetCookies(request.RequestUri!, cookie);
                }
            }

            return response;
        }
    }
}

/// <summary>What came back.</summary>
public sealed class Answer
{
    private readonly Lazy<IHtmlDocument> _document;

    public Answer(HttpResponseMessage response, string body)
    {
        Status = response.StatusCode;
        Body = body;
        Location = response.Headers.Location?.OriginalString;
        Headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        _document = new(() => new HtmlParser().ParseDocument(body));
    }

    public HttpStatusCode Status { get; }

    public string Body { get; }

    public string? Location { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public IHtmlDocument Document => _document.Value;

    /// <summary>The text of the first element that <paramref name="selector"/> finds, with simple blanks; fails when there is none.</summary>
    public string Text(string selector) =>
        Normal((Document.QuerySelector(selector) ?? throw new InvalidOperationException($"No '{selector}' in: {Body[..Math.Min(Body.Length, 400)]}")).TextContent);

    /// <summary>The texts of all elements that <paramref name="selector"/> finds.</summary>
    public IReadOnlyList<string> Texts(string selector) => [.. Document.QuerySelectorAll(selector).Select(e => Normal(e.TextContent))];

    public bool Has(string selector) => Document.QuerySelector(selector) is not null;

    private static string Normal(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
