using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Manuscripts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shouldly;

namespace Gazetier.BrowserTests;

/// <summary>The page on which somebody of the staff writes an article.</summary>
public sealed class WritingDesk(LiveSite site, IPage page, long article)
{
    public const string KeptOnDevice = "Gardé sur cet appareil, pas encore sur le serveur";

    public IPage Page => page;

    public long Article => article;

    public ILocator Text => page.Locator(".editor-area [role=textbox]");

    public ILocator Notices => page.Locator(".editor-notices");

    /// <summary>The desk of a new person of the staff, in a browser of their own.</summary>
    public static async Task<WritingDesk> OpenAsync(
        LiveSite site, IBrowser browser, long article = 1, string name = "Inès Tester", int width = 1280)
    {
        var page = await browser.PageAsync(width: width);
        var email = $"plume.{Guid.CreateVersion7():N}@echelon.example";
        var link = await site.WithAsync<AddAccount, string>(add => add.RunAsync(email, name, StaffRole.EditorInChief));
        await page.GotoAsync(site.Url + new Uri(link).AbsolutePath);
        await page.LeaveAsync(() => page.Locator("main form button.button").ClickAsync());
        await SigningIn.TrustAsync(site, email);
        var desk = new WritingDesk(site, page, article);
        await desk.GoAsync();
        return desk;
    }

    /// <summary>The same person in another tab.</summary>
    public async Task<WritingDesk> AnotherTabAsync()
    {
        var other = new WritingDesk(site, await page.Context.NewPageAsync(), article);
        await other.GoAsync();
        return other;
    }

    public async Task GoAsync()
    {
        await page.GotoAsync($"{site.Url}/redaction/articles/{article}");
        await Text.WaitForAsync();
    }

    /// <summary>Does what leads to a new page, and waits until one can write there.</summary>
    public async Task LeaveAsync(Func<Task> act)
    {
        await page.LeaveAsync(act);
        await Text.WaitForAsync();
    }

    /// <summary>
    /// Waits until the editor has heard where the cursor went: the browser tells it after the key, in a task of its own, and no
    /// hand is as fast as the next key of a test.
    /// </summary>
    public Task SettleAsync() => page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))");

    /// <summary>Takes away what is there and types.</summary>
    public async Task WriteAnewAsync(params string[] paragraphs)
    {
        await Text.FocusAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.PressAsync("Delete");
        await TypeAsync(string.Join('\n', paragraphs));
    }

    /// <summary>Types at the end of the text.</summary>
    public async Task AddAsync(string text)
    {
        await Text.FocusAsync();
        await page.Keyboard.PressAsync("Control+End");
        await SettleAsync();
        await TypeAsync(text);
    }

    public async Task TypeAsync(string text)
    {
        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (index > 0)
            {
                await page.Keyboard.PressAsync("Enter");
            }

            await page.Keyboard.TypeAsync(line);
        }
    }

    /// <summary>What the form would send.</summary>
    public async Task<string> BodyAsync() =>
        (await page.EvaluateAsync<string>("() => new FormData(document.getElementById('copie')).get('Body')")).Replace("&nbsp;", "\u00A0", StringComparison.Ordinal);

    /// <summary>Pastes what another program left in the clipboard.</summary>
    public Task PasteAsync(string html, string plain = "") => Text.EvaluateAsync(
        """
        (area, [html, plain]) => {
          const data = new DataTransfer();
          if (html) data.setData('text/html', html);
          data.setData('text/plain', plain);
          area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """,
        new[] { html, plain });

    /// <summary>Waits until the line under the text says so.</summary>
    public Task StatusAsync(string says) =>
        Assertions.Expect(page.Locator(".editor-status p")).ToContainTextAsync(says, new() { Timeout = 40_000 });

    public async Task SavedAsync()
    {
        await StatusAsync("Enregistré à");
        (await OnServerAsync()).ShouldBe(Features.Articles.Body.Sanitise(await BodyAsync()));
    }

    public async Task<string> OnServerAsync() => (await site.WithAsync<GazetierDb, Content?>(db => db.NewestContentAsync(article, CancellationToken.None)))!.Body;

    /// <summary>Who saved last saves again, from another device.</summary>
    public async Task SaveElsewhereAsync(string body)
    {
        var (seen, staff, content) = await site.WithAsync<GazetierDb, (StartingPoint, SignedIn, Content)>(async db =>
        {
            var by = await db.Manuscripts.Where(m => m.ArticleId == article).Select(m => m.SavedBy!).SingleAsync();
            var staff = new SignedIn(by.Id, Guid.CreateVersion7(), by.DisplayName, by.Role, Web.Language.French, Proof.Passkey, TimeProvider.System.GetUtcNow().UtcDateTime, HasSecondFactor: true);
            return (await db.StartingPointAsync(article, CancellationToken.None), staff, (await db.NewestContentAsync(article, CancellationToken.None))!);
        });
        (await site.WithAsync<SaveManuscript, SaveOutcome?>(save => save.RunAsync(article, seen, content with { Body = body }, staff)))!.Overtaken.ShouldBeNull();
    }

    /// <summary>Bodies of all revisions, asides included.</summary>
    public Task<List<string>> RevisionsAsync() => site.WithAsync<GazetierDb, List<string>>(async db =>
        [.. (await db.Revisions.Where(r => r.ArticleId == article).OrderBy(r => r.Number).Select(r => r.Json).ToListAsync()).Select(json => Content.FromJson(json).Body)]);

    /// <summary>Bodies as the desk would save them untouched, each with the percentage that it says is left to read.</summary>
    public Task<string[][]> RewrittenAsync(string[] bodies) => page.EvaluateAsync<string[][]>(
        """
        async (bodies) => {
          const desk = await import(document.querySelector('script[src*="/editor/"]').src);
          return bodies.map((body) => [desk.rewritten(body), String(desk.percentLeft(body, 0.1))]);
        }
        """,
        bodies);

    /// <summary>Chooses from a menu of the toolbar.</summary>
    public async Task InsertAsync(string command)
    {
        await page.Locator("[data-menu=insert]").ClickAsync();
        await page.Locator($".tool-menu [data-command={command}]").ClickAsync();
    }
}
