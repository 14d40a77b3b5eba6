using System.Net;
using System.Text;
using Gazetier.Features.Figures;
using Gazetier.Tests.Features.Accounts;
using Shouldly;

namespace Gazetier.Tests.Features.Figures;

/// <summary><c>POST /mesure</c>: strict, small, from our own pages only.</summary>
public class MeasureTests
{
    private static readonly (string Name, string Value)[] Good = [("article", "3"), ("quart", "75"), ("secondes", "30"), ("mur", "oui")];

    [Fact]
    public async Task How_far_and_how_long_are_counted_apart()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await visitor.FillAsync("/mesure", Good)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await visitor.FillAsync("/mesure", ("article", "1"), ("quart", "100"), ("secondes", "180"), ("mur", "non"))).Status.ShouldBe(HttpStatusCode.NoContent);

        (await site.CountsAsync()).ShouldBe(["1 Depth 100: 1", "1 Time 180: 1", "3 DepthToWall 75: 1", "3 Time 30: 1"]);
    }

    [Theory]
    [InlineData("article", "")]
    [InlineData("article", "0")]
    [InlineData("article", "-3")]
    [InlineData("article", "3.0")]
    [InlineData("article", "3 ")]
    [InlineData("article", "99999999999999999999")]
    [InlineData("article", "3' OR 1=1")]
    [InlineData("quart", "0")]
    [InlineData("quart", "33")]
    [InlineData("quart", "100,25")]
    [InlineData("quart", "<script>alert(1)</script>")]
    [InlineData("secondes", "31")]
    [InlineData("secondes", "-1")]
    [InlineData("mur", "peut-être")]
    [InlineData("mur", "")]
    public async Task A_field_that_the_script_would_not_write_is_refused(string name, string value)
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();

        var answer = await visitor.FillAsync("/mesure", [.. Good.Select(field => field.Name == name ? (name, value) : field)]);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body.ShouldBeEmpty();
        (await site.CountsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("text/plain", "article=3&quart=75&secondes=30&mur=oui", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{\"article\":3}", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data", "x", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data", HttpStatusCode.BadRequest)]
    [InlineData("application/x-www-form-urlencoded", "article=3&article=3&quart=75&secondes=30&mur=oui", HttpStatusCode.BadRequest)]
    [InlineData("application/x-www-form-urlencoded", "a&b&c&d&e&f&g&h&i&j&k&l", HttpStatusCode.BadRequest)]
    [InlineData("application/x-www-form-urlencoded", "%", HttpStatusCode.BadRequest)]
    [InlineData("application/x-www-form-urlencoded", "", HttpStatusCode.BadRequest)]
    public async Task A_body_of_another_kind_is_refused(string type, string body, HttpStatusCode status)
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        using var request = Reading.Request(HttpMethod.Post, "/mesure", ("Sec-Fetch-Site", "same-origin"));
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);

        (await visitor.SendAsync(request)).Status.ShouldBe(status);
        (await site.CountsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_large_body_is_not_read_and_another_site_is_not_heard()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await visitor.FillAsync("/mesure", [.. Good, ("x", new string('x', 300))])).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        using var foreign = Reading.Request(HttpMethod.Post, "/mesure", ("Sec-Fetch-Site", "cross-site"));
        foreign.Content = new FormUrlEncodedContent(Good.Select(f => KeyValuePair.Create(f.Name, f.Value)));

        (await visitor.SendAsync(foreign)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await site.CountsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_article_that_does_not_exist_or_is_not_out_gets_the_same_answer_and_no_row()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        foreach (var article in new[] { "4", "777" })
        {
            (await visitor.FillAsync("/mesure", [("article", article), .. Good.Skip(1)])).Status.ShouldBe(HttpStatusCode.NoContent);
        }

        (await site.CountsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Staff_robots_and_who_does_not_want_it_are_not_counted()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        await ines.FillAsync("/mesure", Good);
        await visitor.PostAsync("/mesure", Good);
        await visitor.FillAsync("/donnees-personnelles/mesure", ("choix", "non"));
        (await visitor.FillAsync("/mesure", Good)).Status.ShouldBe(HttpStatusCode.NoContent);

        (await site.CountsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_network_may_report_so_often_and_another_still_may()
    {
        await using var site = await Site.OpenAsync(AccountSteps.FromAnywhere);
        using var visitor = site.Visitor();
        for (var n = 0; n < ReportLimit.AnHour; n++)
        {
            await ReportAsync(visitor, "203.0.113.7");
        }

        (await ReportAsync(visitor, "203.0.113.9")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await ReportAsync(visitor, "203.0.114.9")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await site.CountsAsync(ReadStep.DepthToWall)).ShouldBe([$"3 DepthToWall 75: {ReportLimit.AnHour + 1}"]);
    }

    private static Task<Answer> ReportAsync(Browser browser, string from)
    {
        var request = Reading.Request(HttpMethod.Post, "/mesure", ("Sec-Fetch-Site", "same-origin"), ("X-Test-Address", from));
        request.Content = new FormUrlEncodedContent(Good.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return browser.SendAsync(request);
    }
}
