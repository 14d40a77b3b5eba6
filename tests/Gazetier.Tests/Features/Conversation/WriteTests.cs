using System.Net;
using Gazetier.Features.Conversation;
using Gazetier.Features.Conversation.Moderation;
using Gazetier.Tests.Features.Clubs;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Conversation;

/// <summary>L-61, G-12: what a reader writes under an article.</summary>
public class WriteTests
{
    [Fact]
    public async Task The_form_says_that_the_address_is_not_published_and_leads_to_the_charter()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var page = await lou.GetAsync(TalkSteps.Article);
        page.Text("#titre-reagir").ShouldBe("Réagir à cet article");
        page.Text("form.react .byline").ShouldContain("Votre e-mail ne sera pas publié.");
        page.Has("form.react a[href='/donnees-personnelles#reactions']").ShouldBeTrue();
        page.Has("form.react input[name='suivre'][checked]").ShouldBeFalse("L-62: nothing is ticked before");

        using var visitor = site.Visitor();
        var theirs = await visitor.GetAsync(TalkSteps.Article);
        theirs.Has("form.react").ShouldBeFalse();
        theirs.Text("#reactions .notice").ShouldContain("il faut un compte");
        (await visitor.GetAsync("/donnees-personnelles")).Has("#reactions").ShouldBeTrue();
    }

    [Fact]
    public async Task A_first_comment_waits_and_its_author_alone_sees_it()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var before = (await lou.GetAsync(TalkSteps.Article)).Body;
        var sent = await lou.SayAsync("Le prix monte, la qualité aussi ?");
        var kept = await site.NewestAsync();
        (kept.State, kept.Reason).ShouldBe((CommentState.Waiting, ModerationReason.Newcomer));
        sent.Location.ShouldBe($"/mon-compte/reactions/{kept.Id}");
        var own = await lou.GetAsync(sent.Location!);
        own.Text(".said").ShouldBe("Le prix monte, la qualité aussi ?");
        own.Text(".notice").ShouldContain("attend d’être lue");
        (await lou.GetAsync("/mon-compte/reactions")).Text(".status").ShouldBe("En attente");

        await site.FollowChangesAsync();
        (await lou.GetAsync(TalkSteps.Article)).Body.ShouldBe(before);
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await camille.GetAsync(sent.Location!)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_is_known_is_published_at_once_and_named_as_last_time()
    {
        await using var site = await Site.OpenAsync();
        await site.KnowAsync(Newsroom.Lou);
        await site.SaidAsync(Newsroom.Lou, "La plus récente.", c => (c.Name, c.Function) = ("Lou M.", "adjointe"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.PostAsync(TalkSteps.Write, ("texte", "Voir https://exemple.fr/eau"), ("nom", ""))).Status.ShouldBe(HttpStatusCode.Redirect);
        await site.FollowChangesAsync();
        using var visitor = site.Visitor();
        var page = await visitor.GetAsync(TalkSteps.Article);
        page.Texts(".who").ShouldContain(who => who.StartsWith("Lou M., adjointe", StringComparison.Ordinal));
        page.Has(".said a[rel='ugc nofollow'][href='https://exemple.fr/eau']").ShouldBeTrue();
        page.Body.ShouldNotContain("lou@example.org");
        var form = await lou.GetAsync(TalkSteps.Write);
        form.Document.GetElementById("nom")!.GetAttribute("value").ShouldBe("Lou M.");
    }

    [Fact]
    public async Task An_answer_stands_below_what_it_answers_one_level_deep()
    {
        await using var site = await Site.OpenAsync();
        await site.KnowAsync(Newsroom.Lou);
        var first = await site.SaidAsync(Newsroom.Camille, "Une question.");
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync($"{TalkSteps.Write}?a={first.Id}")).Text(".quoted").ShouldContain("Une question.");
        await lou.SayAsync("Une réponse.", ("a", first.Id.ToString()));
        var answer = await site.NewestAsync();
        await lou.SayAsync("Une réponse à la réponse.", ("a", answer.Id.ToString()));
        (await site.NewestAsync()).ThreadId.ShouldBe(first.Id);
        await site.FollowChangesAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/reactions/1")).Document.QuerySelectorAll($"#{first.Anchor} > ol > li").Length.ShouldBe(2);
    }

    [Theory]
    [InlineData(" ", "texte")]
    [InlineData("Une réaction ancienne, numéro 1.", "texte")]
    public async Task What_is_not_taken_comes_back_with_its_text(string text, string field)
    {
        await using var site = await Site.OpenAsync();
        await site.KnowAsync(Newsroom.Lou);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var page = await lou.SayAsync(text);
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Document.QuerySelectorAll(".error-summary a").ShouldHaveSingleItem().GetAttribute("href").ShouldBe("#" + field);
        page.Document.GetElementById("texte")!.TextContent.Trim().ShouldBe(text.Trim());
        (await site.DoAsync(db => db.Comments.CountAsync())).ShouldBe(3);
    }

    [Fact]
    public async Task It_is_corrected_for_some_minutes_and_taken_back_at_any_time()
    {
        await using var site = await Site.OpenAsync();
        await site.KnowAsync(Newsroom.Lou);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var own = (await lou.SayAsync("Une coquile.")).Location!;
        (await lou.PostAsync(own + "/modifier", ("texte", "Une coquille."))).Location.ShouldBe(own);
        var kept = await site.NewestAsync();
        (kept.Text, kept.State, kept.EditedAt).ShouldBe(("Une coquille.", CommentState.Published, site.Now));

        site.Clock.Advance(TimeSpan.FromMinutes(11));
        var late = await lou.PostAsync(own + "/modifier", ("texte", "Tout autre chose."));
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.ReadAsync(kept.Id)).Text.ShouldBe("Une coquille.");
        (await lou.PostAsync(own)).Location.ShouldBe("/mon-compte/reactions?fait=retiree");
        await site.FollowChangesAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync(TalkSteps.Article)).Body.ShouldNotContain("Une coquille.");
    }

    [Fact]
    public async Task The_article_and_its_date_say_who_may_write()
    {
        await using var site = await Site.OpenAsync();
        await site.RulesAsync(rules => rules.WhoWrites = WhoWrites.Subscribers);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await lou.GetAsync(TalkSteps.Article)).Has("form.react").ShouldBeFalse();
        (await lou.SayAsync("Je voudrais répondre.")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await camille.GetAsync(TalkSteps.Article)).Has("form.react").ShouldBeTrue();

        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.PostAsync("/redaction/conversation/articles/1", ("qui", "Nobody"), ("jours", ""), ("lecture", ""))).Status.ShouldBe(HttpStatusCode.Redirect);
        await site.FollowChangesAsync();
        (await camille.GetAsync(TalkSteps.Article)).Has("form.react").ShouldBeFalse();
        (await ines.PostAsync("/redaction/conversation/articles/1", ("qui", "Registered"), ("jours", "2"), ("lecture", "avant"))).Status.ShouldBe(HttpStatusCode.Redirect);
        await site.FollowChangesAsync();
        (await lou.GetAsync(TalkSteps.Article)).Has("form.react").ShouldBeTrue();
        await site.KnowAsync(Newsroom.Lou);
        await lou.SayAsync("Lue avant.");
        (await site.NewestAsync()).Reason.ShouldBe(ModerationReason.ReadBefore);
        site.Clock.Advance(TimeSpan.FromDays(1));
        (await lou.GetAsync(TalkSteps.Article)).Text("#reactions > .notice").ShouldContain("closes");
    }

    [Fact]
    public async Task The_newsroom_and_the_author_of_the_article_are_shown_as_such()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            db.Manuscripts.Add(new Gazetier.Features.Manuscripts.Manuscript { ArticleId = Newsroom.Free, WriterId = Newsroom.Paul, MainSectionId = Newsroom.News.Id });
            await db.SaveChangesAsync();
        });
        foreach (var (who, badge) in new[] { (Newsroom.Paul, CommentBadge.Author), (Newsroom.Ines, CommentBadge.Newsroom), (Newsroom.Lou, CommentBadge.None) })
        {
            using var browser = await site.SignInAsync(who);
            await browser.SayAsync($"De {badge}.");
            (await site.NewestAsync()).Badge.ShouldBe(badge);
        }

        using var half = await site.SignInAsync(Newsroom.Basile, Gazetier.Features.Accounts.Proof.Password);
        await half.SayAsync("D’une demi-session.");
        (await site.NewestAsync()).ShouldSatisfyAllConditions(c => c.Badge.ShouldBe(CommentBadge.None), c => c.State.ShouldBe(CommentState.Waiting));
    }

    [Fact]
    public async Task What_was_chosen_comes_first_and_the_order_has_its_address()
    {
        await using var site = await Site.OpenAsync();
        foreach (var n in Enumerable.Range(1, 25))
        {
            await site.SaidAsync(Newsroom.Camille, $"Numéro {n}.", c => (c.PostedAt, c.FeaturedAt) = (c.PostedAt.AddMinutes(n), n == 24 ? c.PostedAt : null));
        }

        using var visitor = site.Visitor();
        (await visitor.GetAsync(TalkSteps.Article)).Texts("#reactions .said").ShouldBe(["Numéro 24.", .. Enumerable.Range(1, 7).Select(n => $"Numéro {n}.")]);
        (await visitor.GetAsync("/reactions/1")).Texts(".said")[0].ShouldBe("Numéro 24.");
        (await visitor.GetAsync("/reactions/1?page=2")).Texts(".said").Count.ShouldBe(5);
        (await visitor.GetAsync("/reactions/1/recentes")).Texts(".said")[0].ShouldBe("Numéro 25.");
        (await visitor.GetAsync("/reactions/1/anciennes")).Texts(".said")[0].ShouldBe("Numéro 1.");
        (await visitor.GetAsync("/reactions/1/autres")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/reactions/1?page=3")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_member_of_the_club_speaks_as_one_under_the_articles_of_the_club()
    {
        await using var site = await ClubSteps.OpenWithClubAsync();
        await site.JoinAsync(Newsroom.Lou);
        await site.KnowAsync(Newsroom.Lou);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await lou.SayAsync("Sous un article d’ailleurs.");
        (await site.NewestAsync()).Badge.ShouldBe(CommentBadge.None);
        await site.DoAsync(db => db.Articles.Where(a => a.Id == Newsroom.Free).ExecuteUpdateAsync(a => a.SetProperty(x => x.MainSectionId, Newsroom.Law.Id)));
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        await lou.SayAsync("Sous un article du club.");
        (await site.NewestAsync()).Badge.ShouldBe(CommentBadge.ClubMember);
        using var noe = await site.SignInAsync(Newsroom.Noe);
        await noe.SayAsync("Je ne suis pas du club.");
        (await site.NewestAsync()).Badge.ShouldBe(CommentBadge.None);
        using var visitor = site.Visitor();
        (await visitor.GetAsync(TalkSteps.Article)).Texts(".badge").ShouldContain("Membre du club");
    }
}
