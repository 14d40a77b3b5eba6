using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;

namespace Gazetier.Tests.Rules;

/// <summary>Every answer carries the security headers, whatever it is (ASVS 3.4).</summary>
public class HeadersTests
{
    [Theory]
    [InlineData("GET", "/", HttpStatusCode.OK)]
    [InlineData("HEAD", "/", HttpStatusCode.OK)]
    [InlineData("GET", "/css/gazetier.css", HttpStatusCode.OK)]
    [InlineData("GET", "/fonts/newsreader-text.woff2", HttpStatusCode.OK)]
    [InlineData("GET", "/favicon.svg", HttpStatusCode.OK)]
    [InlineData("GET", "/cette-adresse-n-existe-pas", HttpStatusCode.NotFound)]
    [InlineData("GET", "/999999999/rien/", HttpStatusCode.NotFound)]
    [InlineData("GET", "/health/live", HttpStatusCode.OK)]
    [InlineData("GET", "/health/ready", HttpStatusCode.OK)]
    [InlineData("POST", "/langue", HttpStatusCode.Forbidden)]
    public async Task Every_answer_carries_them(string method, string path, HttpStatusCode status)
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        // Twice: the second answer of a public page is one that was kept.
        for (var time = 0; time < 2; time++)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            var answer = await visitor.SendAsync(request);

            answer.Status.ShouldBe(status);
            answer.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
            answer.Headers["Referrer-Policy"].ShouldBe("strict-origin-when-cross-origin");
            answer.Headers["Cross-Origin-Opener-Policy"].ShouldBe("same-origin");
            answer.Headers["Cross-Origin-Resource-Policy"].ShouldBe("same-origin");
            answer.Headers.ShouldContainKey("Permissions-Policy");
            var policy = answer.Headers["Content-Security-Policy"];
            policy.ShouldContain("default-src 'none'");
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldNotContain("unsafe");
            policy.ShouldNotContain("http");
            policy.ShouldNotContain("*");
            answer.Headers.ShouldNotContainKey("X-Powered-By");
        }
    }

    [Fact]
    public async Task The_server_does_not_say_what_it_is()
    {
        await using var site = await Site.OpenAsync();

        // The test's server never says it; the real one is asked not to.
        site.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.AddServerHeader.ShouldBeFalse();
    }

    [Theory]
    [InlineData("/css/gazetier.css?v=1", "br", true)]
    [InlineData("/js/show-password.js", "gzip", true)]
    [InlineData("/favicon.svg", "br, gzip", true)]
    [InlineData("/css/gazetier.css", "identity", false)]
    [InlineData("/fonts/newsreader-text.woff2", "br, gzip", false)]
    public async Task Style_and_scripts_travel_packed(string path, string accept, bool isPacked)
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Encoding", accept);
        var answer = await visitor.SendAsync(request);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Headers.ContainsKey("Content-Encoding").ShouldBe(isPacked);
        answer.Headers.GetValueOrDefault("Vary").ShouldBe(path.StartsWith("/fonts", StringComparison.Ordinal) ? null : "Accept-Encoding");
        answer.Headers.ShouldNotContainKey("X-Robots-Tag");
    }

    [Fact]
    public async Task Style_and_fonts_are_kept_for_a_year_where_the_address_names_the_version()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();

        (await visitor.GetAsync("/css/gazetier.css?v=1")).Headers["Cache-Control"].ShouldBe("public, max-age=31536000, immutable");
        (await visitor.GetAsync("/css/gazetier.css")).Headers["Cache-Control"].ShouldBe("public, no-cache");
        (await visitor.GetAsync("/")).Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!.ShouldContain("?v=");
    }
}
