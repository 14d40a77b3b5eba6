using Gazetier.Features.Announcements;
using Gazetier.Features.Follows;
using Gazetier.Features.Keywords;
using Gazetier.Features.Search.Asking;
using Gazetier.Tests.Features.Announcements;
using Gazetier.Tests.Features.Search;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Keywords;

/// <summary>What was kept when "n° 467 890" was the term "n467890".</summary>
public class RereadKeywordsTests
{
    private static readonly string[] Numbers = ["n467890", "467 890", "loi 2016 1321", "2023 2024"];

    [Fact]
    public async Task Who_follows_a_number_of_before_follows_it_as_it_is_read_now()
    {
        await using var site = await Site.OpenAsync();
        var article = await site.AddArticleAsync("La décision", "<p>Le Conseil, sous le n° 467 890, lit la loi n° 2016-1321.</p>");
        await site.DoAsync(async db =>
        {
            var old = Numbers.Select(terms => new Keyword { Terms = terms, Key = TermRuns.KeyOf(terms.Split(' ')), FoundAt = site.Now }).ToList();
            db.Keywords.AddRange(old);
            Follow(Newsroom.Lou, old[0], "n° 467 890", FollowRhythm.AtOnce);
            Follow(Newsroom.Camille, old[1], "467 890");
            Follow(Newsroom.Lou, old[1], "467\u00A0890");
            Follow(Newsroom.Lou, old[2], "loi 2016-1321");
            Follow(Newsroom.Camille, old[2], "loi 2016 1321");
            Follow(Newsroom.Camille, old[3], "2023-2024");
            await db.SaveChangesAsync();

            void Follow(Guid account, Keyword keyword, string label, FollowRhythm rhythm = FollowRhythm.EachMorning) =>
                db.Follows.Add(new Follow { AccountId = account, Kind = FollowKind.Keyword, SubjectId = keyword.Id, Label = label, Rhythm = rhythm, CreatedAt = site.Now });
        });
        await RunAsync(site);
        var follows = await FollowsAsync(site);
        (await RunAsync(site)).ShouldBe(0);
        (await FollowsAsync(site)).ShouldBe(follows);
        follows.ShouldBe(["2023 2024 Camille", "467890 Camille", "467890 Lou", "loi 2016 1321 Camille", "loi 2016_1321 Lou"]);
        (await site.DoAsync(db => db.Keywords.Select(k => k.Terms).ToListAsync())).Order(StringComparer.Ordinal).ShouldBe(["2023 2024", "467890", "loi 2016 1321", "loi 2016_1321"]);
        await site.WithAsync<MatchKeywords, int>(async match =>
        {
            await match.LookBackAsync(TestContext.Current.CancellationToken);
            return 0;
        });
        (await site.DoAsync(db => db.KeywordMatches.CountAsync(m => m.ArticleId == article))).ShouldBe(2);
    }

    [Fact]
    public async Task A_search_of_before_is_found_by_the_number_that_its_words_have_now()
    {
        await using var site = await Site.OpenAsync();
        var search = Keyword.Of(ReadQuestion.Of("n° 467 890", Synonyms.None))!;
        var key = search.Key;
        (search.Key, search.FoundAt) = (TermRuns.KeyOf(["n467890"]), site.Now);
        await site.DoAsync(async db =>
        {
            db.Keywords.Add(search);
            await db.SaveChangesAsync();
        });
        (await RunAsync(site)).ShouldBe(1);
        (await RunAsync(site)).ShouldBe(0);
        var kept = await site.DoAsync(db => db.Keywords.SingleAsync());
        (kept.Key, kept.FoundAt, kept.Terms).ShouldBe((key, null, search.Terms));
    }

    [Fact]
    public async Task Announcements_of_before_are_found_by_their_numbers()
    {
        await using var site = await Site.OpenAsync();
        await site.AddAsync(AnnouncementSteps.Tender(site, "Marché n° 2026-1321"));
        await site.DoAsync(db => db.Announcements.ExecuteUpdateAsync(a => a.SetProperty(x => x.Terms, " march n2026_1321 ")));
        (await site.DoAsync(db => RereadAnnouncements.RunAsync(db, TestContext.Current.CancellationToken))).ShouldBe(1);
        (await site.DoAsync(db => RereadAnnouncements.RunAsync(db, TestContext.Current.CancellationToken))).ShouldBe(0);
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/annonces/recherche?q=2026-1321")).Body.ShouldContain("Marché n");
    }

    private static Task<int> RunAsync(Site site) => site.WithAsync<RereadKeywords, int>(reread => reread.RunAsync(TestContext.Current.CancellationToken));

    private static async Task<List<string>> FollowsAsync(Site site) => await site.DoAsync(async db =>
    {
        var all = await db.Follows.Join(db.Keywords, f => f.SubjectId, k => k.Id, (f, k) => new { k.Terms, f.AccountId }).ToListAsync();
        return all.Select(one => $"{one.Terms} {(one.AccountId == Newsroom.Lou ? "Lou" : "Camille")}").Order(StringComparer.Ordinal).ToList();
    });
}
