using System.Net;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Replies;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Replies;

public class AskTests
{
    [Fact]
    public async Task A_request_is_kept_with_its_clock_and_publishes_nothing()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var before = (await visitor.GetAsync("/3/le-syndicat-coupe-deux-forages/")).Body;
        (await visitor.AskAsync()).Location.ShouldBe("/droit-de-reponse/recue");
        (await visitor.GetAsync("/droit-de-reponse/recue")).Text("h1").ShouldBe("Demande reçue");

        var kept = await site.DoAsync(db => db.ReplyRequests.SingleAsync());
        (kept.ArticleId, kept.State, kept.Name, kept.Email).ShouldBe((3L, ReplyState.Received, "Anne Rivoal", ReplySteps.Email));
        kept.Text.ShouldBe(ReplySteps.Text);
        kept.Number.ShouldMatch("^DR-[2-9A-Z]{4}-[2-9A-Z]{4}$");
        kept.ReceivedAt.ShouldBe(site.Now);
        kept.DueAt.ShouldBe(site.Now.AddDays(3));
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/3/le-syndicat-coupe-deux-forages/")).Body.ShouldBe(before);
        (await site.DoAsync(db => db.Replies.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_requester_gets_the_number_and_the_editor_in_chief_the_news()
    {
        await using var site = await Site.OpenAsync();
        var kept = await site.AskAsync();
        await site.PostOutboxAsync();
        var mail = site.Mails.Single(m => m.To == ReplySteps.Email);
        mail.Subject.ShouldBe("Votre demande de droit de réponse est reçue");
        mail.Text.ShouldContain(kept.Number);
        mail.Text.ShouldContain("26 novembre 2026");
        mail.Headers.ShouldContain(h => h.Key == "Auto-Submitted" && h.Value == "auto-generated");
        foreach (var typed in new[] { "Anne Rivoal", "sécheresse", "Lavoir", "carte d’élue", "deux forages sur trois" })
        {
            mail.Text.ShouldNotContain(typed);
            mail.Html.ShouldNotContain(typed);
        }

        var news = site.Mails.Single(m => m.To == "ines@example.org");
        news.Subject.ShouldBe("Droit de réponse : une demande à traiter".Replace(" :", "\u00A0:"));
        news.Text.ShouldContain($"http://localhost/redaction/droits-de-reponse/{kept.Id}");
        news.Text.ShouldNotContain("Lavoir");
        site.Mails.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("article", "", "article")]
    [InlineData("article", "999999", "article")]
    [InlineData("article", "4", "article")]
    [InlineData("article", "6", "article")]
    [InlineData("passage", "  ", "passage")]
    [InlineData("reponse", "", "reponse")]
    [InlineData("qualite", "", "qualite")]
    [InlineData("qualite", "Autre", "qualite")]
    [InlineData("qualite", "7", "qualite")]
    [InlineData("nom", "\u0001", "nom")]
    [InlineData("adresse", "", "adresse")]
    [InlineData("email", "maire", "email")]
    [InlineData("email", "maire@gmial.com", "email")]
    [InlineData("identite", "", "identite")]
    public async Task What_is_missing_is_said_and_nothing_typed_is_lost(string field, string value, string named)
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var page = await visitor.AskAsync((field, value));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Document.QuerySelectorAll(".error-summary a").ShouldHaveSingleItem().GetAttribute("href").ShouldBe("#" + named);
        page.Document.GetElementById(named).ShouldNotBeNull();
        page.Document.Title.ShouldStartWith("Erreur");
        string[] fields = ["passage", "reponse", "nom", "fonction", "adresse", "email", "identite"];
        foreach (var name in fields.Where(name => name != field))
        {
            (page.Document.QuerySelector($"[name={name}]")!.GetAttribute("value") ?? page.Document.QuerySelector($"[name={name}]")!.TextContent).ShouldNotBeEmpty(name);
        }

        (await site.DoAsync(db => db.ReplyRequests.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_doubted_address_that_is_sent_again_is_meant()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var page = await visitor.AskAsync(("email", "maire@gmial.com"));
        var sure = page.Document.QuerySelector("[name=certain]")!.GetAttribute("value")!;
        (await visitor.AskAsync(("email", "maire@gmial.com"), ("certain", sure))).Location.ShouldBe("/droit-de-reponse/recue");
    }

    [Theory]
    [InlineData("reponse", Reply.MaxLength)]
    [InlineData("passage", ReplyRequest.MaxPassage)]
    [InlineData("nom", Reply.MaxName)]
    [InlineData("fonction", Reply.MaxName)]
    public async Task A_text_has_its_longest_and_one_sign_more_is_kept_in_the_form(string field, int longest)
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var page = await visitor.AskAsync((field, new string('é', longest + 1)));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Body.ShouldContain(new string('é', 50));
        (await visitor.AskAsync((field, new string('é', longest)))).Location.ShouldBe("/droit-de-reponse/recue");
    }

    [Theory]
    [InlineData("3")]
    [InlineData(" n° 3")]
    [InlineData("#3")]
    [InlineData("/3/le-syndicat-coupe-deux-forages/")]
    [InlineData("http://localhost/3/un-vieux-titre?utm=1#bas")]
    public async Task An_article_is_found_by_number_or_address_and_named(string called)
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var page = await visitor.GetAsync("/droit-de-reponse?article=" + Uri.EscapeDataString(called));
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text("#article strong").ShouldBe("Le syndicat coupe deux forages");
        page.Document.QuerySelector("#article input[name=article]")!.GetAttribute("value").ShouldBe("3");
        page.Headers["Cache-Control"].ShouldBe("no-store");
    }

    [Theory]
    [InlineData("4", "Brouillon")]
    [InlineData("6", "Pour huit heures")]
    [InlineData("5", "Article retiré")]
    public async Task What_readers_may_not_see_is_not_named(string number, string headline)
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(db => db.Articles.Where(a => a.Id == Newsroom.Withdrawn).ExecuteUpdateAsync(a => a.SetProperty(x => x.Headline, headline)));
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/droit-de-reponse?article=" + number)).Text("main").ShouldNotContain(headline);
    }

