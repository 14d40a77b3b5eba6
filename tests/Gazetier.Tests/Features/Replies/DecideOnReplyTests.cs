using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Gazetier.Features.Accounts;
using Gazetier.Features.Manuscripts;
using Gazetier.Features.Replies;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Replies;

public class DecideOnReplyTests
{
    private const string Locked = "/3/le-syndicat-coupe-deux-forages/";

    [Fact]
    public async Task A_published_reply_stands_under_the_article_open_to_all()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await visitor.GetAsync(Locked)).Has("aside.reply").ShouldBeFalse();
        (await site.PublishAsync(await site.AskAsync())).Status.ShouldBe(HttpStatusCode.Redirect);

        foreach (var browser in new[] { visitor, camille })
        {
            var page = await browser.GetAsync(Locked);
            page.Texts("aside.reply .prose p").ShouldBe(["Je n’ai jamais ri de la sécheresse.", "Le conseil en a débattu deux heures."]);
            page.Text("aside.reply .signature").ShouldBe("Anne Rivoal, maire de Valmorel");
            page.Text("aside.reply .byline").ShouldContain("23 novembre 2026");
            page.Has(".paywall aside.reply, .wall aside.reply").ShouldBeFalse();
            page.Text(".updated").ShouldContain("Droit de réponse : Anne Rivoal");
            page.Has($"header a[href='#{page.Document.QuerySelector("aside.reply")!.Id}']").ShouldBeTrue();
            foreach (var hidden in new[] { "Lavoir", ReplySteps.Email, "carte d’élue", "DR-" })
            {
                page.Body.ShouldNotContain(hidden);
            }
        }

        (await visitor.GetAsync(Locked)).Body.ShouldNotContain(Newsroom.Secret);
    }

    [Fact]
    public async Task It_is_in_the_feeds_in_the_metadata_and_among_the_corrections()
    {
        await using var site = await Site.OpenAsync();
        await site.PublishAsync(await site.AskAsync());
        using var visitor = site.Visitor();
        var item = XDocument.Parse((await visitor.GetAsync("/feed/")).Body).Descendants("item").First(i => i.Element("link")!.Value.EndsWith(Locked, StringComparison.Ordinal));
        item.Element("description")!.Value.ShouldContain("Droit de réponse\u00A0: Anne Rivoal, maire de Valmorel");
        item.Elements().Single(e => e.Name.LocalName == "encoded").Value.ShouldContain("débattu deux heures");
        (await visitor.GetAsync("/feed.atom")).Body.ShouldContain("débattu deux heures");
        (await visitor.GetAsync("/feed.json")).Body.ShouldContain("débattu deux heures");
        foreach (var feed in new[] { "/feed/", "/feed.atom", "/feed.json", "/corrections/feed/" })
        {
            var said = (await visitor.GetAsync(feed)).Body;
            Newsroom.Secret.Split(' ').ShouldAllBe(word => !said.Contains(word));
        }

        var json = JsonDocument.Parse((await visitor.GetAsync(Locked)).Document.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        var reply = json.GetProperty("correction").EnumerateArray().Single(c => c.TryGetProperty("author", out _));
        reply.GetProperty("@type").GetString().ShouldBe("CorrectionComment");
        reply.GetProperty("text").GetString().ShouldBe(ReplySteps.Text);
        reply.GetProperty("author").GetProperty("name").GetString().ShouldBe("Anne Rivoal");
        json.GetProperty("dateModified").GetString().ShouldBe("2026-11-23T04:30:00Z");
        (await visitor.GetAsync("/corrections/")).Text(".corrected").ShouldContain("Droit de réponse : Anne Rivoal");
    }

    [Fact]
    public async Task It_survives_the_article_being_published_anew()
    {
        await using var site = await Site.OpenAsync();
        await site.PublishAsync(await site.AskAsync());
        site.Clock.Advance(TimeSpan.FromHours(1));
        var outcome = await site.WithAsync<SaveManuscript, SaveOutcome?>(async save =>
        {
            var content = await site.DoAsync(db => db.NewestContentAsync(Newsroom.Locked, CancellationToken.None));
            return await save.RunAsync(Newsroom.Locked, default, content! with { Headline = "Le syndicat coupe un forage" }, Staff);
        });
        await site.WithAsync<PublishArticle, PublishOutcome>(async publish =>
            await publish.RunAsync(Newsroom.Locked, new Publication(outcome!.Next, Correction: "Un forage, et non deux."), Staff, CancellationToken.None));
        await site.FollowChangesAsync();

        using var visitor = site.Visitor();
        var page = await visitor.GetAsync(Locked);
        page.Text("h1").ShouldBe("Le syndicat coupe un forage");
        page.Text("aside.reply .prose").ShouldContain("jamais ri de la sécheresse");
        page.Texts(".corrections .wire li span").ShouldBe(["Droit de réponse : Anne Rivoal.", "Un forage, et non deux."]);
        page.Text(".corrections > .byline").ShouldContain("version nouvelle le 23 novembre 2026 à 6 h 30");
    }

    [Fact]
    public async Task A_refusal_goes_to_the_requester_with_its_reason_and_into_the_record()
    {
        await using var site = await Site.OpenAsync();
        var asked = await site.AskAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.PostAsync(asked.Page(), ("decision", "Refuse"), ("motif", " "))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ines.PostAsync(asked.Page(), ("decision", "Refuse"), ("motif", "L’article ne vous nomme pas.\n\nLe maire cité est un autre."))).Location.ShouldBe(asked.Page());
        await site.PostOutboxAsync();
        var letter = site.Mails.Last(m => m.To == ReplySteps.Email);
        letter.Subject.ShouldBe("Votre demande de droit de réponse n’est pas acceptée");
        letter.Text.ShouldContain("Le maire cité est un autre.");
        var act = await site.DoAsync(db => db.Acts.SingleAsync(a => a.What == "reply.refused"));
        (act.ByName, act.ArticleId).ShouldBe(("Inès", Newsroom.Locked));
        act.Detail.ShouldStartWith(asked.Number);
        act.Detail.ShouldContain("ne vous nomme pas");
        using var visitor = site.Visitor();
        (await visitor.GetAsync(Locked)).Has("aside.reply").ShouldBeFalse();
        (await ines.GetAsync(asked.Page())).Text("main").ShouldContain("Refusée par Inès");
    }

    [Fact]
    public async Task Asking_back_keeps_the_request_open_and_the_clock_running()
    {
        await using var site = await Site.OpenAsync();
        var asked = await site.AskAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ines.PostAsync(asked.Page(), ("decision", "AskBack"), ("question", "De quel mandat s’agit-il ?"));
        await site.PostOutboxAsync();
        site.Mails.Last(m => m.To == ReplySteps.Email).Text.ShouldContain("De quel mandat s’agit-il");
        var kept = await site.DoAsync(db => db.ReplyRequests.SingleAsync());
        (kept.State, kept.DueAt, kept.IsOpen, kept.DecidedAt).ShouldBe((ReplyState.AskedBack, asked.DueAt, true, null));
        (await ines.GetAsync("/redaction/droits-de-reponse")).Text("tbody").ShouldContain("Précision demandée");
        (await site.PublishAsync(asked)).Location.ShouldBe(asked.Page());
    }

    [Fact]
    public async Task Of_two_who_decide_one_does()
    {
        await using var site = await Site.OpenAsync();
        var asked = await site.AskAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var answers = await Task.WhenAll(
            ines.PostAsync(asked.Page(), ("decision", "Publish")),
            ines.PostAsync(asked.Page(), ("decision", "Publish")),
            ines.PostAsync(asked.Page(), ("decision", "Refuse"), ("motif", "Non.")));
        answers.Count(a => a.Status == HttpStatusCode.Redirect).ShouldBe(1);
        answers.Count(a => a.Status == HttpStatusCode.Conflict).ShouldBe(2);
        (await site.DoAsync(db => db.Replies.CountAsync())).ShouldBeLessThanOrEqualTo(1);
        (await site.DoAsync(db => db.Acts.CountAsync(a => a.What.StartsWith("reply.")))).ShouldBe(1);
        await site.PostOutboxAsync();
        site.Mails.Count(m => m.To == ReplySteps.Email).ShouldBe(2);
    }

    [Fact]
    public async Task A_withdrawn_article_publishes_no_reply()
    {
        await using var site = await Site.OpenAsync();
        var asked = await site.AskAsync(("article", "5"));
        var answer = await site.PublishAsync(asked);
        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Text("[role=alert]").ShouldContain("n’est plus en ligne");
        (await site.DoAsync(db => db.ReplyRequests.SingleAsync())).State.ShouldBe(ReplyState.Received);
        (await site.DoAsync(db => db.Replies.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_form_without_a_decision_decides_nothing()
    {
        await using var site = await Site.OpenAsync();
        var asked = await site.AskAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.PostAsync(asked.Page())).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ines.PostAsync(asked.Page(), ("decision", "9"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.DoAsync(db => db.ReplyRequests.SingleAsync())).State.ShouldBe(ReplyState.Received);
    }

    [Fact]
    public async Task The_page_shows_the_passage_in_the_article_and_both_lengths()
    {
        await using var site = await Site.OpenAsync();
        var asked = await site.AskAsync(("passage", "« La nappe a perdu deux mètres en un an. »"), ("reponse", string.Join("\n\n", Enumerable.Repeat("Une ligne.", 60))));
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var page = await ines.GetAsync(asked.Page());
        page.Text(".context mark").ShouldBe("La nappe a perdu deux mètres en un an");
        page.Texts(".lengths tbody tr:first-child > *").ShouldBe(["La réponse", "120", "600", "60"]);
        page.Text(".request").ShouldContain("Trop longue : la loi lui donne 50 lignes");
        page.Text(".facts").ShouldContain("12, rue du Lavoir");
    }

    [Fact]
    public async Task Only_who_may_publish_sees_requests()
    {
        await using var site = await Site.OpenAsync();
        var asked = await site.AskAsync();
        await site.DoAsync(db => db.Accounts.Where(a => a.Id == Newsroom.Lou).ExecuteUpdateAsync(a => a.SetProperty(x => x.Role, StaffRole.Journalist)));
        using var lou = await site.SignInAsync(Newsroom.Lou);
        foreach (var address in new[] { "/redaction/droits-de-reponse", asked.Page() })
        {
            (await lou.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await lou.PostAsync(asked.Page(), ("decision", "Publish"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await lou.GetAsync("/redaction/articles")).Has("a[href='/redaction/droits-de-reponse']").ShouldBeFalse();
        (await site.DoAsync(db => db.Replies.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Afterwards_only_the_typography_can_be_mended()
    {
        await using var site = await Site.OpenAsync();
        await site.PublishAsync(await site.AskAsync(("reponse", "Je n'ai jamais dit \"oui\" : jamais.")));
        var reply = await site.DoAsync(db => db.Replies.SingleAsync());
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var address = $"/redaction/droits-de-reponse/typographie/{reply.Id}";
        var refused = await ines.PostAsync(address, ("reponse", "J’ai toujours dit « oui » : jamais."));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text("[name=reponse]").ShouldContain("toujours");
        (await ines.PostAsync(address, ("reponse", "Je n’ai jamais dit « oui » : jamais."))).Status.ShouldBe(HttpStatusCode.Redirect);
        await site.FollowChangesAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync(Locked)).Text("aside.reply .prose").ShouldBe("Je n’ai jamais dit « oui » : jamais.");
        (await site.DoAsync(db => db.Acts.CountAsync(a => a.What == "reply.typeset"))).ShouldBe(1);
    }

    [Theory]
    [InlineData(Hostile.Headline)]
    [InlineData("<img src=x onerror=alert(1)>")]
    public async Task Hostile_words_are_shown_as_words_everywhere(string text)
    {
        await using var site = await Site.OpenAsync();
        var asked = await site.AskAsync(("reponse", text), ("nom", text), ("fonction", text), ("passage", text), ("adresse", text), ("identite", text));
        using var ines = await site.SignInAsync(Newsroom.Ines);
        Rules.Intact.Wrong(await ines.GetAsync("/redaction/droits-de-reponse")).ShouldBeEmpty();
        Rules.Intact.Wrong(await ines.GetAsync(asked.Page())).ShouldBeEmpty();
        await site.PublishAsync(asked);
        using var visitor = site.Visitor();
        foreach (var address in new[] { Locked, "/feed/", "/feed.atom", "/feed.json", "/corrections/", "/corrections/feed/", "/corrections/feed.json", "/sitemap.xml" })
        {
            var answer = await visitor.GetAsync(address);
            answer.Status.ShouldBe(HttpStatusCode.OK, address);
            Rules.Intact.Wrong(answer).ShouldBeEmpty(address);
        }
    }

    private static readonly SignedIn Staff = new(Newsroom.Ines, Guid.CreateVersion7(), "Inès", StaffRole.EditorInChief, Language.French, null, null, true);
}
