using System.Diagnostics;
using Gazetier.Features.Articles;
using Gazetier.Features.Search;
using Gazetier.Features.Search.Indexing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.Search;

/// <summary>The index is a copy: it follows the database, and is made again from it whatever becomes of it.</summary>
public class SearchIndexTests
{
    /// <summary>Of one hostile question on a machine that has other things to do.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task What_is_published_changed_and_withdrawn_is_found_as_it_is()
    {
        await using var site = await Site.OpenAsync();
        await site.IndexAsync();
        using var visitor = site.Visitor();
        var id = await site.AddArticleAsync("Une fontaine", "<p>Neuve.</p>");
        await site.IndexAsync();
        (await visitor.FindAsync("q=fontaine")).ShouldBe(["Une fontaine"]);
        await ChangeAsync(site, id, article => article.Headline = "Un lavoir");
        (await visitor.FindAsync("q=lavoir")).ShouldBe(["Un lavoir"]);
        (await visitor.FindAsync("q=fontaine")).ShouldBeEmpty();
        await ChangeAsync(site, id, article => article.Withdraw(site.Now, "Erreur"));
        (await visitor.FindAsync("q=lavoir")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_out_yet_is_not_found_until_it_is()
    {
        await using var site = await Site.OpenAsync();
        await site.IndexAsync();
        using var visitor = site.Visitor();
        (await visitor.FindAsync("q=%22huit+heures%22")).ShouldBeEmpty();
        (await visitor.FindAsync("q=brouillon")).ShouldBeEmpty();
        (await visitor.FindAsync("q=retire")).ShouldBeEmpty();
        site.Clock.Advance(TimeSpan.FromHours(3));
        await site.DoAsync(async db =>
        {
            Gazetier.Changes.ChangeLog.Append(db, site.Now, "article.appeared", ArticleTags.Article(Newsroom.Scheduled));
            await db.SaveChangesAsync();
        });
        await site.IndexAsync();
        (await visitor.FindAsync("q=%22huit+heures%22")).ShouldBe(["Pour huit heures"]);
    }

    [Fact]
    public async Task A_second_node_has_its_own_and_a_restart_opens_the_saved_one_and_catches_up()
    {
        await using var site = await Site.OpenAsync();
        await site.IndexAsync();
        await using (var node = await site.OpenNodeAsync())
        {
            await node.IndexAsync();
            using var visitor = node.Visitor();
            (await visitor.FindAsync("q=titre%3Aforages")).ShouldBe(["Le syndicat coupe deux forages"]);
            await node.Index().CommitAsync(TestContext.Current.CancellationToken);
        }

        await site.AddArticleAsync("Une fontaine", "<p>Neuve.</p>");
        await using var again = await site.OpenNodeAsync();
        await again.IndexAsync();
        using var reader = again.Visitor();
        (await reader.FindAsync("q=fontaine")).ShouldBe(["Une fontaine"]);
        Directory.GetDirectories(Path.Combine(site.Folder, "search")).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Damaged_or_deleted_it_is_made_anew(bool isDeleted)
    {
        await using var site = await Site.OpenAsync();
        await using (var node = await site.OpenNodeAsync())
        {
            await node.IndexAsync();
            await node.Index().CommitAsync(TestContext.Current.CancellationToken);
        }

        foreach (var file in Directory.GetFiles(Path.Combine(site.Folder, "search"), "*", SearchOption.AllDirectories).Where(f => isDeleted || f.EndsWith(".cfs", StringComparison.Ordinal) || f.Contains("segments_", StringComparison.Ordinal)))
        {
            if (isDeleted)
            {
                File.Delete(file);
            }
            else
            {
                await File.WriteAllBytesAsync(file, new byte[77]);
            }
        }

        await site.IndexAsync();
        using var visitor = site.Visitor();
        (await visitor.FindAsync("q=titre%3Aforages")).ShouldBe(["Le syndicat coupe deux forages"]);
        (await site.Index().CompareSavedAsync(TestContext.Current.CancellationToken))!.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Deleted_under_the_running_newspaper_it_is_made_anew()
    {
        await using var site = await Site.OpenAsync();
        await site.IndexAsync();
        Directory.Delete(Path.Combine(site.Folder, "search"), recursive: true);
        await site.IndexAsync();
        using var visitor = site.Visitor();
        (await visitor.FindAsync("q=titre%3Aforages")).ShouldBe(["Le syndicat coupe deux forages"]);
        (await site.Index().CompareSavedAsync(TestContext.Current.CancellationToken))!.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Who_asks_while_it_is_made_anew_is_answered_and_it_is_not_thought_damaged()
    {
        await using var site = await Site.OpenAsync();
        await site.IndexAsync();
        using var stop = new CancellationTokenSource();
        var asking = Task.Run(() =>
        {
            var unanswered = 0;
            while (!stop.IsCancellationRequested)
            {
                unanswered += site.Index().Count == 0 ? 1 : 0;
            }

            return unanswered;
        });
        for (var n = 0; n < 30; n++)
        {
            await site.Index().FollowAsync([new() { What = "search.rebuilt", Tags = SearchIndex.RebuildTag }], TestContext.Current.CancellationToken);
            await site.Index().CatchUpAsync(TestContext.Current.CancellationToken);
        }

        await stop.CancelAsync();
        (await asking).ShouldBe(0);
        var folder = Directory.GetDirectories(Path.Combine(site.Folder, "search")).ShouldHaveSingleItem();
        await site.Index().CatchUpAsync(TestContext.Current.CancellationToken);
        Directory.GetDirectories(Path.Combine(site.Folder, "search")).ShouldBe([folder]);
    }

    [Fact]
    public async Task What_is_withdrawn_while_it_is_made_anew_is_found_in_none_of_the_two()
    {
        var found = new List<int>();
        Func<Task> act = () => Task.CompletedTask;
        await using var site = await Site.OpenAsync(services => services.AddScoped<IFindables>(_ => new Slow(() => act())));
        var id = await site.AddArticleAsync("Une fontaine", "<p>Neuve.</p>");
        await site.IndexAsync();
        using var visitor = site.Visitor();
        act = async () =>
        {
            found.Add((await visitor.FindAsync("q=fontaine")).Count);
            await SaveAsync(site, id, article => article.Withdraw(site.Now, "Erreur"));
            await site.FollowChangesAsync();
        };
        await site.Index().FollowAsync([new() { What = "search.rebuilt", Tags = SearchIndex.RebuildTag }], TestContext.Current.CancellationToken);
        await site.Index().CatchUpAsync(TestContext.Current.CancellationToken);
        found.ShouldBe([1, 0]);
        (await visitor.FindAsync("q=fontaine")).ShouldBeEmpty();
    }

    /// <summary>Another process: within this one Lucene's own locks would hold, too.</summary>
    [Fact]
    public async Task No_other_process_can_write_it_while_it_is_open()
    {
        await using var site = await Site.OpenAsync();
        string file;
        await using (var node = await site.OpenNodeAsync())
        {
            await node.IndexAsync();
            file = Directory.GetFiles(Path.Combine(site.Folder, "search"), "write.lock", SearchOption.AllDirectories).ShouldHaveSingleItem();
            (await MayShareAsync(file)).ShouldBeFalse();
        }

        (await MayShareAsync(file)).ShouldBeTrue();

        static async Task<bool> MayShareAsync(string file)
        {
            using var flock = Process.Start(new ProcessStartInfo("flock", ["--nonblock", "--shared", file, "true"]))!;
            await flock.WaitForExitAsync();
            return flock.ExitCode == 0;
        }
    }

    [Fact]
    public async Task What_somebody_left_half_made_goes_at_the_next_start()
    {
        await using var site = await Site.OpenAsync();
        var left = Directory.CreateDirectory(Path.Combine(site.Folder, "search", "01900000000070008000000000000001"));
        await File.WriteAllTextAsync(Path.Combine(left.FullName, "_0.cfs"), "half");
        await site.IndexAsync();
        Directory.Exists(left.FullName).ShouldBeFalse();
        Directory.GetDirectories(Path.Combine(site.Folder, "search")).Length.ShouldBe(1);
    }

    [Fact]
    public async Task What_the_log_did_not_tell_is_seen_when_all_is_compared()
    {
        await using var site = await Site.OpenAsync();
        await site.IndexAsync();
        await site.Index().CommitAsync(TestContext.Current.CancellationToken);
        (await site.Index().CompareSavedAsync(TestContext.Current.CancellationToken))!.Count.ShouldBe(0);
        await site.DoAsync(db => db.Articles.Where(a => a.Id == Newsroom.Free).ExecuteUpdateAsync(a => a.SetProperty(x => x.Version, 99)));
        await site.DoAsync(db => db.Articles.Where(a => a.Id == Newsroom.Locked).ExecuteUpdateAsync(a => a.SetProperty(x => x.Status, ArticleStatus.Draft)));
        var differences = (await site.Index().CompareSavedAsync(TestContext.Current.CancellationToken))!;
        (differences.Outdated.Count, differences.Gone.Count, differences.Missing.Count).ShouldBe((1, 1, 0));
    }

    /// <summary>What is compared after a word of the log is the feature that it is of.</summary>
    [Fact]
    public async Task Of_a_small_feature_only_its_own_versions_are_read()
    {
        await using var site = await Site.OpenAsync();
        using var index = new OpenedIndex(Directory.CreateDirectory(Path.Combine(site.Folder, "another")).FullName);
        foreach (var (key, version) in new[] { ("text:1", 1L), ("text:2", 2L), ("texts:3", 3L), ("article:4", 4L), ("text:2", 5L), ("event:5", 6L) })
        {
            index.Put(new Findable { Key = key, Version = version, Kind = FoundKind.Article, Path = "/", Title = key, At = site.Now });
        }

        index.Take("text:1");
        index.Refresh();
        index.Versions(["text", "event"]).ShouldBe(new Dictionary<string, long> { ["text:2"] = 5, ["event:5"] = 6 }, ignoreOrder: true);
        index.Commit();
        OpenedIndex.SavedVersions(index.Folder).Keys.Order(StringComparer.Ordinal).ShouldBe(["article:4", "event:5", "text:2", "texts:3"]);
    }

    [Fact]
    public async Task Hostile_questions_are_answered_in_bounded_time()
    {
        await using var site = await Site.OpenAsync();
        await site.IndexAsync();
        using var visitor = site.Visitor();
        string[] hostile =
        [
            new string('(', 1_000), new string('"', 1_000), string.Concat(Enumerable.Repeat("eau* ", 400)), string.Concat(Enumerable.Repeat("\"eau de la\" ", 200)), new string('a', 1_600),
            string.Concat(Enumerable.Repeat("-a ", 300)), string.Concat(Enumerable.Repeat("titre:", 300)), "\0\u202E\uFFFF\uD800", "a OU ", "***???~~~^^^", "[a TO z]", "eau~10^9999", "field:eau AND NOT (", "auteur:" + new string('x', 900),
            string.Concat(Enumerable.Repeat("eauuuuu ", 24)),
        ];
        // The first question pays for the page that is compiled.
        await visitor.GetAsync("/recherche?q=eau");
        foreach (var question in hostile.Concat(Corpus.Payloads.Take(300)))
        {
            var started = Stopwatch.GetTimestamp();
            ((int)(await visitor.GetAsync("/recherche?q=" + Uri.EscapeDataString(Printable(question)))).Status).ShouldBeOneOf(200, 400, 404, 414);
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(LongestAnswer, question.Length > 60 ? question[..60] : question);
        }

        var posted = Stopwatch.GetTimestamp();
        ((int)(await visitor.PostAsync("/recherche", ("q", new string('é', 600_000)))).Status).ShouldBeOneOf(302, 400, 413);
        Stopwatch.GetElapsedTime(posted).ShouldBeLessThan(LongestAnswer);
    }

    private static string Printable(string text) => text.Length > 1_600 ? new string([.. text.Take(1_600).Where(c => !char.IsSurrogate(c))]) : new string([.. text.Where(c => !char.IsSurrogate(c))]);

    private static async Task ChangeAsync(Site site, long id, Action<Article> change)
    {
        await SaveAsync(site, id, change);
        await site.IndexAsync();
    }

    private static Task SaveAsync(Site site, long id, Action<Article> change) => site.DoAsync(async db =>
    {
        var article = await db.Articles.SingleAsync(a => a.Id == id);
        change(article);
        article.Version++;
        Gazetier.Changes.ChangeLog.Append(db, site.Now, "article.changed", ArticleTags.Article(id));
        await db.SaveChangesAsync();
    });

    /// <summary>More than is read at a time; whatever is to happen meanwhile happens at each reading. Readers find none of it.</summary>
    private sealed class Slow(Func<Task> meanwhile) : IFindables
    {
        public string Prefix => "slow";

        public IReadOnlyCollection<string>? TouchedBy(string tag) => null;

        public Task<IReadOnlyDictionary<string, long>> VersionsAsync(CancellationToken cancel) =>
            Task.FromResult<IReadOnlyDictionary<string, long>>(Enumerable.Range(0, 300).ToDictionary(n => $"slow:{n}", _ => 1L, StringComparer.Ordinal));

        public async Task<IReadOnlyList<Findable>> ReadAsync(IReadOnlyCollection<string> keys, CancellationToken cancel)
        {
            await meanwhile();
            return [];
        }
    }
}
