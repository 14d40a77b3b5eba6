using CsCheck;
using Gazetier.Features.Follows;
using Shouldly;

namespace Gazetier.Tests.Features.Follows;

public class PublicationsTests
{
    private static readonly DateTime Start = new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Subject[] Subjects =
        [.. Enumerable.Range(0, 8).Select(n => new Subject((FollowKind)(n % 4), new Guid(n, 0, 0, new byte[8])))];

    private static readonly Gen<Subject[]> SomeSubjects = Gen.Int[0, Subjects.Length - 1].HashSet[0, 5].Select(ns => ns.Select(n => Subjects[n]).ToArray());

    private static readonly Gen<Publication[]> SomeArticles =
        Gen.Select(Gen.Int[0, 500], SomeSubjects).Array[0, 60].Select(all => all.Select((a, n) => new Publication(n + 1, Start.AddHours(a.Item1), [.. a.Item2.Select(s => s.Id)])).ToArray());

    [Fact]
    public void It_picks_what_a_scan_of_all_articles_would_pick() =>
        Gen.Select(SomeArticles, SomeSubjects, Gen.Int[0, 500], Gen.Int[1, 12]).Sample((articles, follows, hours, atMost) =>
        {
            var since = Start.AddHours(hours);
            var expected = articles
                .Where(a => a.PublishedAt > since && follows.Any(s => a.Lists.Contains(s.Id)))
                .OrderBy(a => follows.Any(s => s.Kind != FollowKind.Section && a.Lists.Contains(s.Id)) ? 0 : 1)
                .ThenByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id)
                .Take(atMost).Select(a => a.Id);
            new Publications(articles).For(follows, since, atMost).ShouldBe(expected);
        });
}
