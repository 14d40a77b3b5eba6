using System.Buffers;
using System.Collections.Frozen;

namespace Gazetier.Features.Figures;

/// <summary>Where readers come from, as coarsely as it is kept.</summary>
public enum ReferrerKind
{
    /// <summary>Typed, a bookmark, most mails, an application: the browser says nothing.</summary>
    Direct,

    /// <summary>Another page of ours.</summary>
    Ours,
    Search,
    Social,

    /// <summary>A mail, where its program says so; most do not, and our links carry nothing that would.</summary>
    Mail,
    Other,
}

/// <summary>Reads the header <c>Referer</c>: only its host is looked at, never the page. Pure, without an allocation.</summary>
public static class Referrer
{
    /// <summary>Characters of a host that is named; a longer one is not.</summary>
    public const int LongestHost = 100;

    private static readonly SearchValues<char> OfHosts = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-");
    private static readonly string[] Names = Enum.GetNames<ReferrerKind>();

    /// <summary>A host, or the end of one after a dot.</summary>
    private static readonly FrozenDictionary<string, ReferrerKind>.AlternateLookup<ReadOnlySpan<char>> Known = new Dictionary<string, ReferrerKind>(StringComparer.OrdinalIgnoreCase)
    {
        ["bing.com"] = ReferrerKind.Search,
        ["duckduckgo.com"] = ReferrerKind.Search,
        ["qwant.com"] = ReferrerKind.Search,
        ["ecosia.org"] = ReferrerKind.Search,
        ["lilo.org"] = ReferrerKind.Search,
        ["startpage.com"] = ReferrerKind.Search,
        ["search.yahoo.com"] = ReferrerKind.Search,
        ["search.brave.com"] = ReferrerKind.Search,
        ["kagi.com"] = ReferrerKind.Search,
        ["baidu.com"] = ReferrerKind.Search,
        ["chatgpt.com"] = ReferrerKind.Search,
        ["perplexity.ai"] = ReferrerKind.Search,
        ["com.google.android.googlequicksearchbox"] = ReferrerKind.Search,
        ["facebook.com"] = ReferrerKind.Social,
        ["instagram.com"] = ReferrerKind.Social,
        ["threads.net"] = ReferrerKind.Social,
        ["linkedin.com"] = ReferrerKind.Social,
        ["lnkd.in"] = ReferrerKind.Social,
        ["com.linkedin.android"] = ReferrerKind.Social,
        ["x.com"] = ReferrerKind.Social,
        ["twitter.com"] = ReferrerKind.Social,
        ["t.co"] = ReferrerKind.Social,
        ["bsky.app"] = ReferrerKind.Social,
        ["mastodon.social"] = ReferrerKind.Social,
        ["reddit.com"] = ReferrerKind.Social,
        ["youtube.com"] = ReferrerKind.Social,
        ["t.me"] = ReferrerKind.Social,
        ["whatsapp.com"] = ReferrerKind.Social,
        ["com.google.android.gm"] = ReferrerKind.Mail,
        ["outlook.com"] = ReferrerKind.Mail,
        ["outlook.live.com"] = ReferrerKind.Mail,
        ["outlook.office.com"] = ReferrerKind.Mail,
        ["outlook.office365.com"] = ReferrerKind.Mail,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Name(this ReferrerKind kind) => Names[(int)kind];

    /// <param name="referrer">The header, "https://host/…".</param>
    /// <param name="ours">The host that was asked, with its port.</param>
    /// <param name="host">The other site's host, without "www."; only its own characters are looked at.</param>
    public static ReferrerKind Of(string? referrer, string? ours, out ReadOnlySpan<char> host)
    {
        host = HostOf(referrer);
        if (host.IsEmpty)
        {
            return ReferrerKind.Direct;
        }

        if (Same(host, ours))
        {
            return ReferrerKind.Ours;
        }

        host = WithoutPort(host);
        host = host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
        return IsMail(host) ? ReferrerKind.Mail : IsGoogle(host) ? ReferrerKind.Search : OfList(host);
    }

    /// <summary>Whether a host may be named: letters of a name, a dot in it, not too long.</summary>
    public static bool IsHostName(ReadOnlySpan<char> host) =>
        host.Length <= LongestHost && host.Contains('.') && !host.ContainsAnyExcept(OfHosts);

    private static ReferrerKind OfList(ReadOnlySpan<char> host)
    {
        for (var rest = host; ; rest = rest[(rest.IndexOf('.') + 1)..])
        {
            if (Known.TryGetValue(rest, out var kind))
            {
                return kind;
            }

            if (!rest.Contains('.'))
            {
                return ReferrerKind.Other;
            }
        }
    }

    private static ReadOnlySpan<char> HostOf(ReadOnlySpan<char> referrer)
    {
        var start = referrer.IndexOf("://", StringComparison.Ordinal);
        if (start < 0)
        {
            return [];
        }

        var rest = referrer[(start + 3)..];
        var end = rest.IndexOfAny('/', '?', '#');
        return end < 0 ? rest : rest[..end];
    }

    private static ReadOnlySpan<char> WithoutPort(ReadOnlySpan<char> host) => host.IndexOf(':') is >= 0 and var port ? host[..port] : host;

    private static bool Same(ReadOnlySpan<char> host, string? ours) => host.Equals(ours, StringComparison.OrdinalIgnoreCase);

    private static bool IsMail(ReadOnlySpan<char> host) =>
        host.StartsWith("mail.", StringComparison.OrdinalIgnoreCase) || host.StartsWith("webmail.", StringComparison.OrdinalIgnoreCase);

    /// <summary>google.com, google.fr, news.google.com, google.co.uk.</summary>
    private static bool IsGoogle(ReadOnlySpan<char> host) =>
        host.StartsWith("google.", StringComparison.OrdinalIgnoreCase) || host.Contains(".google.", StringComparison.OrdinalIgnoreCase);
}
