using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Gazetier.Web;

/// <summary>Codings that pages are kept in.</summary>
public enum Coding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>Reads <c>Accept-Encoding</c>. Browsers send few different ones, so each is parsed once and remembered.</summary>
public static class ContentCoding
{
    private const int Remembered = 256;
    private static readonly ConcurrentDictionary<string, Coding> Known = new(StringComparer.Ordinal);

    /// <summary>The best coding that the browser takes: Brotli, then gzip; a weight of 0 refuses one (RFC 9110 §12.5.3).</summary>
    public static Coding Of(StringValues accept)
    {
        var header = accept.ToString();
        if (header.Length == 0)
        {
            return Coding.Identity;
        }

        if (Known.TryGetValue(header, out var known))
        {
            return known;
        }

        var coding = Parse(accept);
        if (Known.Count < Remembered && header.Length < 200)
        {
            Known[header] = coding;
        }

        return coding;
    }

    private static Coding Parse(StringValues accept)
    {
        if (!StringWithQualityHeaderValue.TryParseList(accept, out var asked))
        {
            return Coding.Identity;
        }

        var wanted = asked.Where(coding => coding.Quality is null or > 0).Select(coding => coding.Value.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return wanted.Contains("br") ? Coding.Brotli : wanted.Contains("gzip") || wanted.Contains("*") ? Coding.Gzip : Coding.Identity;
    }
}
