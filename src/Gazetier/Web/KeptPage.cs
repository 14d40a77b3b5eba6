using System.IO.Compression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Gazetier.Web;

/// <summary>An answer kept in memory, compressed once for each coding that was asked for.</summary>
public sealed class KeptPage
{
    // One step above what .NET calls optimal: a twentieth less to carry, for a page that is packed once.
    private static readonly BrotliCompressionOptions Packing = new() { Quality = 5 };

    private readonly byte[] _plain;
    private readonly string _etag;
    private readonly KeyValuePair<string, StringValues>[] _headers;
    private readonly Action<HttpContext>? _given;
    private Coded? _identity;
    private Coded? _gzip;
    private Coded? _brotli;

    /// <param name="plain">The body, not compressed.</param>
    /// <param name="headers">All headers of the answer but those that depend on the coding.</param>
    /// <param name="tags">What it shows.</param>
    /// <param name="until">UTC ticks; not given after.</param>
    /// <param name="given">Told each time that it is given.</param>
    public KeptPage(
        byte[] plain,
        IEnumerable<KeyValuePair<string, StringValues>> headers,
        IReadOnlyCollection<string> tags,
        long until,
        Action<HttpContext>? given = null)
    {
        _plain = plain;
        _given = given;
        Tags = tags;
        UntilTicks = until;
        _etag = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(plain).AsSpan(0, 10));
        _headers = [.. headers.Where(header => !IsOfCoding(header.Key))];
        LastModified = _headers.FirstOrDefault(header => header.Key == HeaderNames.LastModified).Value;
    }

    public IReadOnlyCollection<string> Tags { get; }

    public long UntilTicks { get; }

    /// <summary>
    /// Bytes in memory, once all codings are made: text halves at least in both together. The same from the beginning
    /// to the end, because what is added when a page is kept is subtracted when it goes.
    /// </summary>
    public long Size => (_plain.Length * 2L) + 2048;

    private StringValues LastModified { get; }

    /// <summary>Answers with this page, or 304 where the browser has it.</summary>
    public Task WriteAsync(HttpContext context)
    {
        _given?.Invoke(context);
        var coded = For(ContentCoding.Of(context.Request.Headers.AcceptEncoding));
        var response = context.Response;
        foreach (var header in _headers)
        {
            response.Headers[header.Key] = header.Value;
        }

        response.Headers.ETag = coded.ETag;
        if (IsFresh(context.Request, coded.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        if (coded.Name is not null)
        {
            response.Headers.ContentEncoding = coded.Name;
        }

        response.ContentLength = coded.Body.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.BodyWriter.WriteAsync(coded.Body, context.RequestAborted).AsTask();
    }

    private static bool IsOfCoding(string header) =>
        header.Equals(HeaderNames.ContentLength, StringComparison.OrdinalIgnoreCase)
        || header.Equals(HeaderNames.ContentEncoding, StringComparison.OrdinalIgnoreCase)
        || header.Equals(HeaderNames.ETag, StringComparison.OrdinalIgnoreCase);

    private bool IsFresh(HttpRequest request, string etag)
    {
        var asked = request.Headers.IfNoneMatch;
        if (asked.Count > 0)
        {
            return asked.ToString() is { } list && (list == "*" || list.Contains(etag, StringComparison.Ordinal));
        }

        return LastModified.Count > 0 && request.Headers.IfModifiedSince == LastModified;
    }

    private Coded For(Coding coding) => coding switch
    {
        Coding.Brotli => _brotli ??= Compress("br", "-br", stream => new BrotliStream(stream, Packing)),
        Coding.Gzip => _gzip ??= Compress("gzip", "-gz", stream => new GZipStream(stream, CompressionLevel.SmallestSize)),
        _ => _identity ??= new Coded(null, $"\"{_etag}\"", _plain),
    };

    private Coded Compress(string name, string suffix, Func<Stream, Stream> compressor)
    {
        using var into = new MemoryStream(_plain.Length / 3);
        using (var compressing = compressor(into))
        {
            compressing.Write(_plain);
        }

        return new Coded(name, $"\"{_etag}{suffix}\"", into.ToArray());
    }

    private sealed record Coded(string? Name, string ETag, byte[] Body);
}
