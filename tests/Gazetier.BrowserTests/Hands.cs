using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Gazetier.BrowserTests;

/// <summary>How somebody works a page: with a mouse, or with the keyboard alone. Nothing is done that such a hand could not do.</summary>
public sealed class Hands(IPage page, bool hasMouse)
{
    /// <summary>More stops of the Tab key than any page of the newsroom has.</summary>
    private const int Stops = 250;

    public IPage Page => page;

    public bool HasMouse => hasMouse;

    /// <summary>A button, a link, a summary.</summary>
    public async Task PressAsync(ILocator what)
    {
        if (hasMouse)
        {
            await what.ClickAsync();
            return;
        }

        await ReachAsync(what);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Presses what leads to another page, or to this one anew.</summary>
    public Task FollowAsync(ILocator what) => page.LeaveAsync(() => PressAsync(what));

    public async Task TickAsync(ILocator box)
    {
        if (hasMouse)
        {
            await box.ClickAsync();
        }
        else
        {
            await ReachAsync(box);
            await page.Keyboard.PressAsync("Space");
        }

        await Expect(box).ToBeCheckedAsync();
    }

    /// <summary>Types into a field, in the place of what stands there.</summary>
    public async Task WriteAsync(ILocator field, string text)
    {
        if (hasMouse)
        {
            await field.ClickAsync();
        }
        else
        {
            await ReachAsync(field);
        }

        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>The list that a browser opens is none of the page's, so that a mouse cannot be shown in it: the keyboard types what is wanted.</summary>
    public async Task ChooseAsync(ILocator select, string name)
    {
        if (hasMouse)
        {
            await select.SelectOptionAsync(new SelectOptionValue { Label = name });
        }
        else
        {
            await ReachAsync(select);
            await page.Keyboard.TypeAsync(name);
        }

        await Expect(select.Locator("option:checked")).ToHaveTextAsync(name);
    }

    /// <summary>A field for a day and a minute: its parts stand in the order of the browser's language.</summary>
    public async Task WriteMinuteAsync(ILocator field, DateTime local)
    {
        var wanted = $"{local:yyyy-MM-ddTHH:mm}";
        if (hasMouse)
        {
            await field.FillAsync(wanted);
            return;
        }

        await ReachAsync(field);
        foreach (var parts in new[] { $"{local:MM} {local:dd} {local:yyyy} {local:hh} {local:mm} {(local.Hour < 12 ? "A" : "P")}", $"{local:dd} {local:MM} {local:yyyy} {local:HH} {local:mm}" })
        {
            // Back to the first part.
            for (var part = 0; part < 6; part++)
            {
                await page.Keyboard.PressAsync("ArrowLeft");
            }

            foreach (var (index, part) in parts.Split(' ').Index())
            {
                // A part that can take no other digit is left by itself; a year could.
                await page.Keyboard.TypeAsync(part);
                if (index == 2)
                {
                    await page.Keyboard.PressAsync("ArrowRight");
                }
            }

            if (await field.InputValueAsync() == wanted)
            {
                return;
            }
        }

        await Expect(field).ToHaveValueAsync(wanted);
    }

    /// <summary>Goes on with the Tab key until <paramref name="what"/> has the focus.</summary>
    /// <exception cref="TimeoutException">It cannot be reached.</exception>
    public async Task ReachAsync(ILocator what)
    {
        await what.WaitForAsync();
        for (var stop = 0; !await what.EvaluateAsync<bool>("element => element === document.activeElement"); stop++)
        {
            await page.Keyboard.PressAsync(stop < Stops ? "Tab" : throw new TimeoutException($"{what} on {page.Url} has no stop of the Tab key"));
        }
    }

    /// <summary>Presses what asks for a file, and gives it.</summary>
    public async Task GiveAsync(ILocator what, FilePayload file)
    {
        var chooser = await page.RunAndWaitForFileChooserAsync(() => PressAsync(what));
        await chooser.SetFilesAsync(file);
    }
}
