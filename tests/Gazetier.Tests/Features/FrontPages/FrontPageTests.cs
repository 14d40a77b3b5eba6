using CsCheck;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.FrontPages;
using Gazetier.Features.Pictures;
using Shouldly;

namespace Gazetier.Tests.Features.FrontPages;

public class FrontPageTests
{
    private static readonly DateTime Now = Newsroom.Now.UtcDateTime;

    private static readonly Gen<ArticleCard[]> AnyDay =
        Gen.Select(Gen.Enum<Format>(), Gen.Bool, Gen.Int[0, 9]).Array[0, 60]
            .Select(written => written.Select((w, i) => Card(i + 1, w.Item1, w.Item2) with { FrontPageUntil = w.Item3 == 0 ? Now : null }).ToArray());

    private static readonly Gen<Arrangement> AnyArrangement = Gen.Select(
        Gen.Select(Gen.Long[1, 70], Gen.Enum<FrontPagePlace>(), Gen.Int[0, 2], Gen.Bool).Array[0, 20],
        Gen.Select(Gen.Enum<BlockKind>(), Gen.Int[1, 8], Gen.Bool).Array[0, 8],
        (pins, blocks) =>
        {
            var arrangement = new Arrangement
            {
                Name = "x",
                Blocks = [.. blocks.Select((b, i) => new FrontPageBlock { Kind = b.Item1, Seats = b.Item2, IsHidden = b.Item3, Position = i, SubjectId = b.Item1.HasSubject() ? Guid.CreateVersion7() : null })],
            };
            arrangement.Pins = [.. pins.Select((p, i) => new Pin
            {
                ArticleId = p.Item1,
                Place = p.Item2,
                BlockId = p.Item2 == FrontPagePlace.Block && blocks.Length > 0 ? arrangement.Blocks[p.Item3 % blocks.Length].Id : null,
                Position = i,
                Until = p.Item4 ? null : Now.AddMinutes(p.Item3 - 1),
            })];
            return arrangement;
        });

    [Fact]
    public void Nothing_stands_twice_and_nothing_is_lost_but_what_has_left_the_front_page() => Gen.Select(AnyDay, AnyArrangement).Sample((latest, arrangement) =>
    {
        var front = FrontPage.Compose(arrangement, Stock(arrangement, latest), Now);
        var shown = Shown(front).Concat(front.Rest).Select(card => card.Id).ToList();
        shown.ShouldBeUnique();
        var held = arrangement.Pins.Where(p => p.Holds(Now)).Select(p => p.ArticleId).ToHashSet();
        latest.Where(card => !card.HasLeftFrontPage(Now)).Select(card => card.Id).Except(shown).ShouldBeEmpty();
        latest.Where(card => card.HasLeftFrontPage(Now)).Select(card => card.Id).Intersect(shown).Except(held).ShouldBeEmpty();
    });

    [Fact]
    public void A_hidden_block_takes_nothing_and_none_takes_more_than_its_seats() => Gen.Select(AnyDay, AnyArrangement).Sample((latest, arrangement) =>
    {
        var front = FrontPage.Compose(arrangement, Stock(arrangement, latest), Now);
        front.Parts.ShouldAllBe(part => !part.Block.IsHidden && part.Cards.Count <= part.Block.Seats);
        front.Secondary.Count.ShouldBeLessThanOrEqualTo(FrontPage.SecondarySeats);
    });

    [Fact]
    public void What_is_held_stands_where_it_was_put()
    {
        var latest = Enumerable.Range(1, 30).Select(i => Card(i, Format.News, true)).ToArray();
        var front = FrontPage.Compose(Held((7, FrontPagePlace.Lead), (12, FrontPagePlace.Secondary), (9, FrontPagePlace.Secondary), (30, FrontPagePlace.River)), new(latest), Now);
        front.Lead!.Id.ShouldBe(7);
        front.Secondary.Select(card => card.Id).ShouldBe([12L, 9L, 1L]);
        front.Of(BlockKind.Headlines).Select(card => card.Id).ShouldBe([2L, 3L, 4L, 5L]);
        front.Of(BlockKind.River).Select(card => card.Id).Take(3).ShouldBe([30L, 6L, 8L]);
        front.Parts.Select(part => part.Block.Kind).ShouldBe(FrontPageBlock.Standing);
    }

