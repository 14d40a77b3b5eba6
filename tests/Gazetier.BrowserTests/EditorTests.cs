using System.Collections.Concurrent;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gazetier.BrowserTests;

/// <summary>Writing: what is typed, pasted and inserted is what is saved.</summary>
public sealed class EditorTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private const string FromWord =
        """
        <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {color:red}</style></head><body><!--StartFragment-->
        <h1 style='color:#2E74B5'><b>Le budget</b><o:p></o:p></h1>
        <p class=MsoNormal style='margin:0cm'><span style='font-family:"Calibri"'>Un <b>mot</b>&nbsp; <i style='mso-bidi-font-style:normal'>fort</i>.</span><o:p></o:p></p>
        <p class=MsoNormal><o:p>&nbsp;</o:p></p>
        <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span style='font:7pt "Times"'>&nbsp; </span></span>un</p>
        <p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span>deux</p>
        <table class=MsoTableGrid border=1><tr><td width=9 style='border:1pt'><p class=MsoNormal>A</p></td><td><p class=MsoNormal>B</p></td></tr><tr><td><p class=MsoNormal>1</p></td><td><p class=MsoNormal>2</p></td></tr></table>
        <p class=MsoNormal><img width=9 src="file:///C:/image001.png"></p><!--EndFragment--></body></html>
        """;

    [Fact]
    public Task A_text_is_written_with_the_keyboard_alone_saved_and_there_after_a_reload() => Chromium.WalkAsync(async browser =>
    {
        var desk = await WritingDesk.OpenAsync(demo.Site, browser, 1);
        var keys = desk.Page.Keyboard;
        await desk.WriteAnewAsync("## Les faits", "Du texte et ");
        await keys.PressAsync("Control+b");
        await keys.TypeAsync("du gras");
        await keys.PressAsync("Control+b");
        await desk.TypeAsync(".\n- un\ndeux");
        await keys.PressAsync("Tab");
        await desk.TypeAsync("\n\n\n");
        // A link by the words of a headline.
        await keys.PressAsync("Control+k");
        await Expect(desk.Page.Locator("dialog input").First).ToBeFocusedAsync();
        await keys.TypeAsync("horloge");
        await desk.Page.Locator("dialog [role=option]").First.WaitForAsync();
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await keys.PressAsync("Enter");
        await Expect(desk.Text).ToBeFocusedAsync();
        // The toolbar: one stop of Tab, arrows within, and back.
        await keys.PressAsync("Enter");
        await keys.PressAsync("Alt+F10");
        await Expect(desk.Page.Locator("[data-command=undo]")).ToBeFocusedAsync();
        await keys.PressAsync("End");
        await keys.PressAsync("Home");
        for (var i = 0; i < 9; i++)
        {
            await keys.PressAsync("ArrowRight");
        }

        await Expect(desk.Page.Locator("[data-menu=insert]")).ToBeFocusedAsync();
        await keys.PressAsync("ArrowDown");
        for (var i = 0; i < 4; i++)
        {
            await keys.PressAsync("ArrowDown");
        }

        await keys.PressAsync("Enter");
        await desk.TypeAsync("Pourquoi ?\nParce que.\n\nFin.");
        await keys.PressAsync("Control+Home");
        await desk.SettleAsync();
        await keys.PressAsync("Control+Enter");
        var body = await desk.BodyAsync();
        body.ShouldStartWith("<h2>Les faits</h2>\n<hr class=\"cut\">\n<p>Du texte et <strong>du gras</strong>.</p>\n<ul><li>un\n<ul><li>deux</li></ul></li></ul>\n<p><a href=\"/");
        body.ShouldEndWith("<section class=\"qa\"><h3>Pourquoi\u202F?</h3>\n<p>Parce que.</p></section>\n<p>Fin.</p>");
        await desk.SavedAsync();
        await desk.GoAsync();
        (await desk.BodyAsync()).ShouldBe(body);
        (await desk.Notices.InnerTextAsync()).ShouldBeEmpty();
    });

    [Fact]
    public Task What_is_pasted_comes_in_clean() => Chromium.WalkAsync(async browser =>
    {
        var desk = await WritingDesk.OpenAsync(demo.Site, browser, 2);
        await desk.WriteAnewAsync("");
        await desk.PasteAsync(FromWord);
        (await desk.BodyAsync()).ShouldBe(
            "<h2>Le budget</h2>\n<p>Un <strong>mot</strong> <em>fort</em>.</p>\n<ul><li>un\n<ul><li>deux</li></ul></li></ul>\n"
            + "<div class=\"table\"><table><tbody><tr><td>A</td><td>B</td></tr><tr><td>1</td><td>2</td></tr></tbody></table></div>");
        await Expect(desk.Notices).ToContainTextAsync("image du texte collé n’a pas été reprise");
        // An address on a selection is a link.
        await desk.WriteAnewAsync("Voir le site");
        await desk.Page.Keyboard.PressAsync("Control+Shift+ArrowLeft");
        await desk.PasteAsync("", "https://exemple.fr/page");
        (await desk.BodyAsync()).ShouldBe("<p>Voir le <a href=\"https://exemple.fr/page\">site</a></p>");
        // What browsers would run is text, or nothing.
        await desk.WriteAnewAsync("");
        await desk.PasteAsync("<p onclick='x()'>a<img src=x onerror='document.title=1'><script>document.title=2</script><a href='javascript:x'>b</a><svg onload='x()'/></p><iframe src='//x'></iframe>");
        (await desk.BodyAsync()).ShouldBe("<p>ab</p>");
        await desk.SavedAsync();
    });

    [Fact]
    public Task French_typography_is_set_while_one_types_and_each_step_is_taken_back_alone() => Chromium.WalkAsync(async browser =>
    {
        var desk = await WritingDesk.OpenAsync(demo.Site, browser, 3);
        await desk.WriteAnewAsync("Il a dit: \"l'eau\" -- vraiment?");
        (await desk.BodyAsync()).ShouldBe("<p>Il a dit\u00A0: «\u00A0l’eau\u00A0» – vraiment\u202F?</p>");
        await desk.Page.Keyboard.PressAsync("Control+z");
        (await desk.BodyAsync()).ShouldBe("<p>Il a dit\u00A0: «\u00A0l’eau\u00A0» – vraiment?</p>");
        await desk.TypeAsync("...");
        await desk.Page.Keyboard.PressAsync("Backspace");
        (await desk.BodyAsync()).ShouldEndWith("vraiment?...</p>");
        // In the head of the page, too.
        var headline = desk.Page.Locator("#Headline");
        await headline.FillAsync("");
        await headline.PressSequentiallyAsync("L'eau : pour qui?");
        (await headline.InputValueAsync()).ShouldBe("L’eau\u00A0: pour qui\u202F?");
        await headline.PressAsync("Control+z");
        (await headline.InputValueAsync()).ShouldBe("L’eau\u00A0: pour qui?");
        // Switched off, and still off on the next page.
        await desk.Page.Locator(".editor-tools .tool").Last.ClickAsync();
        await desk.SavedAsync();
        await desk.GoAsync();
        await desk.WriteAnewAsync("l'eau");
        (await desk.BodyAsync()).ShouldBe("<p>l'eau</p>");
        await desk.SavedAsync();
    });

    [Fact]
    public Task A_chart_is_pasted_and_a_table_edited() => Chromium.WalkAsync(async browser =>
    {
        var desk = await WritingDesk.OpenAsync(demo.Site, browser, 4);
        await desk.WriteAnewAsync("");
        await desk.InsertAsync("chart");
        var dialog = desk.Page.Locator("dialog");
        await dialog.Locator("[name=title]").FillAsync("Recettes");
        await dialog.Locator("[name=data]").FillAsync("An\tun");
        await dialog.Locator("button[type=submit]").ClickAsync();
        await Expect(dialog.Locator("[name=data]")).ToHaveAttributeAsync("aria-invalid", "true");
        await dialog.Locator("[name=data]").FillAsync("An;Recettes\n2025;1 200,5\n2026;1 300");
        await dialog.Locator("[name=kind]").SelectOptionAsync("lines");
        await dialog.Locator("button[type=submit]").ClickAsync();
        (await desk.BodyAsync()).ShouldBe(
            "<figure class=\"chart\" data-kind=\"lines\"><figcaption>Recettes</figcaption>\n<table><thead><tr><th scope=\"col\">An</th><th scope=\"col\">Recettes</th></tr></thead>"
            + "<tbody><tr><th scope=\"row\">2025</th><td>1 200,5</td></tr><tr><th scope=\"row\">2026</th><td>1 300</td></tr></tbody></table></figure>");
        await desk.WriteAnewAsync("");
        await desk.InsertAsync("table");
        await desk.TypeAsync("Titre");
        await desk.Page.Locator(".ProseMirror th").First.ClickAsync();
        foreach (var text in new[] { "A", "B", "C", "1", "2", "3" })
        {
            await desk.TypeAsync(text);
            await desk.Page.Keyboard.PressAsync("Tab");
        }

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Supprimer la ligne" }).ClickAsync();
        (await desk.BodyAsync()).ShouldBe(
            "<div class=\"table\"><table><caption>Titre</caption><thead><tr><th scope=\"col\">A</th><th scope=\"col\">B</th><th scope=\"col\">C</th></tr></thead>"
            + "<tbody><tr><td>1</td><td>2</td><td>3</td></tr></tbody></table></div>");
        await desk.SavedAsync();
    });

    [Fact]
    public Task A_passage_is_handed_to_the_form_for_notes_and_a_footnote_finds_its_place() => Chromium.WalkAsync(async browser =>
    {
        var desk = await WritingDesk.OpenAsync(demo.Site, browser, 5);
        await desk.WriteAnewAsync("Un fait");
        await desk.Page.Keyboard.PressAsync("Control+Alt+f");
        await desk.TypeAsync("Sa source.");
        await desk.SavedAsync();
        var body = await desk.OnServerAsync();
        body.ShouldMatch("""^<p>Un fait<a href="#(b-fn-\w+)" id="(b-fnref-\w+)"><sup>1</sup></a></p>\n<section aria-label="Notes" class="footnotes">\n<ol>\n<li id="\1">Sa source. <a aria-label="[^"]+" href="#\2">↩</a></li>\n</ol>\n</section>$""");
        await desk.Page.Locator(".ProseMirror > p").First.ClickAsync();
        await desk.Page.Keyboard.PressAsync("Home");
        await desk.Page.Keyboard.PressAsync("Control+Shift+ArrowRight");
        await desk.Page.Keyboard.PressAsync("Control+Alt+m");
        await Expect(desk.Page.Locator("#Text")).ToBeFocusedAsync();
        (await desk.Page.Locator("#Passage").InputValueAsync()).Trim().ShouldBe("Un");
    });

    [Theory]
    [InlineData(320)]
    [InlineData(768)]
    [InlineData(1280)]
    public Task The_desk_is_accessible_in_each_state_and_fits_the_screen(int width) => Chromium.WalkAsync(async browser =>
    {
        var problems = new ConcurrentQueue<string>();
        var desk = await WritingDesk.OpenAsync(demo.Site, browser, 6, width: width);
        desk.Page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                problems.Enqueue(message.Text);
            }
        };
        await LookAsync(desk, "as it is", problems);
        await desk.WriteAnewAsync("");
        await LookAsync(desk, "empty", problems);
        foreach (var menu in new[] { "style", "insert", "more" })
        {
            await desk.Page.Locator($"[data-menu={menu}]").ClickAsync();
            await LookAsync(desk, $"menu {menu}", problems);
            await desk.Page.Keyboard.PressAsync("Escape");
        }

        foreach (var command in new[] { "figure", "chart", "media", "download" })
        {
            await desk.InsertAsync(command);
            await desk.Page.Locator("dialog[open]").WaitForAsync();
            await LookAsync(desk, $"dialog {command}", problems);
            await desk.Page.Keyboard.PressAsync("Escape");
            await Expect(desk.Page.Locator("dialog")).ToHaveCountAsync(0);
        }

        foreach (var command in new[] { "table", "box", "qa", "footnote" })
        {
            await desk.AddAsync("\n");
            await desk.InsertAsync(command);
            await LookAsync(desk, command, problems);
        }

        await desk.PasteAsync("<p>a<img src='https://x.fr/a.jpg'></p>");
        await LookAsync(desk, "notice", problems);
        problems.ShouldBeEmpty();
    });

    private static async Task LookAsync(WritingDesk desk, string state, ConcurrentQueue<string> problems)
    {
        await desk.Page.CheckAsync(state, problems);
        if (await desk.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"))
        {
            problems.Enqueue($"{state}: wider than the screen");
        }
    }
}
