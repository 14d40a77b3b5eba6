using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>A reader prepares for an exam: finds its date, answers a quiz, learns a sheet, sees how far they are and erases it; with JavaScript and without.</summary>
public class ExamJourneyTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task From_the_calendar_to_a_score_and_progress_that_can_be_erased(bool javaScript) => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await browser.PageAsync(javaScript, width: javaScript ? 1280 : 360);
        await page.SignInAsync(site, "lecteur@echelon.example", "le-lecteur-du-matin");
        await page.GotoAsync(site.Url + "/concours/");
        (await page.Locator("main h3:not(.clubs-today h3)").CountAsync()).ShouldBe(4);
        await page.LeaveAsync(() => page.Locator("section[aria-labelledby=preparer] a").First.ClickAsync());
        (await page.Locator("#progression").InnerTextAsync()).ShouldBe("0 étapes faites sur 6");

        // The first step is a quiz: all right but one.
        await page.LeaveAsync(() => page.Locator("#etape-1 h2 a").ClickAsync());
        var quiz = page.Url;
        foreach (var (question, answers) in new[] { (0, "1"), (1, "1"), (2, "0"), (3, "013"), (4, "0") })
        {
            foreach (var answer in answers)
            {
                await page.Locator($"input[name=q{question}][value='{answer}']").CheckAsync();
            }
        }

        await page.LeaveAsync(() => page.Locator("form.quiz button").ClickAsync());
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("4 sur 5");
        (await page.Locator("main .questions .status.bad").CountAsync()).ShouldBe(1);
        (await page.Locator("main").InnerTextAsync()).ShouldContain("ses articles sont codifiés");
        await page.LeaveAsync(() => page.Locator("a[href^='/concours/preparer/']").ClickAsync());
        (await page.Locator("#etape-1 .status").InnerTextAsync()).ShouldBe("Votre meilleur score : 4 sur 5.".Replace(" :", "\u00A0:", StringComparison.Ordinal));

        // The second a sheet, which says for which day it is right.
        await page.LeaveAsync(() => page.Locator("#etape-2 h2 a").ClickAsync());
        (await page.Locator("main .notice").First.InnerTextAsync()).ShouldContain("À jour au");
        await page.GoBackAsync();
        await page.LeaveAsync(() => page.Locator("#etape-2 form button").ClickAsync());
        (await page.Locator("#progression").InnerTextAsync()).ShouldBe("2 étapes faites sur 6");
        quiz.ShouldContain("/quiz/");
        await page.LeaveAsync(() => page.Locator("button[value=effacer]").ClickAsync());
        (await page.Locator("#progression").InnerTextAsync()).ShouldBe("0 étapes faites sur 6");
    });
}
