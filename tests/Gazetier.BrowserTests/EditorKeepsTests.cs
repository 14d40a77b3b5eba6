using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gazetier.BrowserTests;

/// <summary>Nothing that was typed is lost: not with the network, not with the server, not with the page, not to another.</summary>
public class EditorKeepsTests
{
    [Fact]
    public Task A_server_that_is_killed_while_one_types_costs_no_word() => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var desk = await WritingDesk.OpenAsync(site, browser);
        await desk.WriteAnewAsync("Avant la panne.");
        await desk.SavedAsync();
        await desk.AddAsync(" Pendant");
        await site.KillAsync();
        await desk.TypeAsync(" la panne");
        await desk.StatusAsync(WritingDesk.KeptOnDevice);
        await desk.TypeAsync(", encore.");
        await site.StartAgainAsync();
        await desk.SavedAsync();
        (await desk.OnServerAsync()).ShouldBe("<p>Avant la panne. Pendant la panne, encore.</p>");
        // The beat of the desk says nothing wrong: nobody else was here.
        (await desk.Notices.InnerTextAsync()).ShouldBeEmpty();
    });

    [Fact]
    public Task Without_a_network_all_stays_on_the_device_and_a_new_page_takes_it_up() => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var desk = await WritingDesk.OpenAsync(site, browser);
        await desk.WriteAnewAsync("Au bureau.");
        await desk.SavedAsync();
        await desk.Page.Context.SetOfflineAsync(true);
        await desk.AddAsync(" Dans le train.");
        await desk.Page.Locator("#Headline").FillAsync("Un titre du train");
        await desk.StatusAsync(WritingDesk.KeptOnDevice);
        // The page is gone as in a crash: nobody asks, nothing is sent.
        await desk.Page.EvaluateAsync("() => new Promise(done => setTimeout(done, 400))");
        var tab = await desk.Page.Context.NewPageAsync();
        await desk.Page.CloseAsync();
        await desk.Page.Context.SetOfflineAsync(false);
        var again = new WritingDesk(site, tab, desk.Article);
        await again.GoAsync();
        await Expect(again.Notices).ToContainTextAsync("a été repris");
        (await again.BodyAsync()).ShouldBe("<p>Au bureau. Dans le train.</p>");
        (await tab.Locator("#Headline").InputValueAsync()).ShouldBe("Un titre du train");
        await again.SavedAsync();
        await again.Notices.GetByText("Voir ce qui diffère").ClickAsync();
        await Expect(tab.Locator("dialog ins").First).ToContainTextAsync("Un titre du train");
        await tab.Keyboard.PressAsync("Escape");
        await again.GoAsync();
        (await again.Notices.InnerTextAsync()).ShouldBeEmpty();
    });

    [Fact]
    public Task An_older_copy_that_is_taken_up_leaves_what_another_device_saved() => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var desk = await WritingDesk.OpenAsync(site, browser);
        await desk.WriteAnewAsync("Au bureau.");
        await desk.SavedAsync();
        await desk.Page.Context.SetOfflineAsync(true);
        await desk.AddAsync(" Dans le train.");
        await desk.StatusAsync(WritingDesk.KeptOnDevice);
        var tab = await desk.Page.Context.NewPageAsync();
        await desk.Page.CloseAsync();
        // Meanwhile the same person, on the phone, within the minutes in which one revision grows.
        await desk.SaveElsewhereAsync("<p>Au téléphone.</p>");
        await desk.Page.Context.SetOfflineAsync(false);
        var again = new WritingDesk(site, tab, desk.Article);
        await again.GoAsync();
        await again.Notices.GetByText("Le reprendre").ClickAsync();
        await again.SavedAsync();
        (await again.OnServerAsync()).ShouldBe("<p>Au bureau. Dans le train.</p>");
        (await again.RevisionsAsync()).ShouldContain("<p>Au téléphone.</p>");
    });

    [Fact]
    public Task Two_people_see_each_other_and_neither_overwrites_the_other_unseen() => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var ines = await WritingDesk.OpenAsync(site, browser, name: "Inès Tester");
        await ines.WriteAnewAsync("Commun.");
        await ines.SavedAsync();
        var noe = await WritingDesk.OpenAsync(site, browser, name: "Noé Tester");
        await Expect(noe.Page.Locator(".editor-others")).ToHaveTextAsync("Inès Tester a aussi ouvert cet article.");
        await noe.AddAsync(" De Noé.");
        await noe.SavedAsync();
        await ines.AddAsync(" D’Inès.");
        await ines.StatusAsync("Noé Tester a enregistré avant vous");
        await Expect(ines.Notices).ToContainTextAsync("rien n’est perdu");
        (await ines.OnServerAsync()).ShouldBe("<p>Commun. De Noé.</p>");
        (await ines.RevisionsAsync()).ShouldContain("<p>Commun. D’Inès.</p>");
        // She goes on aside, then with hers; his stays among the revisions.
        await ines.AddAsync(" Encore.");
        await ines.Notices.GetByText("Continuer avec le mien").ClickAsync();
        await ines.SavedAsync();
        (await ines.OnServerAsync()).ShouldBe("<p>Commun. D’Inès. Encore.</p>");
        (await ines.RevisionsAsync()).ShouldContain("<p>Commun. De Noé.</p>");
        // He is warned before he types, and takes up hers.
        await Expect(noe.Notices).ToContainTextAsync("Inès Tester a enregistré une nouvelle version", new() { Timeout = 15_000 });
        await noe.LeaveAsync(() => noe.Notices.GetByText("Reprendre cette version").ClickAsync());
        (await noe.BodyAsync()).ShouldBe("<p>Commun. D’Inès. Encore.</p>");
    });

    [Fact]
    public Task Two_tabs_of_one_person_do_not_overwrite_each_other() => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var first = await WritingDesk.OpenAsync(site, browser);
        await first.WriteAnewAsync("Commun.");
        await first.SavedAsync();
        var second = await first.AnotherTabAsync();
        await Expect(first.Notices).ToContainTextAsync("ouvert dans un autre de vos onglets");
        await second.AddAsync(" Du second.");
        await second.SavedAsync();
        await first.StatusAsync("un autre onglet a enregistré");
        await first.AddAsync(" Du premier.");
        await first.Page.Keyboard.PressAsync("Control+s");
        (await first.OnServerAsync()).ShouldBe("<p>Commun. Du second.</p>");
        await first.LeaveAsync(() => first.Notices.GetByText("Reprendre le texte de l’autre onglet").ClickAsync());
        (await first.BodyAsync()).ShouldBe("<p>Commun. Du second.</p>");
        await Expect(first.Notices).ToContainTextAsync("Un autre texte du");
        await first.Notices.GetByText("Le reprendre").ClickAsync();
        await first.SavedAsync();
        (await first.OnServerAsync()).ShouldBe("<p>Commun. Du premier.</p>");
    });

    [Fact]
    public Task Who_is_signed_out_loses_nothing() => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var desk = await WritingDesk.OpenAsync(site, browser);
        await desk.WriteAnewAsync("Avant.");
        await desk.SavedAsync();
        var cookies = await desk.Page.Context.CookiesAsync();
        await desk.Page.Context.ClearCookiesAsync();
        await desk.AddAsync(" Après.");
        await desk.StatusAsync("vous n’êtes plus connecté");
        await desk.Page.Context.AddCookiesAsync(cookies.Select(one => new Cookie
        {
            Name = one.Name,
            Value = one.Value,
            Domain = one.Domain,
            Path = one.Path,
            Expires = one.Expires,
            HttpOnly = one.HttpOnly,
            Secure = one.Secure,
            SameSite = one.SameSite,
        }));
        await desk.Notices.GetByText("Réessayer").ClickAsync();
        await desk.SavedAsync();
        (await desk.OnServerAsync()).ShouldBe("<p>Avant. Après.</p>");
    });

    [Fact]
    public Task What_was_typed_a_moment_ago_goes_with_the_next_step() => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var desk = await WritingDesk.OpenAsync(site, browser);
        await desk.WriteAnewAsync("Un mot.");
        await desk.SavedAsync();
        await desk.AddAsync(" Le dernier.");
        await desk.LeaveAsync(() => desk.Page.GetByRole(AriaRole.Button, new() { Name = "Donner à relire" }).ClickAsync());
        (await desk.OnServerAsync()).ShouldBe("<p>Un mot. Le dernier.</p>");
        (await desk.Notices.InnerTextAsync()).ShouldBeEmpty();
    });
}