    [Fact]
    public async Task A_withdrawn_article_can_still_be_answered()
    {
        await using var site = await Site.OpenAsync();
        var kept = await site.AskAsync(("article", "5"));
        kept.ArticleId.ShouldBe(Newsroom.Withdrawn);
        await site.PostOutboxAsync();
        site.Mails.Single(m => m.To == ReplySteps.Email).Text.ShouldNotContain("« Article retiré »");
    }

    [Fact]
    public async Task A_network_that_asks_too_often_waits_and_keeps_what_was_typed()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        for (var i = 0; i < RequestLimits.RepliesPerNetwork; i++)
        {
            (await visitor.AskAsync(("email", $"maire{i}@valmorel.example"))).Location.ShouldBe("/droit-de-reponse/recue");
        }

        var page = await visitor.AskAsync();
        page.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        page.Text("[name=reponse]").ShouldContain("débattu deux heures");
        await site.PostOutboxAsync();
        site.Mails.Count(m => m.To == "ines@example.org").ShouldBe(RequestLimits.MailsPerAddress);
        site.Clock.Advance(TimeSpan.FromHours(1));
        (await visitor.AskAsync()).Location.ShouldBe("/droit-de-reponse/recue");
    }

    [Fact]
    public async Task One_address_is_sent_a_few_acknowledgements_and_every_request_is_kept()
    {
        await using var site = await Site.OpenAsync();
        for (var i = 0; i < 8; i++)
        {
            await site.AskAsync();
        }

        await site.PostOutboxAsync();
        site.Mails.Count(m => m.To == ReplySteps.Email).ShouldBe(RequestLimits.MailsPerAddress);
        (await site.DoAsync(db => db.ReplyRequests.CountAsync())).ShouldBe(8);
    }

    [Fact]
    public async Task The_letters_speak_the_language_of_the_form()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        await visitor.PostAsync("/langue", ("langue", "en"), ("retour", "/"));
        (await visitor.GetAsync("/droit-de-reponse")).Text("h1").ShouldBe("Right of reply");
        await visitor.AskAsync();
        await site.PostOutboxAsync();
        site.Mails.Single(m => m.To == ReplySteps.Email).Subject.ShouldBe("Your request for a right of reply has been received");
    }

    [Fact]
    public async Task Every_article_and_the_contact_page_lead_to_the_form()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/1/l-eau-devient-plus-chere/")).Has("a[href='/droit-de-reponse?article=1'][rel=nofollow]").ShouldBeTrue();
        (await visitor.GetAsync("/contact")).Has("main a[href='/droit-de-reponse']").ShouldBeTrue();
        (await visitor.GetAsync("/")).Has("footer a[href='/droit-de-reponse']").ShouldBeTrue();
    }
}
