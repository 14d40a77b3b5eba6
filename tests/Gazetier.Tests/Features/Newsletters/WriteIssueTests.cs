using System.Net;
using Gazetier.Features.Newsletters;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Newsletters;

/// <summary>The newsroom's pages of newsletters, without JavaScript.</summary>
public class WriteIssueTests
{
    [Fact]
    public async Task An_issue_is_written_tried_scheduled_taken_back_and_sent()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var made = await ines.PostAsync("/redaction/lettres/reglages", ("nom", "La Semaine"), ("fabrication", "ByHand"), ("public", "Everybody"), ("ouverte", "true"));
        made.Location.ShouldBe("/redaction/lettres/la-semaine?fait=enregistre");
        var newsletter = await site.DoAsync(db => db.Newsletters.SingleAsync());
        await site.SignUpAsync(newsletter, Newsroom.Camille, Newsroom.Lou);
        var issue = (await ines.PostAsync("/redaction/lettres/la-semaine")).Location!;
        issue.ShouldStartWith("/redaction/lettres/numero/");

        // Empty, it may not leave; the page says what it lacks.
        (await ines.GetAsync(issue)).Texts(".points li").ShouldBe(["Le numéro n’a pas d’objet.", "Le numéro n’a pas de bloc."]);
        (await ines.PostAsync(issue + "/envoi", ("action", "confirmer"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await ines.PostAsync(issue, ("objet", "L’eau cette semaine"), ("apercu", "Et l’agenda"))).Location.ShouldBe(issue + "?fait=enregistre");
        var text = (await ines.PostAsync(issue, ("action", "ajouter:Text"))).Location!;
        (await ines.PostAsync(text, ("texte", $"Bonjour, **ceci**. {LetterSteps.Reserved}"), ("reserve", "true"))).Location.ShouldStartWith(issue);
        var articles = (await ines.PostAsync(issue, ("action", "ajouter:Articles"))).Location!;
        (await ines.GetAsync(articles + "?q=forages")).Texts(".offered .what").ShouldHaveSingleItem().ShouldContain("Le syndicat coupe deux forages");
        (await ines.PostAsync(articles, ("titre", "À lire"), ("action", "ajouter:3"), ("q", "forages"))).Location.ShouldStartWith(articles + "?q=forages");
        (await ines.PostAsync(articles, ("titre", "À lire"), ("articles", "3"), ("version", "1"), ("action", "ajouter:1"))).Location.ShouldStartWith(articles);
        (await ines.PostAsync(articles, ("titre", "À lire"), ("articles", "3"), ("articles", "1"), ("version", "2"), ("action", "monter:1"))).Location.ShouldStartWith(articles);
        (await site.DoAsync(db => db.NewsletterBlocks.Where(b => b.Kind == NewsletterBlockKind.Articles).Select(b => b.Articles).SingleAsync())).ShouldBe("1,3");

        // The articles go first.
        var block = await site.DoAsync(db => db.NewsletterBlocks.Where(b => b.Kind == NewsletterBlockKind.Articles).Select(b => b.Id).SingleAsync());
        (await ines.PostAsync(issue, ("action", $"monter:{block}"))).Location.ShouldStartWith(issue);
        (await site.DoAsync(db => db.NewsletterBlocks.OrderBy(b => b.Position).Select(b => b.Kind).ToListAsync())).ShouldBe([NewsletterBlockKind.Articles, NewsletterBlockKind.Text]);

        // Previews: the same parts as the mails.
        (await ines.GetAsync(issue + "/apercu")).Text(".mail-text").ShouldNotContain("coquelicot");
        (await ines.GetAsync(issue + "/apercu?comme=abonne")).Text(".mail-text").ShouldContain("coquelicot");
        var html = await ines.GetAsync((await ines.GetAsync(issue + "/apercu?comme=abonne")).Document.QuerySelector("iframe")!.GetAttribute("src")!);
        html.Body.ShouldContain("coquelicot");
        html.Headers["Content-Security-Policy"].ShouldContain("sandbox");

        // A trial, to the staff alone.
        (await ines.PostAsync(issue + "/envoi", ("action", "essai"), ("adresse", "lou@example.org"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ines.PostAsync(issue + "/envoi", ("action", "essai"), ("adresse", "ines@example.org"), ("comme", "abonne"))).Location.ShouldBe(issue + "?fait=essai");
        await site.PostOutboxAsync();
        var trial = site.Mails.ShouldHaveSingleItem();
        (trial.To, trial.Subject).ShouldBe(("ines@example.org", "[Essai] L’eau cette semaine"));
        trial.Html.ShouldContain("coquelicot");
        trial.Headers.ShouldContain(h => h.Key == "Auto-Submitted");

        // Scheduled on the newspaper's clock, and taken back.
        (await ines.GetAsync(issue + "/envoi")).Text("#compte").ShouldContain("2 lecteurs le recevront");
        (await ines.PostAsync(issue + "/envoi", ("action", "programmer"), ("quand", "2026-11-22T08:00"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ines.PostAsync(issue + "/envoi", ("action", "programmer"), ("quand", "2026-11-24T08:00"))).Location.ShouldBe(issue + "?fait=programme");
        var row = await site.DoAsync(db => db.NewsletterIssues.AsNoTracking().SingleAsync());
        (row.State, row.ScheduledAt).ShouldBe((NewsletterIssueState.Scheduled, new DateTime(2026, 11, 24, 7, 0, 0, DateTimeKind.Utc)));
        (await ines.PostAsync(issue + "/envoi", ("action", "deprogrammer"))).Location.ShouldBe(issue + "?fait=deprogramme");
        (await site.IssueAsync(row.Id)).ScheduledAt.ShouldBeNull();

        // Now, after one more question that says how many.
        var asked = (await ines.PostAsync(issue + "/envoi", ("action", "envoyer"))).Location!;
        (await ines.GetAsync(asked)).Text("#certain-titre").ShouldContain("Envoyer maintenant à 2 lecteurs");
        (await site.IssueAsync(row.Id)).State.ShouldBe(NewsletterIssueState.Draft);
        (await ines.PostAsync(issue + "/envoi", ("action", "confirmer"))).Location.ShouldBe(issue + "?fait=part");
        (await site.PostLettersAsync()).Posted.Sent.ShouldBe(2);

        // Gone, it is only shown, and leads to the levers.
        var gone = await ines.GetAsync(issue);
        gone.Has("a[href='/redaction/envois']").ShouldBeTrue();
        gone.Has("input[name=objet]").ShouldBeFalse();
        (await ines.PostAsync(issue, ("objet", "Trop tard"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await ines.PostAsync(text, ("texte", "Trop tard"), ("version", "1"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ines.PostAsync(issue + "/envoi", ("action", "deprogrammer"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await ines.GetAsync("/redaction/envois")).Body.ShouldContain("L’eau cette semaine");
        (await site.DoAsync(db => db.Acts.Where(a => a.What.StartsWith("newsletter.")).OrderBy(a => a.At).ThenBy(a => a.Id).Select(a => a.What).ToListAsync()))
            .ShouldBe(["newsletter.created", "newsletter.issue-begun", "newsletter.scheduled", "newsletter.unscheduled", "newsletter.sent"]);
    }

    [Fact]
    public async Task Of_two_who_write_one_block_the_second_is_told_and_loses_nothing()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var newsletter = await site.AddNewsletterAsync();
        await site.ScheduleAsync(newsletter, i => (i.State, i.ScheduledAt) = (NewsletterIssueState.Draft, null));
        var block = await site.DoAsync(db => db.NewsletterBlocks.Where(b => b.Position == 1).Select(b => b.Id).SingleAsync());
        var path = $"/redaction/lettres/bloc/{block}";
        (await ines.PostAsync(path, ("texte", "Le premier"), ("version", "0"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var second = await ines.PostAsync(path, ("texte", "Le second"), ("version", "0"));
        second.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        second.Text("textarea").ShouldBe("Le second");
        (await site.DoAsync(db => db.NewsletterBlocks.Where(b => b.Id == block).Select(b => b.Text).SingleAsync())).ShouldBe("Le premier");
    }

    [Fact]
    public async Task Blocks_are_removed_and_drafts_deleted_and_what_is_wrong_is_said()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var newsletter = await site.AddNewsletterAsync();
        var id = await site.ScheduleAsync(newsletter, i => (i.State, i.ScheduledAt) = (NewsletterIssueState.Draft, null));
        var issue = $"/redaction/lettres/numero/{id}";
        var partner = (await ines.PostAsync(issue, ("action", "ajouter:Partner"))).Location!;
        var wrong = await ines.PostAsync(partner, ("texte", "Achetez"), ("lien", "http://eau.example/"));
        wrong.Texts(".error-summary li").ShouldBe(["Dites qui paie : la loi veut que le lecteur le sache.", "Écrivez une adresse entière, qui commence par https://."], ignoreOrder: true);
        (await ines.PostAsync(partner, ("texte", "Achetez"), ("annonceur", "Régie"), ("lien", "https://eau.example/"), ("etiquette", "Advertisement"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await ines.PostAsync(issue, ("objet", new string('x', 91)))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await ines.PostAsync(issue, ("action", "retirer:" + partner.Split('/')[^1]));
        (await site.DoAsync(db => db.NewsletterBlocks.CountAsync())).ShouldBe(3);
        (await ines.PostAsync(issue, ("action", "supprimer"))).Location.ShouldBe("/redaction/lettres/la-semaine?fait=supprime");
        (await site.DoAsync(async db => (await db.NewsletterIssues.CountAsync(), await db.NewsletterBlocks.CountAsync()))).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_rule_is_set_and_the_page_says_what_the_next_issue_would_hold()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (string, string)[] form =
        [
            ("nom", "L’eau"), ("adresse", "eau"), ("fabrication", "ByRule"), ("source", $"theme:{Newsroom.Water.Id}"), ("jours", "Friday"), ("heure", "7"), ("remonte", "7"), ("articles", "5"), ("public", "Holders"), ("produit", "0"), ("ouverte", "true"),
        ];
        (await ines.PostAsync("/redaction/lettres/reglages", form)).Location.ShouldBe("/redaction/lettres/eau?fait=enregistre");
        var newsletter = await site.DoAsync(db => db.Newsletters.SingleAsync());
        newsletter.NextDueAt.ShouldBe(new DateTime(2026, 11, 27, 6, 0, 0, DateTimeKind.Utc));
        (await ines.GetAsync("/redaction/lettres/eau")).Texts("[aria-labelledby=suivant] .name").ShouldBe(["Le syndicat coupe deux forages", "L’eau devient plus chère"]);

        var again = await ines.PostAsync("/redaction/lettres/reglages", form);
        again.Texts(".error-summary li").ShouldBe(["L’adresse « eau » est prise : choisissez-en une autre."]);
        foreach (var reserved in new[] { "digest", "alerts", "confirmer" })
        {
            (await ines.PostAsync("/redaction/lettres/reglages", [("nom", "X"), ("adresse", reserved), ("fabrication", "ByHand"), ("public", "Everybody")])).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, reserved);
        }

        var wrong = await ines.PostAsync("/redaction/lettres/reglages/eau", ("nom", ""), ("fabrication", "ByRule"), ("source", "theme:x"), ("heure", "25"), ("remonte", "0"), ("articles", "99"), ("public", "Holders"), ("produit", "50"));
        wrong.Texts(".error-summary li").Count.ShouldBe(6);
        (await ines.PostAsync("/redaction/lettres/reglages/eau", ("faire", "supprimer"))).Location.ShouldBe("/redaction/lettres?fait=supprimee");
    }

    [Fact]
    public async Task What_has_readers_or_appeared_is_not_deleted_and_who_may_not_post_finds_nothing()
    {
        await using var site = await Site.OpenAsync();
        var newsletter = await site.AddNewsletterAsync();
        await site.SignUpAsync(newsletter, Newsroom.Lou);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.PostAsync("/redaction/lettres/reglages/la-semaine", ("faire", "supprimer"))).Status.ShouldBe(HttpStatusCode.Conflict);
        var issue = await site.ScheduleAsync(newsletter);
        using var paul = await site.SignInAsync(Newsroom.Paul);
        foreach (var path in new[] { "/redaction/lettres", "/redaction/lettres/la-semaine", $"/redaction/lettres/numero/{issue}", $"/redaction/lettres/numero/{issue}/envoi", $"/redaction/apercu/lettre/{issue}" })
        {
            (await paul.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task Hostile_text_in_any_field_is_shown_as_text()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ines.PostAsync("/redaction/lettres/reglages", ("nom", Hostile.Headline), ("adresse", "x"), ("description", Hostile.Headline), ("fabrication", "ByHand"), ("public", "Everybody"), ("ouverte", "true"));
        var issue = (await ines.PostAsync("/redaction/lettres/x")).Location!;
        await ines.PostAsync(issue, ("objet", "<script>alert(1)</script> \u2028 {{token}}"), ("apercu", Hostile.Headline));
        foreach (var kind in Enum.GetNames<NewsletterBlockKind>())
        {
            var block = (await ines.PostAsync(issue, ("action", "ajouter:" + kind))).Location!;
            (await ines.PostAsync(block, ("titre", "</h2><script>"), ("texte", Hostile.Headline), ("annonceur", Hostile.Headline[..60]), ("lien", "https://x.example/?\"'<script>"), ("action", kind == "Articles" ? "ajouter:1" : ""))).Status.ShouldBe(HttpStatusCode.Redirect, kind);
            Rules.Intact.Wrong(await ines.GetAsync(block)).ShouldBeEmpty();
        }

        await site.DoAsync(db => db.NewsletterBlocks.Where(b => b.Kind == NewsletterBlockKind.Picture).ExecuteUpdateAsync(b => b.SetProperty(x => x.PictureId, db.Pictures.Select(p => (Guid?)p.Id).First())));
        foreach (var path in new[] { issue, issue + "/apercu", issue + "/envoi", "/redaction/lettres", "/redaction/lettres/x" })
        {
            Rules.Intact.Wrong(await ines.GetAsync(path)).ShouldBeEmpty(path);
        }

        await ines.PostAsync(issue + "/envoi", ("action", "confirmer"));
        await site.PostLettersAsync();
        await site.FollowChangesAsync();
        using var visitor = site.Visitor();
        foreach (var path in new[] { "/lettres/", "/lettres/x/", "/lettres/x/1", "/lettres/x/inscription" })
        {
            var answer = await visitor.GetAsync(path);
            answer.Status.ShouldBe(HttpStatusCode.OK, path);
            Rules.Intact.Wrong(answer).ShouldBeEmpty(path);
        }
    }
}
