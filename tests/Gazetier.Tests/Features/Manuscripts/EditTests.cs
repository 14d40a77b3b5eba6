using System.Net;
using Gazetier.Features.Authors;
using Gazetier.Features.Manuscripts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Manuscripts;

public class EditTests
{
    [Fact]
    public async Task A_journalist_begins_an_article_writes_and_finds_it_again()
    {
        await using var site = await Site.OpenAsync();
        using var paul = await site.SignInAsync(Newsroom.Paul);
        var id = await paul.BeginAsync("La régie reprend la main");
        (await paul.SaveAsync(id, ("Headline", "La régie de l’eau reprend la main"), ("Body", "<p>Trois communes sur quatre.</p>"), ("Themes", Newsroom.Water.Id.ToString())))
            .Location.ShouldBe($"/redaction/articles/{id}?fait=enregistre");

        var page = await paul.GetAsync($"/redaction/articles/{id}");
        page.Text("#Body").ShouldBe("<p>Trois communes sur quatre.</p>");
        page.Document.QuerySelector($"input[name=Themes][value='{Newsroom.Water.Id}']")!.HasAttribute("checked").ShouldBeTrue();
        var list = await paul.GetAsync("/redaction/articles");
        list.Text($"a[href='/redaction/articles/{id}']").ShouldBe("La régie de l’eau reprend la main");
        (await site.Visitor().GetAsync($"/{id}/la-regie-reprend-la-main/")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_editor_is_told_which_revision_its_save_became()
    {
        await using var site = await Site.OpenAsync();
        using var paul = await site.SignInAsync(Newsroom.Paul);
        var id = await paul.BeginAsync();
        var fields = await paul.FieldsAsync(id, ("Body", "<p>Un.</p>"));

        var (status, said) = await paul.SendAsync(id, fields);
        status.ShouldBe(HttpStatusCode.OK);
        said.GetProperty("revision").GetInt32().ShouldBe(1);
        said.GetProperty("savedAt").GetString().ShouldBe("5\u00A0h\u00A030");
    }

    [Fact]
    public async Task The_editor_is_told_where_its_save_moved_the_article()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var id = await ines.BeginAsync("Les forages secs", ("qui", ""));
        (await ines.GetAsync($"/redaction/articles/{id}")).Text(".desk-head .status").ShouldBe("Idée");
        var (_, said) = await ines.SendAsync(id, await ines.FieldsAsync(id, ("Body", "<p>Un.</p>")));
        said.GetProperty("stage").GetProperty("name").GetString().ShouldBe("En écriture");
        // Nothing changed: what is scheduled stays so, and the desk goes on saying it.
        (_, said) = await ines.SendAsync(Newsroom.Scheduled, await ines.FieldsAsync(Newsroom.Scheduled));
        said.GetProperty("stage").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Saves_of_five_minutes_grow_one_revision_and_the_next_begins_another()
    {
        await using var site = await Site.OpenAsync();
        using var paul = await site.SignInAsync(Newsroom.Paul);
        var id = await paul.BeginAsync();
        await paul.SaveAsync(id, ("Body", "<p>Un.</p>"));
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await paul.SaveAsync(id, ("Body", "<p>Un. Deux.</p>"));
        (await RevisionsAsync(site, id)).ShouldHaveSingleItem().Content().Body.ShouldBe("<p>Un. Deux.</p>");

        site.Clock.Advance(TimeSpan.FromMinutes(4));
        await paul.SaveAsync(id, ("Body", "<p>Un. Deux. Trois.</p>"));
        (await RevisionsAsync(site, id)).Select(r => r.Content().Body).ShouldBe(["<p>Un. Deux.</p>", "<p>Un. Deux. Trois.</p>"]);
    }

    [Fact]
    public async Task What_did_not_change_is_no_revision()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var id = await ines.BeginAsync();
        await ines.SaveAsync(id, ("Body", "<p>Trois communes.</p>"));
        await ines.PublishAsync(id);
        site.Clock.Advance(TimeSpan.FromHours(1));
        await ines.SaveAsync(id);
        (await RevisionsAsync(site, id)).ShouldHaveSingleItem();
        (await site.DoAsync(db => db.Manuscripts.Where(m => m.ArticleId == id).Select(m => m.Stage).SingleAsync())).ShouldBe(Stage.Published);
    }

    [Fact]
    public async Task What_is_written_is_clean_before_it_is_kept()
    {
        await using var site = await Site.OpenAsync();
        using var paul = await site.SignInAsync(Newsroom.Paul);
        var id = await paul.BeginAsync();
        (await paul.SaveAsync(id, ("Headline", "Titre\u0007\nsur deux lignes "), ("Body", "<p onclick=x>Bon</p><script>alert(1)</script>"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var content = (await RevisionsAsync(site, id))[^1].Content();
        content.Headline.ShouldBe("Titre sur deux lignes");
        content.Body.ShouldBe("<p>Bon</p>");
    }

    [Theory]
    [InlineData("Kicker")]
    [InlineData("Headline")]
    [InlineData("Standfirst")]
    [InlineData("Body")]
    [InlineData("LeadCaption")]
    public async Task A_character_that_no_printer_prints_is_left_out_and_no_form_that_cannot_be_read_is_lost_unsaid(string field)
    {
        await using var site = await Site.OpenAsync();
        using var paul = await site.SignInAsync(Newsroom.Paul);
        var id = await paul.BeginAsync();
        var fields = await paul.FieldsAsync(id, (field, "bud\0get"));
        var request = new HttpRequestMessage(HttpMethod.Post, $"/redaction/articles/{id}") { Content = new MultipartFormDataContent() };
        foreach (var (name, value) in fields.Where(sent => !string.IsNullOrEmpty(sent.Name)))
        {
            ((MultipartFormDataContent)request.Content).Add(new StringContent(value), name);
        }

        request.Headers.Add("Sec-Fetch-Site", "same-origin");

        // As the editor sends it.
        (await paul.SendAsync(request)).Status.ShouldBe(HttpStatusCode.Redirect);
        var kept = (await paul.GetAsync($"/redaction/articles/{id}")).Document.QuerySelector($"#{field}")!;
        (kept.GetAttribute("value") ?? kept.TextContent).ShouldContain("budget");
        // As a browser without scripts does: the framework reads no such form.
        var refused = await paul.PostAsync($"/redaction/articles/{id}", fields);
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text("main").ShouldContain("un caractère invisible");
    }

    [Theory]
    [InlineData("Headline", 201)]
    [InlineData("Standfirst", 1001)]
    [InlineData("Body", 1_000_001)]
    public async Task What_is_too_long_is_said_and_stays_in_the_page(string field, int length)
    {
        await using var site = await Site.OpenAsync();
        using var paul = await site.SignInAsync(Newsroom.Paul);
        var id = await paul.BeginAsync();
        var text = new string('a', length);
        var fields = await paul.FieldsAsync(id, (field, text));

        var page = await paul.PostAsync($"/redaction/articles/{id}", fields);
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text($"#{field}").ShouldBe(text);
        var (status, said) = await paul.SendAsync(id, fields);
        status.ShouldBe(HttpStatusCode.BadRequest);
        said.GetProperty("errors").GetProperty(field).GetString()!.ShouldContain("signes au plus");
    }

    [Fact]
    public async Task Who_only_writes_does_not_write_on_the_articles_of_others()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var paul = await site.SignInAsync(Newsroom.Paul);
        var id = await ines.BeginAsync();
        var page = await paul.GetAsync($"/redaction/articles/{id}");
        page.Has("#enregistrer").ShouldBeFalse();
        page.Document.QuerySelector("#copie")!.GetAttribute("data-may-write").ShouldBe("non");
        (await paul.SaveAsync(id, ("Headline", "À moi"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_imported_article_keeps_its_first_text_when_somebody_writes_on_it()
    {
        await using var site = await Site.OpenAsync();
        using var agathe = await site.SignInAsync(Newsroom.Agathe);
        await agathe.SaveAsync(Newsroom.Locked, ("Headline", "Le syndicat rouvre un forage"));
        var revisions = await RevisionsAsync(site, Newsroom.Locked);
        revisions.Select(r => r.Kind).ShouldBe([RevisionKind.Found, RevisionKind.Saved]);
        revisions[0].Content().Body.ShouldBe(Newsroom.LockedBody);
        (await site.Visitor().GetAsync("/3/le-syndicat-coupe-deux-forages/")).Text("h1").ShouldBe("Le syndicat coupe deux forages");
    }

    [Fact]
    public async Task A_section_that_is_gone_is_said()
    {
        await using var site = await Site.OpenAsync();
        using var paul = await site.SignInAsync(Newsroom.Paul);
        var id = await paul.BeginAsync();
        (await paul.SaveAsync(id, ("MainSection", Guid.CreateVersion7().ToString()))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData(Newsroom.Draft, "Faire paraître…")]
    [InlineData(Newsroom.Scheduled, "Changer la parution…")]
    [InlineData(Newsroom.Free, "Republier…")]
    public async Task The_button_says_what_publishing_would_do(long id, string expected)
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.GetAsync($"/redaction/articles/{id}")).Text("button[value=parution]").ShouldBe(expected);
    }

    [Fact]
    public async Task A_section_editor_reads_who_publishes_what_is_of_anothers_section()
    {
        await using var site = await Site.OpenAsync();
        using var rose = await site.SignInAsync(Newsroom.Rose);
        var theirs = await rose.GetAsync($"/redaction/articles/{Newsroom.Draft}");
        theirs.Has("button[value=parution]").ShouldBeFalse();
        theirs.Text("#qui-publie").ShouldBe("Dans cette rubrique, faire paraître revient à Inès, Odile.");

        var hers = await rose.GetAsync($"/redaction/articles/{await rose.BeginAsync("Du droit", ("rubrique", Newsroom.Law.Id.ToString()))}");
        hers.Has("button[value=parution]").ShouldBeTrue();
        hers.Has("#qui-publie").ShouldBeFalse();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_new_article_is_signed_by_who_writes_it_where_one_author_has_their_name(int namesakes)
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            db.AddRange(Enumerable.Range(1, namesakes).Select(number => new Author { Slug = $"paul-{number}", Name = "Paul" }));
            await db.SaveChangesAsync();
        });
        using var paul = await site.SignInAsync(Newsroom.Paul);
        var page = await paul.GetAsync($"/redaction/articles/{await paul.BeginAsync()}");
        page.Document.QuerySelectorAll("input[name=Authors][checked]").Length.ShouldBe(namesakes == 1 ? 1 : 0);
    }

    private static Task<List<Revision>> RevisionsAsync(Site site, long id) =>
        site.DoAsync(db => db.Revisions.AsNoTracking().Where(r => r.ArticleId == id).OrderBy(r => r.Number).ToListAsync());
}
