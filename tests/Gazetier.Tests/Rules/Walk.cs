using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Gazetier.Tests.Rules;

/// <summary>Follows every link of the site, from where it is sent, and hands each answer over as text.</summary>
/// <param name="everyCoding">Each address plain, gzipped and with Brotli, and by HEAD; else one of the four in turn.</param>
internal sealed partial class Walk(Browser browser, bool everyCoding)
{
    private static readonly string?[] Ways = [null, "gzip", "br", "HEAD"];

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<string> _ahead = new();

    /// <summary>Addresses asked so far, without what stands behind them.</summary>
    public IReadOnlySet<string> Seen => _seen;

    /// <summary>Visits <paramref name="from"/> and all that is linked there, feeds and sitemaps included.</summary>
    public async Task RunAsync(IEnumerable<string> from, Action<string, string> take)
    {
        foreach (var path in from)
        {
            Add(path);
        }

        for (var turn = 0; _ahead.TryDequeue(out var path); turn++)
        {
            var ways = everyCoding ? Ways : turn % 4 == 0 ? [null] : [null, Ways[turn % 4]];
            var texts = new HashSet<string>(StringComparer.Ordinal);
            foreach (var way in ways)
            {
                var (head, body) = await AskAsync(path, way);
                take($"headers of {path} ({way ?? "plain"})", head);
                if (texts.Add(body))
                {
                    take($"{path} ({way ?? "plain"})", body);
                    AddLinks(body);
                }
            }
        }
    }

    private async Task<(string Head, string Body)> AskAsync(string path, string? way)
    {
        using var request = new HttpRequestMessage(way == "HEAD" ? HttpMethod.Head : HttpMethod.Get, path);
        if (way is "gzip" or "br")
        {
            request.Headers.Add("Accept-Encoding", way);
        }

        var (answer, bytes) = await browser.BytesAsync(request);
        if ((int)answer.Status >= 500 && !path.StartsWith("/erreur/5", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{path} answers {answer.Status}.");
        }

        var head = string.Join('\n', answer.Headers.Select(h => $"{h.Key}: {h.Value}"));
        if (answer.Location is { } target)
        {
            Add(target);
        }

        return (head, Encoding.UTF8.GetString(Decode(bytes, answer.Headers.GetValueOrDefault("Content-Encoding"))));
    }

    private static byte[] Decode(byte[] bytes, string? coding)
    {
        if (coding is null || bytes.Length == 0)
        {
            return bytes;
        }

        using var from = new MemoryStream(bytes);
        using Stream decoded = coding == "br" ? new BrotliStream(from, CompressionMode.Decompress) : new GZipStream(from, CompressionMode.Decompress);
        using var to = new MemoryStream();
        decoded.CopyTo(to);
        return to.ToArray();
    }

    private void AddLinks(string body)
    {
        foreach (Match match in Link().Matches(body))
        {
            Add(WebUtility.HtmlDecode(match.Groups["to"].Value));
        }
    }

    private void Add(string address)
    {
        var path = address.Replace("http://localhost", "", StringComparison.Ordinal).Split('#')[0];
        // Pictures and files hold no text of ours; signing in and the offers with each way back are one page a way. Narrowings of
        // a search have no end: one of words at a time.
        var isText = path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !NoText().IsMatch(path);
        if (isText && _seen.Add(path))
        {
            _ahead.Enqueue(path);
        }
    }

    [GeneratedRegex("""(href="|<loc>|<link>|<id>)(?<to>[^"<]+)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^/(images|css|js|fonts)/|^/(connexion|inscription|abonnement/)\?|^/recherche\?((?!q=).*&|.*&.*&)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoText();
}
