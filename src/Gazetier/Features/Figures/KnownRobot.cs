using System.Buffers;
using System.Collections.Concurrent;

namespace Gazetier.Features.Figures;

/// <summary>
/// Tells programs from readers by what they call themselves. Nothing more is tried: who hides is counted as a reader, which is
/// better than looking at readers closely enough to find out.
/// </summary>
public static class KnownRobot
{
    /// <summary>Parts of names: of crawlers, of what fetches a preview when a link is posted, of libraries, of monitors.</summary>
    private static readonly SearchValues<string> Marks = SearchValues.Create(
        [
            "bot", "crawl", "spider", "slurp", "archive", "scrap", "fetch", "preview", "facebookexternalhit", "whatsapp", "embedly",
            "curl/", "wget", "python", "java/", "go-http-client", "libwww", "httpclient", "okhttp", "axios", "guzzle", "ruby", "perl",
            "headless", "phantomjs", "lighthouse", "pagespeed", "monitor", "uptime", "pingdom", "check", "validator",
            "feed", "rss", "google-", "mediapartners", "yandex.com", "baidu", "claude-", "perplexity-", "chatgpt-", "+http",
        ],
        StringComparison.OrdinalIgnoreCase);

    private const int Remembered = 2000;
    private const int Longest = 300;

    // Readers' browsers call themselves by few names: each is looked through once.
    private static readonly ConcurrentDictionary<string, bool> Known = new(StringComparer.Ordinal);
    private static int _remembered;

    /// <param name="agent">The header <c>User-Agent</c>. A browser always has one.</param>
    public static bool Is(string? agent)
    {
        if (string.IsNullOrEmpty(agent))
        {
            return true;
        }

        if (Known.TryGetValue(agent, out var known))
        {
            return known;
        }

        var isRobot = agent.AsSpan().ContainsAny(Marks);
        if (agent.Length <= Longest && Volatile.Read(ref _remembered) < Remembered && Known.TryAdd(agent, isRobot))
        {
            Interlocked.Increment(ref _remembered);
        }

        return isRobot;
    }
}
