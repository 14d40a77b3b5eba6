using System.Net;
using Gazetier.Features.Manuscripts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Manuscripts;

/// <summary>Several people, or several devices of one person, on one article: nothing is overwritten unseen (docs/decisions/0012).</summary>
public class SideBySideTests
{
    [Fact]
    public async Task Of_two_who_write_at_once_neither_overwrites_the_other()
    {
        await using var site = await Site.OpenAsync();
        using var paul = await site.SignInAsync(Newsroom.Paul);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var id = await paul.BeginAsync();
        await paul.SaveAsync(id, ("Body", "<p>Le début.</p>"));
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        var hers = await ines.FieldsAsync(id, ("Body", "<p>Le début, relu.</p>"));
        await paul.SaveAsync(id, ("Body", "<p>Le début, et la suite.</p>"));

        var (status, said) = await ines.SendAsync(id, hers);
        status.ShouldBe(HttpStatusCode.Conflict);
        said.GetProperty("by").GetString().ShouldBe("Paul");
        var (newest, aside) = (said.GetProperty("revision").GetInt32(), said.GetProperty("aside").GetInt32());
        var revisions = await RevisionsAsync(site, id);
        revisions.Single(r => r.Number == newest).Content().Body.ShouldBe("<p>Le début, et la suite.</p>");
        revisions.Single(r => r.Number == aside).Content().Body.ShouldBe("<p>Le début, relu.</p>");

        var page = await ines.PostAsync($"/redaction/articles/{id}", hers);
        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text("#Body").ShouldBe("<p>Le début, relu.</p>");
        page.Document.QuerySelector("input[name=base]")!.GetAttribute("value")!.ShouldStartWith($"{newest}.");
    }

    [Fact]
    public async Task Of_two_devices_of_one_person_neither_overwrites_the_other()
    {
        await using var site = await Site.OpenAsync();
        using var desktop = await site.SignInAsync(Newsroom.Paul);
        using var phone = await site.SignInAsync(Newsroom.Paul);
        var id = await desktop.BeginAsync();
        await desktop.SaveAsync(id, ("Body", "<p>Le début.</p>"));
        var onPhone = await phone.FieldsAsync(id, ("Body", "<p>Le début, dans le train.</p>"));
        site.Clock.Advance(TimeSpan.FromSeconds(20));
        // All within five minutes: the revision keeps its number.
        await desktop.SaveAsync(id, ("Body", "<p>Le début, au bureau.</p>"));

        var (status, said) = await phone.SendAsync(id, onPhone);

        status.ShouldBe(HttpStatusCode.Conflict);
        said.GetProperty("by").GetString().ShouldBe("Un autre de vos onglets ou appareils");
        (await RevisionsAsync(site, id)).Select(r => (r.Kind, r.Content().Body))
            .ShouldBe([(RevisionKind.Saved, "<p>Le début, au bureau.</p>"), (RevisionKind.Aside, "<p>Le début, dans le train.</p>")]);
        // Who goes on with the one leaves the other among the revisions.
        (await phone.SendAsync(id, [.. onPhone.Where(f => f.Name != "base"), ("base", said.GetProperty("from").GetString()!)])).Status.ShouldBe(HttpStatusCode.OK);
        var revisions = await RevisionsAsync(site, id);
        revisions[0].Content().Body.ShouldBe("<p>Le début, au bureau.</p>");
        revisions[^1].Content().Body.ShouldBe("<p>Le début, dans le train.</p>");
    }

    /// <summary>Paul is overtaken, takes her text, writes on in it and is overtaken again: what was kept aside first is another text.</summary>
    [Fact]
    public async Task What_is_kept_aside_is_not_overwritten_by_what_is_kept_aside_later()
    {
        await using var site = await Site.OpenAsync();
        using var paul = await site.SignInAsync(Newsroom.Paul);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var id = await paul.BeginAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        await ines.SaveAsync(id, ("Body", "<p>Elle.</p>"));
        var first = await paul.FieldsAsync(id, ("Body", "<p>Lui, d’abord.</p>"));
        site.Clock.Advance(TimeSpan.FromSeconds(20));
        await ines.SaveAsync(id, ("Body", "<p>Elle encore.</p>"));
        (await paul.SendAsync(id, first)).Status.ShouldBe(HttpStatusCode.Conflict);

        var second = await paul.FieldsAsync(id, ("Body", "<p>Lui, ensuite.</p>"));
        site.Clock.Advance(TimeSpan.FromSeconds(20));
        await ines.SaveAsync(id, ("Body", "<p>Elle toujours.</p>"));
        (await paul.SendAsync(id, second)).Status.ShouldBe(HttpStatusCode.Conflict);

        (await RevisionsAsync(site, id)).Where(r => r.Kind == RevisionKind.Aside).Select(r => r.Content().Body).ShouldBe(["<p>Lui, d’abord.</p>", "<p>Lui, ensuite.</p>"]);
    }

    [Fact]
    public async Task A_save_goes_on_from_the_one_before_and_one_that_is_sent_twice_is_no_strangers()
    {
        await using var site = await Site.OpenAsync();
        using var paul = await site.SignInAsync(Newsroom.Paul);
        var id = await paul.BeginAsync();
        var fields = await paul.FieldsAsync(id, ("Body", "<p>Un.</p>"));
        foreach (var body in new[] { "<p>Un, deux.</p>", "<p>Un, deux, trois.</p>" })
        {
            site.Clock.Advance(TimeSpan.FromSeconds(10));
            fields = [.. fields.Where(f => f.Name != "Body"), ("Body", body)];
            var (_, lost) = await paul.SendAsync(id, fields);
            site.Clock.Advance(TimeSpan.FromSeconds(1));
            var (status, said) = await paul.SendAsync(id, fields);
            status.ShouldBe(HttpStatusCode.OK);
            said.GetProperty("from").GetString().ShouldBe(lost.GetProperty("from").GetString());
            fields = [.. fields.Where(f => f.Name != "base"), ("base", said.GetProperty("from").GetString()!)];
        }

        (await RevisionsAsync(site, id)).ShouldHaveSingleItem().Content().Body.ShouldBe("<p>Un, deux, trois.</p>");
    }

    [Theory]
    [InlineData("")]
    [InlineData("n'importe quoi")]
    [InlineData("99999999999999999999.1")]
    public async Task A_save_that_does_not_say_what_it_began_from_overwrites_nothing(string began)
    {
        await using var site = await Site.OpenAsync();
        using var paul = await site.SignInAsync(Newsroom.Paul);
        var id = await paul.BeginAsync();
        var (status, _) = await paul.SendAsync(id, await paul.FieldsAsync(id, ("Body", "<p>D’où ?</p>"), ("base", began)));
        status.ShouldBe(HttpStatusCode.Conflict);
        (await RevisionsAsync(site, id))[0].Content().Body.ShouldBeEmpty();
    }

    private static Task<List<Revision>> RevisionsAsync(Site site, long id) =>
        site.DoAsync(db => db.Revisions.AsNoTracking().Where(r => r.ArticleId == id).OrderBy(r => r.Number).ToListAsync());
}
