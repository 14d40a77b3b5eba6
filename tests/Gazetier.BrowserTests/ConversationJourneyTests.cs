using Gazetier.Data;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>L-60: a comment, reported signed out, removed with its reasons, contested, judged by somebody else; with and without JavaScript.</summary>
public class ConversationJourneyTests
{
    private const string Said = "Les petites communes attendent des gens, pas des guides.";

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 320)]
    public Task From_a_comment_to_an_appeal(bool javaScript, int width) => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var article = site.Url + await site.WithAsync<GazetierDb, string>(async db =>
        {
            // The free one of those that readers talk about, with room on its first page.
            var found = await db.Articles.Where(a => a.ImportKey == "demo:9").Select(a => new { a.Id, a.Slug }).SingleAsync();
            return ArticleAddress.Of(found.Id, found.Slug);
        });

        // Somebody whom the pipeline knows a little writes, and reads it under the article.
        var reader = await browser.PageAsync(javaScript, width);
        await reader.SignInAsync(site, "abonnee@echelon.example", "une-abonnee-fidele");
        await reader.GotoAsync(article);
        await reader.Locator("form.react #texte").FillAsync(Said);
        await reader.LeaveAsync(() => reader.Locator("form.react button.button").ClickAsync());
        (await reader.Locator("main .notice").First.InnerTextAsync()).ShouldContain("publiée");

        // Somebody without an account reports it.
        var visitor = await browser.PageAsync(javaScript, width);
        await SeeAsync(visitor, article, isThere: true);
        await visitor.LeaveAsync(() => visitor.Locator("li.comment", new() { HasTextString = Said }).Last.Locator("a[href^='/signaler/']").First.ClickAsync());
        await visitor.Locator("input[name='motif'][value='Spam']").CheckAsync();
        await visitor.Locator("#explication").FillAsync("Hors du sujet.");
        await visitor.Locator("#nom").FillAsync("Jean Prévert");
        await visitor.Locator("#email").FillAsync("jean@valmorel.example");
        await visitor.Locator("#bonne-foi").CheckAsync();
        await visitor.LeaveAsync(() => visitor.Locator("main form button.button").ClickAsync());
        (await visitor.Locator("main .notice").InnerTextAsync()).ShouldContain("SIG-");
        (await site.Sink.WaitForAsync("jean@valmorel.example", "reçu")).TextBody!.ShouldContain("SIG-");

        // The newsroom takes it off, by the keyboard where there is a script.
        var editor = await browser.PageAsync(javaScript, width);
        await editor.SignInAsync(site, "redaction@echelon.example", "bouclage-a-six-heures");
        await editor.GotoAsync(site.Url + "/redaction/conversation?vue=signalees");
        var entry = editor.Locator(".entry", new() { HasTextString = Said });
        if (javaScript)
        {
            await entry.FocusAsync();
            await editor.LeaveAsync(() => editor.Keyboard.PressAsync("r"));
        }
        else
        {
            await editor.LeaveAsync(() => entry.Locator("button[value^='refuser:']").ClickAsync());
        }

        (await editor.Locator("main .notice.good").InnerTextAsync()).ShouldContain("motifs");
        await SeeAsync(visitor, article, isThere: false);

        // Its author reads why, and contests it.
        var statement = await site.Sink.WaitForAsync("abonnee@echelon.example", "Conversation");
        statement.TextBody!.ShouldContain("charte de la conversation");
        var decision = await site.WithAsync<GazetierDb, Guid>(db => db.Restrictions.OrderByDescending(r => r.At).Select(r => r.Id).FirstAsync());
        await reader.GotoAsync($"{site.Url}/mon-compte/reactions/decisions/{decision}");
        await reader.Locator("#motifs").FillAsync("C’est tout à fait le sujet.");
        await reader.LeaveAsync(() => reader.Locator("button[value='contester']").ClickAsync());

        // Who decided cannot judge; somebody else does.
        await editor.GotoAsync(site.Url + "/redaction/conversation/recours");
        (await editor.Locator("button[value='annuler']").CountAsync()).ShouldBe(0);
        var judge = await browser.PageAsync(javaScript, width);
        await judge.SignInAsync(site, "administration@echelon.example", "qui-compose-l-equipe");
        await judge.GotoAsync(site.Url + "/redaction/conversation/recours");
        await judge.Locator("textarea[name='reponse']").FillAsync("C’est le sujet, en effet.");
        await judge.LeaveAsync(() => judge.Locator("button[value='annuler']").ClickAsync());
        (await site.Sink.WaitForAsync("abonnee@echelon.example", "recours")).TextBody!.ShouldContain("C’est le sujet, en effet.");
        await SeeAsync(visitor, article, isThere: true);
    });

    /// <summary>What readers see changes within some seconds: the page is told at most once in ten.</summary>
    private static async Task SeeAsync(IPage page, string article, bool isThere)
    {
        for (var left = 60; left > 0; left--)
        {
            await page.GotoAsync(article.TrimEnd('/') + "/");
            if (await page.Locator("#reactions .said", new() { HasTextString = Said }).CountAsync() > 0 == isThere)
            {
                return;
            }

            await page.WaitForTimeoutAsync(500);
        }

        throw new ShouldAssertException($"{article}: the comment {(isThere ? "did not come" : "did not go")}");
    }
}
