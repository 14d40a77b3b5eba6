using System.Net;
using Gazetier.Features.Accounts;
using Gazetier.Features.MailingLists;
using Gazetier.Features.Newsletters;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Newsletters;

public class SignUpTests
{
    [Fact]
    public async Task Who_is_signed_in_signs_up_by_one_click_and_the_consent_is_kept()
    {
        await using var site = await Site.OpenAsync();
        await site.AddNewsletterAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync("/lettres/la-semaine/")).Has("form[action='/lettres/la-semaine/inscription'] input[name=email]").ShouldBeFalse();
        var answer = await lou.PostAsync("/lettres/la-semaine/inscription");
        answer.Location.ShouldBe("/mon-compte/lettres?fait=inscrit&lettre=la-semaine");
        (await lou.GetAsync(answer.Location!)).Text("[role=status]").ShouldBe("Vous êtes inscrit(e) à « La Semaine ».");
        await lou.PostAsync("/lettres/la-semaine/inscription");
        var consent = await site.DoAsync(db => db.Consents.SingleAsync());
        (consent.AccountId, consent.List, consent.IsGiven, consent.Origin, consent.At).ShouldBe((Newsroom.Lou, "la-semaine", true, "/lettres/la-semaine/inscription", site.Now));
        consent.Text.ShouldStartWith("Recevoir «\u00A0La Semaine\u00A0»");
    }

    [Fact]
    public async Task E_03_an_address_confirms_by_a_post_and_looking_changes_nothing()
    {
        await using var site = await Site.OpenAsync();
        await site.AddNewsletterAsync();
        using var visitor = site.Visitor();
        (await visitor.PostAsync("/lettres/la-semaine/inscription", ("email", "nouvelle@commune.example"))).Location.ShouldBe(SignUpModel.AskedPath);
        await site.PostOutboxAsync();
        var link = LinkIn(site.Mails.ShouldHaveSingleItem().Text);
        for (var n = 0; n < 3; n++)
        {
            (await visitor.GetAsync(link)).Has("form[method=post] button").ShouldBeTrue();
        }

        (await site.DoAsync(async db => (await db.NewsletterSignups.CountAsync(), await db.Consents.CountAsync()))).ShouldBe((0, 0));
        var done = await visitor.PostAsync(link);
        done.Text("[role=status]").ShouldContain("nouvelle@commune.example");
        var account = await site.DoAsync(db => db.Accounts.SingleAsync(a => a.Email == "nouvelle@commune.example"));
        (account.EmailConfirmed, account.PasswordHash).ShouldBe((true, null));
        (await site.DoAsync(db => db.NewsletterSignups.SingleAsync())).AccountId.ShouldBe(account.Id);
        (await site.DoAsync(db => db.Consents.SingleAsync())).Origin.ShouldBe("/lettres/la-semaine/inscription");
        // Once; and the browser is nobody's yet.
        (await visitor.PostAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/mon-compte/lettres")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task E_03_known_and_unknown_addresses_get_the_same_answer_and_the_same_mail()
    {
        await using var site = await Site.OpenAsync();
        var newsletter = await site.AddNewsletterAsync();
        await site.SignUpAsync(newsletter, Newsroom.Camille);
        using var visitor = site.Visitor();
        foreach (var email in new[] { "camille@example.org", "lou@example.org", "inconnu@example.org" })
        {
            (await visitor.PostAsync("/lettres/la-semaine/inscription", ("email", email))).Location.ShouldBe(SignUpModel.AskedPath);
        }

        await site.PostOutboxAsync();
        site.Mails.Select(m => m.Subject).Distinct().ShouldHaveSingleItem();
        site.Mails.Select(m => m.Text.Replace(LinkIn(m.Text), "", StringComparison.Ordinal)).Distinct().ShouldHaveSingleItem();
        await visitor.PostAsync(LinkIn(site.Mails.Single(m => m.To == "lou@example.org").Text));
        (await site.DoAsync(db => db.NewsletterSignups.AnyAsync(s => s.AccountId == Newsroom.Lou && s.LeftAt == null))).ShouldBeTrue();
        (await site.DoAsync(db => db.Accounts.CountAsync(a => a.NormalizedEmail == "LOU@EXAMPLE.ORG"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_mistyped_domain_is_offered_its_correction_and_who_means_it_sends_again()
    {
        await using var site = await Site.OpenAsync();
        await site.AddNewsletterAsync();
        using var visitor = site.Visitor();
        var doubted = await visitor.PostAsync("/lettres/la-semaine/inscription", ("email", "mairie@gmial.com"));
        doubted.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        doubted.Text(".error-summary li").ShouldContain("mairie@gmail.com");
        var certain = doubted.Document.QuerySelector("input[name=certain]")!.GetAttribute("value")!;
        (await visitor.PostAsync("/lettres/la-semaine/inscription", ("email", "mairie@gmial.com"), ("certain", certain))).Location.ShouldBe(SignUpModel.AskedPath);
        (await visitor.PostAsync("/lettres/la-semaine/inscription", ("email", "pas une adresse"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Links_end_and_requests_are_forgotten_and_an_address_gets_so_many_mails()
    {
        await using var site = await Site.OpenAsync();
        await site.AddNewsletterAsync();
        using var visitor = site.Visitor();
        for (var n = 0; n < RequestLimits.MailsPerAddress + 2; n++)
        {
            (await visitor.PostAsync("/lettres/la-semaine/inscription", ("email", "a@commune.example"))).Location.ShouldBe(SignUpModel.AskedPath);
        }

        await site.PostOutboxAsync();
        site.Mails.Count.ShouldBe(RequestLimits.MailsPerAddress);
        var link = LinkIn(site.Mails[0].Text);
        (await visitor.GetAsync(link[..^1] + (link[^1] == 'A' ? 'B' : 'A'))).Status.ShouldBe(HttpStatusCode.NotFound);
        site.Clock.Advance(SignupRequest.Lifetime);
        (await visitor.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.PostAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        (await site.WithAsync<ForgetSignupRequests, int>(forget => forget.RunAsync(CancellationToken.None))).ShouldBeGreaterThan(0);
        (await site.DoAsync(async db => (await db.SignupRequests.CountAsync(), await db.Accounts.CountAsync(a => a.Email == "a@commune.example")))).ShouldBe((0, 0));
    }

    [Fact]
    public async Task One_that_is_closed_takes_nobody()
    {
        await using var site = await Site.OpenAsync();
        await site.AddNewsletterAsync(n => (n.IsOpen, n.LastNumber) = (false, 1));
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync("/lettres/la-semaine/")).Body.ShouldContain("plus ouverte aux inscriptions");
        (await lou.PostAsync("/lettres/la-semaine/inscription")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await lou.PostAsync("/mon-compte/lettres", ("lettres", "la-semaine"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await site.DoAsync(db => db.NewsletterSignups.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Boxes_say_what_a_reader_gets_and_what_changes_is_kept_as_said()
    {
        await using var site = await Site.OpenAsync();
        await site.AddNewsletterAsync();
        await site.AddNewsletterAsync(n => (n.Slug, n.Name, n.Audience) = ("club", "Le Club", Audience.Subscribers));
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync("/mon-compte/lettres")).Texts(".choice").Count.ShouldBe(2);
        (await lou.PostAsync("/mon-compte/lettres", ("lettres", "club"), ("lettres", "la-semaine"), ("lettres", "rien-de-tel"))).Location.ShouldBe("/mon-compte/lettres?fait=enregistre");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await lou.PostAsync("/mon-compte/lettres", ("lettres", "club"));
        (await lou.GetAsync("/mon-compte/lettres")).Document.QuerySelectorAll("input[name=lettres][checked]").Select(box => box.GetAttribute("value")).ShouldBe(["club"]);
        (await site.DoAsync(db => db.Consents.OrderBy(c => c.At).ThenBy(c => c.List).Select(c => new { c.List, c.IsGiven }).ToListAsync())).Select(c => (c.List, c.IsGiven)).ShouldBe([("club", true), ("la-semaine", true), ("la-semaine", false)]);
        (await site.DoAsync(db => db.NewsletterSignups.SingleAsync(s => s.LeftAt != null))).LeftAt.ShouldBe(site.Now);
    }

    [Fact]
    public async Task As_lists_newsletters_are_left_and_joined_again_and_others_are_none_of_theirs()
    {
        await using var site = await Site.OpenAsync();
        var newsletter = await site.AddNewsletterAsync();
        await site.AddNewsletterAsync(n => (n.Slug, n.Name, n.IsOpen) = ("fermee", "Fermée", false));
        await site.SignUpAsync(newsletter, Newsroom.Lou);
        await site.WithAsync<IEnumerable<IMailingLists>, bool>(async all =>
        {
            var lists = all.OfType<NewsletterLists>().Single();
            (await lists.OfAsync(Newsroom.Lou, new Gazetier.Locales.Phrases(Gazetier.Web.Language.French), default)).Select(l => (l.Name, l.IsOn)).ShouldBe([("la-semaine", true)]);
            (await lists.LeaveAsync(Newsroom.Lou, "la-semaine", default)).ShouldBe(true);
            (await lists.LeaveAsync(Newsroom.Lou, "la-semaine", default)).ShouldBe(false);
            (await lists.JoinAsync(Newsroom.Lou, "la-semaine", default)).ShouldBe(true);
            (await lists.JoinAsync(Newsroom.Lou, "la-semaine", default)).ShouldBe(false);
            (await lists.JoinAsync(Newsroom.Lou, "fermee", default)).ShouldBeNull();
            (await lists.LeaveAsync(Newsroom.Lou, "digest", default)).ShouldBeNull();
            return true;
        });
    }

    [Fact]
    public async Task Clicks_at_once_sign_up_once()
    {
        await using var site = await Site.OpenAsync();
        await site.AddNewsletterAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => lou.PostAsync("/lettres/la-semaine/inscription"))));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Redirect);
        (await site.DoAsync(async db => (await db.NewsletterSignups.CountAsync(), await db.Consents.CountAsync()))).ShouldBe((1, 1));
    }

    private static string LinkIn(string text) => new Uri(text.Split('\n').First(line => line.Contains("/lettres/confirmer/", StringComparison.Ordinal)).Trim()).AbsolutePath;
}
