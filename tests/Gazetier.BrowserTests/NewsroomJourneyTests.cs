using System.Globalization;
using Gazetier.Tests.Features.Pictures;
using Microsoft.Playwright;
using NetVips;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gazetier.BrowserTests;

/// <summary>
/// From the first word to the reader: somebody who has never seen the newsroom writes, illustrates and hands over; an editor notes,
/// completes and publishes at a set minute. By mouse, and with the keyboard alone.
/// </summary>
public class NewsroomJourneyTests
{
    private const string Headline = "Le pont des Sablons rouvre en avril";
    private const string Standfirst = "Fermé depuis deux hivers, le pont communal reprend du service. La commune a payé seule.";
    private const string Opening = "Les barrières sont tombées lundi matin, devant quarante habitants et deux bétonnières.";
    private const string Alternative = "Le pont des Sablons vu de la rive droite, barrières ôtées";
    private const string Credit = "Claire Vasseur / L’Échelon";
    private const string Note = "Qui a payé, et combien ? À dire ici.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task An_article_is_written_read_over_and_appears_at_its_minute(bool hasMouse) => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var journalist = new Hands(await browser.PageAsync(), hasMouse);
        await SignInAsync(journalist, site, "journaliste@echelon.example", "un-papier-avant-midi");
        var article = await BeginAsync(journalist);
        await WriteAsync(journalist, site, article);
        await IllustrateAsync(journalist);
        await FileAsync(journalist);
        await journalist.FollowAsync(Button(journalist.Page, "Donner à relire"));
        await Expect(journalist.Page.Locator("#etat")).ToContainTextAsync("À relire");
        await IsOnlyReadAsync(journalist.Page);

        var editor = new Hands(await browser.PageAsync(), hasMouse);
        await SignInAsync(editor, site, "redaction@echelon.example", "bouclage-a-six-heures");
        await OpenFromDeskAsync(editor);
        await NoteAsync(editor);
        await IsToldAsync(journalist, site);
        await editor.FollowAsync(Button(editor.Page, "Marquer comme réglée"));
        await Expect(editor.Page.Locator("#notes summary")).ToContainTextAsync("0 ouverte");

