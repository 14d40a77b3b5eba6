using System.Net;
using Gazetier.Web;
using Microsoft.AspNetCore.Http;
using Shouldly;

namespace Gazetier.Tests.Web;

public class FetchMetadataTests
{
    [Theory]
    [InlineData("same-origin", null, true)]
    [InlineData("none", null, true)]
    [InlineData("cross-site", null, false)]
    [InlineData("same-site", null, false)]
    [InlineData("", null, true)]
    [InlineData("nonsense", null, false)]
    [InlineData("cross-site", "https://journal.example", false)]
    [InlineData(null, "https://journal.example", true)]
    [InlineData(null, "https://JOURNAL.example", true)]
    [InlineData(null, "https://evil.example", false)]
    [InlineData(null, "https://journal.example.evil.example", false)]
    [InlineData(null, "https://journal.example:8443", false)]
    [InlineData(null, "null", false)]
    [InlineData(null, null, true)]
    public async Task A_form_passes_when_it_comes_from_our_own_page(string? site, string? origin, bool passes)
    {
        foreach (var method in new[] { "POST", "PUT", "PATCH", "DELETE" })
        {
            (await PassesAsync(method, "/langue", site, origin)).ShouldBe(passes, method);
        }
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public async Task Reading_passes_from_anywhere(string method) =>
        (await PassesAsync(method, "/", "cross-site", "https://evil.example")).ShouldBeTrue();

    [Theory]
    [InlineData("/u/abc", true)]
    [InlineData("/u", true)]
    [InlineData("/ux", false)]
    [InlineData("/mon-compte/u/abc", false)]
    public async Task One_click_unsubscription_passes_from_anywhere(string path, bool passes) =>
        (await PassesAsync("POST", path, "cross-site", "https://mail.example")).ShouldBe(passes);

    [Fact]
    public async Task Who_is_refused_reads_why()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/langue") { Content = new FormUrlEncodedContent([new("langue", "en")]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        var answer = await visitor.SendAsync(request);

        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Headers.ShouldNotContainKey("Set-Cookie");
        answer.Text("h1").ShouldBe("Cette demande ne vient pas de notre page");
    }

    private static async Task<bool> PassesAsync(string method, string path, string? site, string? origin)
    {
        var passed = false;
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Request.Path = path;
        context.Request.Host = new HostString("journal.example");
        context.Request.Headers["Sec-Fetch-Site"] = site;
        context.Request.Headers.Origin = origin;
        await new FetchMetadata(_ =>
        {
            passed = true;
            return Task.CompletedTask;
        }).InvokeAsync(context);
        context.Response.StatusCode.ShouldBe(passed ? 200 : 403);
        return passed;
    }
}
