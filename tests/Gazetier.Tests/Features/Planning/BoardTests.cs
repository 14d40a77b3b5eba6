using System.Net;
using Gazetier.Features.Manuscripts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Planning;

public class BoardTests
{
    private const string Board = "/redaction/planning/tableau";

    [Fact]
    public async Task Each_article_on_its_way_stands_in_the_column_of_its_stage()
    {
        await using var site = await Site.OpenAsync();
        await site.HireAsync();
        var idea = await site.OrderAsync("Une idée");
        var order = await site.OrderAsync("Une commande", WritersDesk.Paul, site.Now.AddHours(-1));
        var ready = await site.OrderAsync("Un papier prêt");
        await site.MoveAsync(ready, Stage.Ready);
        using var ines = await site.SignInAsync(Newsroom.Ines);

        var page = await ines.GetAsync(Board);

        page.Has($"[data-zone=Idea] #article-{idea}").ShouldBeTrue();
        page.Has($"[data-zone=Ready] #article-{ready}").ShouldBeTrue();
        page.Has($"[data-zone=Published] #article-{Newsroom.Scheduled}").ShouldBeTrue();
        page.Has($"#article-{Newsroom.Free}").ShouldBeFalse();
        var card = page.Text($"[data-zone=Assigned] #article-{order}");
        card.ShouldContain("Paul");
        card.ShouldContain("Actualité");
        card.ShouldContain("3 / 400 mots");
        page.Text($"#article-{order} .late").ShouldStartWith("En retard :");
    }

    [Fact]
    public async Task A_section_editor_is_led_to_publish_in_their_sections_only()
    {
        await using var site = await Site.OpenAsync();
        var (theirs, anothers) = (await site.OrderAsync("Au tribunal", section: Newsroom.Law.Id), await site.OrderAsync("Au conseil", section: Newsroom.France.Id));
        await site.MoveAsync(theirs, Stage.Ready);
        await site.MoveAsync(anothers, Stage.Ready);
        using var rose = await site.SignInAsync(Newsroom.Rose);

        var page = await rose.GetAsync(Board);

        page.Has($"#article-{theirs} a[href$='/parution']").ShouldBeTrue();
        page.Has($"#article-{anothers} a[href$='/parution']").ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_scheduled_names_the_same_writer_on_the_board_and_in_the_lists()
    {
        await using var site = await Site.OpenAsync();
        await site.HireAsync();
        var given = await site.OrderAsync("Un papier prêt", WritersDesk.Paul);
        await site.PublishAsync(given, site.Now.AddHours(5));
        using var ines = await site.SignInAsync(Newsroom.Ines);

        var board = await ines.GetAsync(Board);
        var lists = new[] { await ines.GetAsync("/redaction"), await ines.GetAsync("/redaction/articles?vue=parus") };

        foreach (var (id, writer) in new[] { (given, "Paul"), (Newsroom.Scheduled, "Claire Vasseur") })
        {
            board.Text($"[data-zone=Published] #article-{id} .card-facts li").ShouldBe(writer);
            foreach (var list in lists)
            {
                list.Text($"tr:has(a[href='/redaction/articles/{id}']) [data-name=Qui]").ShouldBe(writer);
            }
        }
    }

    [Fact]
    public async Task A_card_moves_by_its_form_and_the_record_says_who_moved_it()
    {
        await using var site = await Site.OpenAsync();
        await site.HireAsync();
        var id = await site.OrderAsync("Une commande", WritersDesk.Paul);
        using var paul = await site.SignInAsync(WritersDesk.Paul);

        var answer = await paul.PostAsync(Board + "?par=personne", ("article", $"{id}"), ("de", "Assigned"), ("vers", "Writing"));

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        answer.Location.ShouldBe($"{Board}?par=personne&article={id}#article-{id}");
        var page = await paul.GetAsync(answer.Location!);
        page.Has($"[data-zone=Writing] #article-{id}").ShouldBeTrue();
        page.Text("#plan-etat").ShouldBe("« Une commande » est maintenant « En écriture ».");
        (await site.DoAsync(db => db.Acts.AnyAsync(a => a.ArticleId == id && a.What == "article.moved" && a.ByName == "Paul"))).ShouldBeTrue();
    }

    [Fact]
    public async Task What_somebody_may_not_move_says_so_and_stays()
    {
        await using var site = await Site.OpenAsync();
        await site.HireAsync();
        var id = await site.OrderAsync("À un autre", WritersDesk.Sofia);
        using var paul = await site.SignInAsync(WritersDesk.Paul);

        var page = await paul.GetAsync(Board);
        page.Text($"#article-{id} .fixed").ShouldBe("Il n’est pas à vous de le déplacer.");
        page.Has($"#article-{id} form").ShouldBeFalse();

        var answer = await paul.PostAsync(Board, ("article", $"{id}"), ("de", "Assigned"), ("vers", "Ready"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text("#plan-etat").ShouldStartWith("Ce déplacement n’est pas permis");
        answer.Has($"[data-zone=Assigned] #article-{id}").ShouldBeTrue();
    }

    [Fact]
    public async Task Nothing_is_published_by_moving_it()
    {
        await using var site = await Site.OpenAsync();
        var id = await site.OrderAsync("Un papier prêt");
        using var ines = await site.SignInAsync(Newsroom.Ines);

        (await ines.PostAsync(Board, ("article", $"{id}"), ("de", "Idea"), ("vers", "Published"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ines.GetAsync(Board)).Has($"[data-zone=Idea] #article-{id}").ShouldBeTrue();
    }

    [Fact]
    public async Task What_another_moved_meanwhile_stays_where_they_put_it()
    {
        await using var site = await Site.OpenAsync();
        var id = await site.OrderAsync("Disputé");
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await site.MoveAsync(id, Stage.ToReadOver);

        var answer = await ines.PostAsync(Board, ("article", $"{id}"), ("de", "Idea"), ("vers", "Assigned"));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Text("#plan-etat").ShouldBe("Quelqu’un l’a déplacé entre-temps : il est « À relire ».");
        answer.Has($"[data-zone=ToReadOver] #article-{id}").ShouldBeTrue();
    }

    [Fact]
    public async Task The_board_is_narrowed_to_a_section_with_what_lies_below_and_to_a_person()
    {
        await using var site = await Site.OpenAsync();
        await site.HireAsync();
        var below = await site.OrderAsync("En France", WritersDesk.Paul, section: Newsroom.France.Id);
        var elsewhere = await site.OrderAsync("Du droit", WritersDesk.Paul, section: Newsroom.Law.Id);
        var others = await site.OrderAsync("À personne", section: Newsroom.France.Id);
        using var ines = await site.SignInAsync(Newsroom.Ines);

        var page = await ines.GetAsync($"{Board}?rubrique={Newsroom.News.Id}&qui={WritersDesk.Paul}");

        page.Has($"#article-{below}").ShouldBeTrue();
        page.Has($"#article-{elsewhere}").ShouldBeFalse();
        page.Has($"#article-{others}").ShouldBeFalse();
        (await ines.GetAsync(Board + "?par=rubrique")).Texts("main h2").ShouldBe(["Actualité", "France", "Juridique"]);
        (await ines.GetAsync(Board + "?par=personne")).Texts("main h2").ShouldBe(["Paul", "À personne"]);
    }
}
