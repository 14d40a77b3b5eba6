using CsCheck;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Pictures;
using Shouldly;

namespace Gazetier.Tests.Features.Articles;

public class FrontPageTests
{
    private static readonly Gen<ArticleCard[]> AnyDay =
        Gen.Select(Gen.Enum<Format>(), Gen.Bool).Array[0, 60].Select(written => written.Select((w, i) => Card(i + 1, w.Item1, w.Item2)).ToArray());

    [Fact]
    public void Nothing_stands_twice_and_nothing_is_lost() => AnyDay.Sample(latest =>
    {
        var front = FrontPage.Compose(latest, [7, 3], [3, 9, 12]);
        var shown = new[] { front.Lead }.OfType<ArticleCard>().Concat(front.Secondary).Concat(front.Row).Concat(front.River).Concat(front.Opinions).Concat(front.Rest).ToList();
        shown.Select(card => card.Id).Order().ShouldBe(latest.Select(card => card.Id).Order());
    });

    [Fact]
    public void What_is_pinned_stands_where_it_was_pinned()
    {
        var latest = Enumerable.Range(1, 30).Select(i => Card(i, Format.News, true)).ToArray();
        var front = FrontPage.Compose(latest, [7], [12, 9]);
        front.Lead!.Id.ShouldBe(7);
        front.Secondary.Select(card => card.Id).Take(2).ShouldBe([12L, 9L]);
    }

    [Fact]
    public void An_opinion_leads_only_where_there_is_nothing_else()
    {
        FrontPage.Compose([Card(1, Format.Opinion, true), Card(2, Format.News, true)], [], []).Lead!.Id.ShouldBe(2);
        FrontPage.Compose([Card(1, Format.Opinion, true)], [], []).Lead!.Id.ShouldBe(1);
    }

    private static ArticleCard Card(long id, Format format, bool hasPicture) => new()
    {
        Id = id,
        Slug = "x",
        Format = format,
        Kicker = null,
        Headline = "Titre",
        Standfirst = "",
        Access = Requirement.None,
        Words = 1,
        PublishedAt = Newsroom.Now.UtcDateTime.AddHours(-id),
        ModifiedAt = null,
        Section = new Named(Guid.Empty, "x", "X"),
        Authors = [],
        Themes = [],
        Picture = hasPicture ? new CardPicture("k", "", "", 1, 1, new Focus(50, 50), IsMachineMade: false) : null,
    };
}