        var minute = site.Clock.GetUtcNow().AddMinutes(3);
        minute = minute.AddTicks(-(minute.Ticks % TimeSpan.TicksPerMinute));
        await CompleteAsync(editor);
        await ScheduleAsync(editor, minute);
        await IsUnseenAsync(browser, site, article);
        site.Clock.ForwardTo(minute);
        await IsSeenAsync(browser, site, article);
    });

    private static async Task SignInAsync(Hands hands, LiveSite site, string email, string password)
    {
        await hands.Page.GotoAsync(site.Url + "/redaction");
        await hands.WriteAsync(hands.Page.Locator("main input[name='email']"), email);
        await hands.WriteAsync(hands.Page.Locator("main input[name='password']"), password);
        await hands.FollowAsync(Button(hands.Page.Locator("main"), "Se connecter"));
        await hands.WriteAsync(hands.Page.Locator("#code"), await SigningIn.CodeAsync(site, email));
        await hands.FollowAsync(Button(hands.Page.Locator("main"), "Confirmer"));
        // Where one wanted to go.
        hands.Page.Url.ShouldBe(site.Url + "/redaction");
    }

    private static async Task<long> BeginAsync(Hands hands)
    {
        await hands.FollowAsync(hands.Page.Locator("main a[href='/redaction/articles/nouveau']"));
        await hands.WriteAsync(hands.Page.Locator("#titre"), "Pont des Sablons");
        await hands.ChooseAsync(hands.Page.Locator("#rubrique"), "Technique");
        await hands.FollowAsync(Button(hands.Page.Locator("main"), "Créer"));
        return long.Parse(new Uri(hands.Page.Url).Segments[^1], CultureInfo.InvariantCulture);
    }

    private static async Task WriteAsync(Hands hands, LiveSite site, long article)
    {
        var desk = new WritingDesk(site, hands.Page, article);
        await desk.Text.WaitForAsync();
        await hands.WriteAsync(hands.Page.Locator("#Kicker"), "Ouvrages d'art");
        await hands.WriteAsync(hands.Page.Locator("#Headline"), Headline);
        await hands.WriteAsync(hands.Page.Locator("#Standfirst"), Standfirst);
        await hands.WriteAsync(desk.Text, "");
        await desk.TypeAsync($"{Opening}\n## Deux hivers de détours\nLe car scolaire faisait neuf kilomètres de plus, matin et soir.");
        await desk.SavedAsync();
        (await desk.BodyAsync()).ShouldBe($"<p>{Opening}</p>\n<h2>Deux hivers de détours</h2>\n<p>Le car scolaire faisait neuf kilomètres de plus, matin et soir.</p>");
    }

    /// <summary>A picture from one's own machine, into the text.</summary>
    private static async Task IllustrateAsync(Hands hands)
    {
        var page = hands.Page;
        var dialog = page.Locator("dialog[open]");
        if (hands.HasMouse)
        {
            await page.Locator("[data-menu=insert]").ClickAsync();
            await page.Locator(".tool-menu [data-command=figure]").ClickAsync();
        }
        else
        {
            await page.Keyboard.PressAsync("Alt+F10");
            for (var tool = 0; !await page.Locator("[data-menu=insert]").EvaluateAsync<bool>("one => one === document.activeElement"); tool++)
            {
                await page.Keyboard.PressAsync(tool < 20 ? "ArrowRight" : throw new TimeoutException("No arrow leads to what can be inserted"));
            }

            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator(".tool-menu [data-command=figure]")).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Enter");
        }

        // Without scrolling past what is in the library.
        await dialog.Locator(".shelf img").Nth(20).WaitForAsync();
        await Expect(Button(dialog, "Déposer une image")).ToBeInViewportAsync(new() { Ratio = 1 });
        await hands.GiveAsync(Button(dialog, "Déposer une image"), new FilePayload { Name = "sablons.jpg", MimeType = "image/jpeg", Buffer = Signed() });
        await Expect(dialog.Locator("[name=credit]")).ToHaveValueAsync("Zoe Morel");
        await hands.WriteAsync(dialog.Locator("[name=alt]"), Alternative);
        await hands.WriteAsync(dialog.Locator("[name=caption]"), "Le pont, lundi matin.");
        await hands.WriteAsync(dialog.Locator("[name=credit]"), Credit);
        await hands.PressAsync(Button(dialog, "Envoyer"));
        await Expect(page.Locator(".ProseMirror figure img")).ToHaveAttributeAsync("alt", Alternative);
        await Expect(page.Locator(".ProseMirror figcaption")).ToContainTextAsync(Credit);
        (await page.Locator(".ProseMirror figure img").EvaluateAsync<int>("async image => { await image.decode(); return image.naturalWidth; }")).ShouldBeGreaterThan(0);
        // It is offered beside the text at once.
        await hands.PressAsync(page.Locator(".lead-picture summary"));
        await Expect(page.Locator(".picture-choice .byline").First).ToHaveTextAsync(Credit);
    }

    /// <summary>A picture whose file says who made it.</summary>
    private static byte[] Signed() => Made.Gradient(1200, 800, image =>
    {
        using var signed = image.Mutate(said => said.Set(GValue.GStrType, "exif-ifd0-Artist", "Zoe Morel"));
        return signed.JpegsaveBuffer();
    });

    /// <summary>Section, theme, signature.</summary>
    private static async Task FileAsync(Hands hands)
    {
        await hands.ChooseAsync(hands.Page.Locator("#MainSection"), "Finances");
        await TickAsync(hands, "Thèmes", "Budget et fiscalité");
        // Signed already: one author has the name of who writes.
        await Expect(Boxes(hands, "Signatures").Locator("summary .chosen")).ToHaveTextAsync("Claire Vasseur");
        await Expect(hands.Page.Locator(".editor-status p")).ToContainTextAsync("Enregistré à");
    }

    private static ILocator Boxes(Hands hands, string list) =>
        hands.Page.Locator("details.boxes", new() { Has = hands.Page.GetByRole(AriaRole.Group, new() { Name = list, Exact = true, IncludeHidden = true }) });

    private static async Task TickAsync(Hands hands, string list, string name)
    {
        var boxes = Boxes(hands, list);
        await hands.PressAsync(boxes.Locator("summary"));
        await hands.TickAsync(boxes.GetByLabel(name, new() { Exact = true }));
        await Expect(boxes.Locator("summary .chosen")).ToHaveTextAsync(name);
    }

    /// <summary>What was handed over is shown, and takes no letter that nobody would keep; notes are taken.</summary>
    private static async Task IsOnlyReadAsync(IPage page)
    {
        await Expect(page.Locator(".ProseMirror")).ToHaveAttributeAsync("aria-readonly", "true");
        await Expect(page.Locator("#Headline")).ToBeEditableAsync(new() { Editable = false });
        await Expect(page.Locator("#MainSection")).ToBeDisabledAsync();
        await Expect(page.Locator("#Text")).ToBeEditableAsync();
    }

    private static async Task OpenFromDeskAsync(Hands hands)
    {
        var waiting = hands.Page.Locator("section", new() { Has = hands.Page.GetByRole(AriaRole.Heading, new() { Name = "À relire, à faire paraître" }) });
        await hands.FollowAsync(waiting.GetByRole(AriaRole.Link, new() { Name = Headline }));
        await hands.Page.Locator(".ProseMirror").WaitForAsync();
    }

    /// <summary>On the first words of the text.</summary>
    private static async Task NoteAsync(Hands hands)
    {
        var page = hands.Page;
        var first = page.Locator(".ProseMirror > p").First;
        if (hands.HasMouse)
        {
            await first.ClickAsync(new() { ClickCount = 3 });
            await page.Locator("[data-command=note]").ClickAsync();
        }
        else
        {
            await hands.ReachAsync(page.Locator(".ProseMirror"));
            await page.Keyboard.PressAsync("Control+Home");
            await page.Keyboard.PressAsync("Shift+End");
            await page.Keyboard.PressAsync("Control+Alt+m");
        }

        await Expect(page.Locator("#Text")).ToBeFocusedAsync();
        (await page.Locator("#Passage").InputValueAsync()).ShouldStartWith("Les barrières sont tombées");
        await page.Keyboard.TypeAsync(Note);
        await hands.FollowAsync(Button(page, "Ajouter la note"));
        await Expect(page.Locator("#notes li")).ToContainTextAsync(Note);
        await Expect(page.Locator("#notes blockquote")).ToContainTextAsync("Les barrières sont tombées");
    }

    private static async Task IsToldAsync(Hands journalist, LiveSite site)
    {
        await journalist.Page.GotoAsync(site.Url + "/redaction");
        await Expect(journalist.Page.GetByRole(AriaRole.Link, new() { Name = Note })).ToBeVisibleAsync();
    }

    /// <summary>The checklist lets nothing pass unsaid: the editor goes back for the lead picture, the one that came with the text.</summary>
    private static async Task CompleteAsync(Hands hands)
    {
        var page = hands.Page;
        await hands.FollowAsync(Button(page, "Faire paraître…"));
        await Expect(page.Locator(".checklist .missing > span")).ToHaveTextAsync(["Une image principale, avec son crédit et son texte de remplacement"]);
        await hands.FollowAsync(Button(page.Locator("main"), "Faire paraître"));
        await Expect(page.Locator("main [role=alert]").First).ToContainTextAsync("une image principale");
        await hands.FollowAsync(page.GetByRole(AriaRole.Link, new() { Name = "Revenir au texte" }));
        await page.Locator(".ProseMirror").WaitForAsync();
        await hands.PressAsync(page.Locator(".lead-picture summary"));
        var choice = page.Locator(".picture-choice input").First;
        if (hands.HasMouse)
        {
            await choice.ClickAsync();
        }
        else
        {
            await hands.ReachAsync(page.Locator("#LeadPicture input[value='']"));
            await page.Keyboard.PressAsync("ArrowDown");
        }

        await Expect(choice).ToBeCheckedAsync();
        await Expect(page.Locator(".lead-picture summary .chosen")).ToContainTextAsync(Credit);
        await hands.FollowAsync(Button(page, "Faire paraître…"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Tout est en ordre" })).ToBeVisibleAsync();
    }

    private static async Task ScheduleAsync(Hands hands, DateTimeOffset minute)
    {
        var page = hands.Page;
        await hands.WriteMinuteAsync(page.Locator("#date"), TimeZoneInfo.ConvertTime(minute, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")).DateTime);
        await hands.FollowAsync(Button(page.Locator("main"), "Faire paraître"));
        await Expect(page.Locator("#etat")).ToHaveTextAsync("La parution est programmée.");
        await Expect(page.Locator(".where .status")).ToHaveTextAsync("Programmé");
    }

    private static async Task IsUnseenAsync(IBrowser browser, LiveSite site, long article)
    {
        var reader = await browser.PageAsync();
        (await reader.APIRequest.GetAsync($"{site.Url}/{article}/")).Status.ShouldBe(404);
        foreach (var list in Lists)
        {
            (await (await reader.APIRequest.GetAsync(site.Url + list)).TextAsync()).ShouldNotContain(Headline, Case.Sensitive, list);
        }
    }

    private static readonly string[] Lists = ["/", "/rubriques/finances", "/themes/budget-et-fiscalite", "/feed/", "/rubriques/finances/feed/", "/sitemap-news.xml"];

    private static async Task IsSeenAsync(IBrowser browser, LiveSite site, long article)
    {
        var reader = await browser.PageAsync();
        foreach (var list in Lists)
        {
            (await (await reader.APIRequest.GetAsync(site.Url + list)).TextAsync()).ShouldContain(Headline, Case.Sensitive, list);
        }

        await reader.GotoAsync(site.Url + "/");
        await reader.LeaveAsync(() => reader.GetByRole(AriaRole.Link, new() { Name = Headline }).First.ClickAsync());
        reader.Url.ShouldBe($"{site.Url}/{article}/le-pont-des-sablons-rouvre-en-avril/");
        await Expect(reader.Locator("h1")).ToHaveTextAsync(Headline);
        await Expect(reader.GetByText(Opening)).ToBeVisibleAsync();
        await Expect(reader.GetByAltText(Alternative).First).ToBeVisibleAsync();
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Button(ILocator within, string name) => within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
