using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Accounts;

public class LetterMailTests
{
    [Fact]
    public async Task A_mail_names_the_paper_and_is_marked_as_automatic_in_text_and_html()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(db => db.Imprint.ExecuteUpdateAsync(i => i.SetProperty(x => x.Publisher, "Le Courrier SARL").SetProperty(x => x.PostalAddress, "1 place de la Mairie\n26000 Valmorel")));
        using var browser = site.Visitor();
        await browser.PostAsync("/mot-de-passe-oublie", ("email", "lou@example.org"));
        var id = await site.DoAsync(db => db.OutgoingMails.Select(m => m.Id).SingleAsync());
        var mail = (await site.MailsToAsync("lou@example.org")).ShouldHaveSingleItem();
        mail.MessageId.ShouldBe($"{id:N}@courrier.example");
        mail.Headers.ShouldContain(header => header.Key == "Auto-Submitted" && header.Value == "auto-generated");

        var html = new HtmlParser().ParseDocument(mail.Html);
        html.DocumentElement.GetAttribute("lang").ShouldBe("fr");
        html.Title.ShouldBe("Choisissez un nouveau mot de passe");
        html.QuerySelectorAll("h1").Length.ShouldBe(1);
        html.QuerySelectorAll("img, script").ShouldBeEmpty();
        var link = html.QuerySelector("main a")!.GetAttribute("href")!;
        link.ShouldStartWith("http://localhost/mot-de-passe/");
        foreach (var part in new[] { mail.Text, html.Body!.TextContent })
        {
            part.ShouldContain(link);
            part.ShouldContain("Le Courrier");
            part.ShouldContain("1 place de la Mairie");
            part.ShouldContain("Si ce n’est pas vous, ne faites rien");
        }
    }

    [Fact]
    public async Task A_mail_speaks_the_language_of_the_account()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(db => db.Accounts.Where(a => a.Id == Newsroom.Lou).ExecuteUpdateAsync(a => a.SetProperty(x => x.Language, "en")));
        using var browser = site.Visitor();
        await browser.PostAsync("/connexion", ("email", "lou@example.org"), ("par", "lien"));
        var mail = (await site.MailsToAsync("lou@example.org")).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Your sign-in link");
        mail.Html.ShouldContain("lang=\"en\"");
        mail.Text.ShouldNotContain("Bonjour");
    }

    [Fact]
    public async Task A_mail_to_an_unproven_address_carries_nothing_that_a_stranger_typed()
    {
        await using var site = await Site.OpenAsync();
        using var browser = site.Visitor();
        await browser.PostAsync("/inscription", ("email", "new@example.org"), ("password", AccountSteps.Good), ("nom", "GAGNEZ https://spam.example"));
        var mail = (await site.MailsToAsync("new@example.org")).ShouldHaveSingleItem();
        (mail.Text + mail.Html + mail.Subject).ShouldNotContain("spam");
    }

    [Fact]
    public async Task No_secret_rests_in_the_database()
    {
        await using var site = await Site.OpenAsync();
        using var browser = site.Visitor();
        await browser.PostAsync("/connexion", ("email", "lou@example.org"), ("par", "lien"));
        var token = (await site.LinkToAsync("lou@example.org")).Split('/')[^1];
        (await site.DoAsync(db => db.MailedLinks.SingleAsync())).TokenHash.ShouldNotContain(token);
        (await site.DoAsync(db => db.OutgoingMails.SingleAsync())).Arguments.ShouldNotContain(token);
    }
}