    [Fact]
    public void What_is_held_may_be_older_than_the_page_looks()
    {
        var old = Card(500, Format.News, true);
        FrontPage.Compose(Held((500, FrontPagePlace.Lead)), new([Card(1, Format.News, true)], [old]), Now).Lead!.Id.ShouldBe(500);
    }

    [Fact]
    public void The_next_lead_takes_the_place_when_the_time_of_the_first_is_over()
    {
        var latest = Enumerable.Range(1, 9).Select(i => Card(i, Format.News, true)).ToArray();
        var held = Held((7, FrontPagePlace.Lead), (8, FrontPagePlace.Lead));
        held.Pins[0].Until = Now.AddHours(1);
        FrontPage.Compose(held, new(latest), Now).Lead!.Id.ShouldBe(7);
        FrontPage.Compose(held, new(latest), Now.AddHours(1)).Lead!.Id.ShouldBe(8);
    }

    [Fact]
    public void An_article_whose_time_is_over_stands_only_where_somebody_put_it()
    {
        var latest = new[] { Card(1, Format.News, true) with { FrontPageUntil = Now }, Card(2, Format.News, true) };
        FrontPage.Compose(Held(), new(latest), Now.AddTicks(-1)).Lead!.Id.ShouldBe(1);
        var front = FrontPage.Compose(Held(), new(latest), Now);
        front.Lead!.Id.ShouldBe(2);
        Shown(front).Count().ShouldBe(1);
        FrontPage.Compose(Held((1, FrontPagePlace.Secondary)), new(latest), Now).Secondary.ShouldHaveSingleItem().Id.ShouldBe(1);
    }

    [Fact]
    public void A_block_takes_the_newest_of_its_subject_and_leaves_what_stands_above()
    {
        var latest = Enumerable.Range(1, 30).Select(i => Card(i, Format.News, true)).ToArray();
        var block = new FrontPageBlock { Kind = BlockKind.Theme, Seats = 2, Position = 1 };
        var arrangement = Held((3, FrontPagePlace.Lead));
        arrangement.Blocks = [block];
        var front = FrontPage.Compose(arrangement, new(latest, null, new Dictionary<Guid, IReadOnlyList<ArticleCard>> { [block.Id] = [latest[2], latest[20], Card(99, Format.News, false), latest[21]] }), Now);
        front.Parts[0].Cards.Select(card => card.Id).ShouldBe([21L, 99L]);
    }

    [Fact]
    public void An_opinion_leads_only_where_there_is_nothing_else()
    {
        FrontPage.Compose(Held(), new([Card(1, Format.Opinion, true), Card(2, Format.News, true)]), Now).Lead!.Id.ShouldBe(2);
        FrontPage.Compose(Held(), new([Card(1, Format.Opinion, true)]), Now).Lead!.Id.ShouldBe(1);
    }

    private static Arrangement Held(params (long Article, FrontPagePlace Place)[] pins) => new()
    {
        Name = "x",
        Pins = [.. pins.Select((p, i) => new Pin { ArticleId = p.Article, Place = p.Place, Position = i + 1 })],
    };

    private static FrontPageStock Stock(Arrangement arrangement, ArticleCard[] latest) => new(
        latest,
        [.. arrangement.Pins.Select(p => p.ArticleId).Where(id => id > 60).Distinct().Select(id => Card(id, Format.News, false))],
        arrangement.Blocks.Where(b => b.SubjectId is not null).ToDictionary(b => b.Id, b => (IReadOnlyList<ArticleCard>)[.. latest.Where(card => card.Id % 3 == 0)]));

    private static IEnumerable<ArticleCard> Shown(FrontPage front) =>
        new[] { front.Lead }.OfType<ArticleCard>().Concat(front.Secondary).Concat(front.Parts.SelectMany(part => part.Cards));

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
        PublishedAt = Now.AddHours(-id),
        ModifiedAt = null,
        Section = new Named(Guid.Empty, "x", "X"),
        Authors = [],
        Themes = [],
        Picture = hasPicture ? new CardPicture("k", "", "", 1, 1, new Focus(50, 50), IsMachineMade: false) : null,
    };
}
