using Microsoft.Playwright;

namespace Gazetier.BrowserTests;

/// <summary>
/// Debian's Chromium without a window, driven by Playwright. A browser may stand still for ever where a page is opened or closed,
/// and Playwright's calls have no limit of their own there. So each walk has its own browser and a limit; what stood still is begun
/// again with a new one. What a walk finds wrong is never asked twice.
/// </summary>
public static class Chromium
{
    private const int Attempts = 3;

    /// <summary>Many times what any walk takes.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
        // Without a window it calls itself headless, and is taken for a robot.
        "--user-agent=Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36",
    ];

    /// <summary>Does <paramref name="walk"/> in a browser of its own; it must be one that can begin again from its first line.</summary>
    /// <exception cref="TimeoutException">It stood still each time.</exception>
    public static async Task WalkAsync(Func<IBrowser, Task> walk)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var playwright = await Playwright.CreateAsync().WaitAsync(Limit);
            var walked = WalkOnceAsync(playwright, walk);
            var isOver = await Task.WhenAny(walked, Task.Delay(Limit)) == walked;
            if (isOver && !IsBroken(walked.Exception?.InnerException))
            {
                await walked;
                return;
            }

            var what = isOver ? $"broke: {walked.Exception!.InnerException!.Message}" : $"stood still for {Limit.TotalMinutes} minutes";
            await Console.Error.WriteLineAsync($"The browser {what} (attempt {attempt} of {Attempts})");
            if (attempt == Attempts)
            {
                throw new TimeoutException($"The browser {what}, {Attempts} times");
            }
        }
    }

    /// <summary>
    /// The one page of a new visitor: no cookies, French, a screen of the given width. It is closed with the browser: closing a
    /// page that still loads is what was seen to stand still (the answer to <c>Target.closeTarget</c> never comes).
    /// </summary>
    public static async Task<IPage> PageAsync(this IBrowser browser, bool javaScript = true, int width = 1280, bool dark = false)
    {
        var visitor = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            JavaScriptEnabled = javaScript,
            Locale = "fr-FR",
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return await visitor.NewPageAsync();
    }

    /// <summary>
    /// Does what leads to a page, be it of the same address, and waits until that page is there: "wait until it is loaded" alone is
    /// content with the page that one is still on.
    /// </summary>
    public static async Task LeaveAsync(this IPage page, Func<Task> act)
    {
        await page.EvaluateAsync("() => { window.before = true; }");
        await act();
        for (var waited = 0; await IsStillThereAsync(page); waited += 25)
        {
            await page.WaitForTimeoutAsync(waited < 15_000 ? 25 : throw new TimeoutException($"{page.Url} was not left"));
        }

        await page.WaitForLoadStateAsync();
    }

    private static async Task<bool> IsStillThereAsync(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<bool>("() => window.before === true");
        }
        catch (PlaywrightException e) when (e.Message.Contains("context was destroyed", StringComparison.Ordinal))
        {
            return true; // just between the two
        }
    }

    private static async Task WalkOnceAsync(IPlaywright playwright, Func<IBrowser, Task> walk)
    {
        // Not the whole browser, which starts services that no test needs.
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium-headless-shell", Args = Arguments });
        await walk(browser);
    }

    // A crash of the browser, not a finding of the walk: those are exceptions of other kinds, or time out waiting for an element.
    private static bool IsBroken(Exception? e) =>
        e is PlaywrightException && (e.Message.Contains("Protocol error", StringComparison.Ordinal)
            || e.Message.Contains("has been closed", StringComparison.Ordinal)
            || e.Message.Contains("crashed", StringComparison.Ordinal));
}
