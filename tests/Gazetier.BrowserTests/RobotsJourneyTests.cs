using System.Net;
using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>The publisher refuses a section to training and sees it come out; a robot is turned away, and its visit stands in the log; with JavaScript and without.</summary>
public class RobotsJourneyTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task From_the_matrix_to_the_answer_of_a_robot(bool javaScript) => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await browser.PageAsync(javaScript, width: javaScript ? 1280 : 360);
        await page.SignInAsync(site, "redaction@echelon.example", "bouclage-a-six-heures");
        await page.GotoAsync(site.Url + "/redaction/robots");
        await page.Locator("#rubrique").SelectOptionAsync("juridique");
        await page.LeaveAsync(() => page.Locator("form.filters button").ClickAsync());
        await page.Locator("[id='juridique-Archive']").SelectOptionAsync("Refused");
        await page.LeaveAsync(() => page.Locator("button[value=apercu]").ClickAsync());
        (await page.Locator("pre").InnerTextAsync()).ShouldContain("Disallow: /rubriques/juridique/");
        await page.LeaveAsync(() => page.Locator("main form[method=post] button.button:not(.quiet)").First.ClickAsync());
        (await page.Locator("[role=status]").First.InnerTextAsync()).ShouldContain("C’est enregistré");

        using var robot = new HttpClient(new SocketsHttpHandler());
        robot.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 (compatible; archive.org_bot; +https://archive.example)");
        (await StatusAsync("/rubriques/juridique/")).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync("/")).ShouldBe(HttpStatusCode.OK);

        await page.GotoAsync(site.Url + "/licence");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("Juridique");
        await page.GotoAsync(site.Url + "/redaction/robots/visites");
        (await page.Locator("table.lines").First.InnerTextAsync()).ShouldContain("archive.org_bot");
        var file = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[download]").ClickAsync());
        (await File.ReadAllTextAsync(await file.PathAsync())).ShouldContain("GPTBot;OpenAI");

        async Task<HttpStatusCode> StatusAsync(string path)
        {
            using var answer = await robot.GetAsync(site.Url + path);
            return answer.StatusCode;
        }
    });
}
