using CsCheck;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Follows;
using Gazetier.Features.Keywords;
using Gazetier.Features.Products;
using Shouldly;

namespace Gazetier.Tests.Features.Follows;

public class PublicationsTests
{
    private static readonly DateTime Start = new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Subject[] Subjects =
        [.. Enumerable.Range(0, 8).Select(n => new Subject((FollowKind)(n % 4), new Guid(n, 0, 0, new byte[8])))];

    private static readonly Gen<Subject[]> SomeSubjects = Gen.Int[0, Subjects.Length - 1].HashSet[0, 5].Select(ns => ns.Select(n => Subjects[n]).ToArray());

    private static readonly Gen<Publication[]> SomeArticles =
        Gen.Select(Gen.Int[0, 500], SomeSubjects, Gen.Enum<Weight>()).Array[0, 60]
            .Select(all => all.Select((a, n) => new Publication(n + 1, Start.AddHours(a.Item1), [.. a.Item2.Select(s => s.Id)], Weight: a.Item3)).ToArray());

    [Fact]
    public void It_picks_what_a_scan_of_all_articles_would_pick() =>
        Gen.Select(SomeArticles, SomeSubjects, Gen.Int[0, 500], Gen.Int[1, 12], Gen.Int[0, 60].HashSet[0, 9]).Sample((articles, follows, hours, atMost, had) =>
        {
            var since = Start.AddHours(hours);
            var without = had.Select(id => (long)id).ToHashSet();
            var expected = articles
                .Where(a => a.PublishedAt > since && follows.Any(s => a.Lists.Contains(s.Id)) && !without.Contains(a.Id))
                .OrderBy(a => a.Weight == Weight.Major ? 0 : 1)
                .ThenBy(a => a.Weight == Weight.Major || follows.Any(s => s.Kind != FollowKind.Section && a.Lists.Contains(s.Id)) ? 0 : 1)
                .ThenBy(a => a.Weight == Weight.Important ? 0 : 1)
                .ThenByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id)
                .Take(atMost).Select(a => a.Id);
            new Publications(articles, Start).For(follows.Select(s => new Wanted(s, since)), atMost, Rights.None, without).ShouldBe(expected);
        });

    [Fact]
    public void Each_follow_is_owed_what_came_since_its_own_moment()
    {
        var (daily, weekly) = (Subjects[0], Subjects[4]);
        var publications = new Publications([new(1, Start, [weekly.Id]), new(2, Start, [daily.Id]), new(3, Start.AddDays(6), [daily.Id])], Start.AddDays(7));
        publications.For([new Wanted(daily, Start.AddDays(5)), new Wanted(weekly, Start.AddDays(-1))], 12, Rights.None).ShouldBe([3, 1]);
    }

    [Fact]
    public void A_phrase_in_the_withheld_part_counts_only_for_who_may_read_it()
    {
        var keyword = new Subject(FollowKind.Keyword, Guid.Parse("01900000-0000-7000-8000-0000000000aa"));
        var publications = new Publications(
            [
                new(1, Start, [keyword.Id], new Asked(Requirement.Subscription, ProductSet.Paper, 1)),
                new(2, Start.AddHours(1), [Keyword.WithheldOf(keyword.Id)], new Asked(Requirement.Subscription, ProductSet.Paper, 2)),
            ],
            Start.AddDays(1));
        Wanted[] wanted = [new(keyword, Start.AddDays(-1))];
        publications.For(wanted, 12, Rights.None).ShouldBe([1]);
        publications.For(wanted, 12, new Rights { IsRegistered = true, IsStaff = true }).ShouldBe([2, 1]);
    }
}
