using System.IO.Compression;
using System.Text;
using Gazetier.Web;
using Shouldly;

namespace Gazetier.Tests.Web;

public class KeptPageTests
{
    private static readonly byte[] Plain = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<p>L’eau devient plus chère.</p>\n", 400)));

    private readonly KeptPage _page = new(
        Plain,
        [new("Content-Type", "text/html; charset=utf-8"), new("Content-Length", "1"), new("ETag", "\"of the other\""), new("Last-Modified", "Mon, 23 Nov 2026 04:30:00 GMT")],
        ["front"],
        long.MaxValue);

    [Theory]
    [InlineData(null, null)]
    [InlineData("identity", null)]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("gzip;q=0, br;q=0", null)]
    [InlineData("*", "gzip")]
    [InlineData("\"nonsense", null)]
    public async Task Each_coding_holds_the_same_page(string? accepted, string? given)
    {
        var (response, body) = await Kept.AskAsync(_page, accepted);

        response.StatusCode.ShouldBe(200);
        response.Headers.ContentEncoding.ToString().ShouldBe(given ?? "");
        response.ContentLength.ShouldBe(body.Length);
        response.ContentType.ShouldBe("text/html; charset=utf-8");
        (await DecodedAsync(body, given)).ShouldBe(Plain);
    }

    [Fact]
    public async Task Each_coding_has_a_tag_of_its_own()
    {
        var tags = new HashSet<string>(StringComparer.Ordinal);
        foreach (var coding in new[] { "identity", "gzip", "br" })
        {
            tags.Add((await Kept.AskAsync(_page, coding)).Response.Headers.ETag.ToString());
        }

        tags.Count.ShouldBe(3);
        tags.ShouldNotContain("\"of the other\"");
        var same = new KeptPage(Plain, [], [], 0);
        tags.ShouldContain((await Kept.AskAsync(same)).Response.Headers.ETag.ToString());
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("identity")]
    public async Task Who_has_the_page_is_told_so_without_a_body(string coding)
    {
        var tag = (await Kept.AskAsync(_page, coding)).Response.Headers.ETag.ToString();

        foreach (var asked in new[] { tag, $"\"other\", {tag}", $"W/{tag}", "*" })
        {
            var (response, body) = await Kept.AskAsync(_page, coding, request => request.Headers.IfNoneMatch = asked);
            response.StatusCode.ShouldBe(304, asked);
            body.ShouldBeEmpty();
            response.Headers.ETag.ToString().ShouldBe(tag);
            response.Headers.ContentEncoding.Count.ShouldBe(0);
        }

        (await Kept.AskAsync(_page, coding, request => request.Headers.IfNoneMatch = "\"other\"")).Response.StatusCode.ShouldBe(200);
    }

    [Fact]
    public async Task The_time_of_the_last_change_serves_where_no_tag_is_asked()
    {
        const string Changed = "Mon, 23 Nov 2026 04:30:00 GMT";

        (await Kept.AskAsync(_page, null, r => r.Headers.IfModifiedSince = Changed)).Response.StatusCode.ShouldBe(304);
        (await Kept.AskAsync(_page, null, r => r.Headers.IfModifiedSince = "Mon, 23 Nov 2026 04:29:59 GMT")).Response.StatusCode.ShouldBe(200);
        (await Kept.AskAsync(_page, null, r => (r.Headers.IfModifiedSince, r.Headers.IfNoneMatch) = (Changed, "\"other\""))).Response.StatusCode.ShouldBe(200);
    }

    [Fact]
    public async Task A_head_has_the_headers_of_the_page_and_no_body()
    {
        var (get, whole) = await Kept.AskAsync(_page, "gzip");
        var (head, body) = await Kept.AskAsync(_page, "gzip", request => request.Method = "HEAD");

        body.ShouldBeEmpty();
        head.ContentLength.ShouldBe(whole.Length);
        head.Headers.ETag.ShouldBe(get.Headers.ETag);
        head.Headers.ContentEncoding.ToString().ShouldBe("gzip");
    }

    private static async Task<byte[]> DecodedAsync(byte[] body, string? coding)
    {
        await using Stream decoder = coding switch
        {
            "br" => new BrotliStream(new MemoryStream(body), CompressionMode.Decompress),
            "gzip" => new GZipStream(new MemoryStream(body), CompressionMode.Decompress),
            _ => new MemoryStream(body),
        };
        var into = new MemoryStream();
        await decoder.CopyToAsync(into);
        return into.ToArray();
    }
}
