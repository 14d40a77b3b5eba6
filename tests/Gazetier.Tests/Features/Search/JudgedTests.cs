using Gazetier.Features.Access;
using Gazetier.Features.Imports;
using Gazetier.Features.Search;
using Gazetier.Features.Search.Asking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.Search;

/// <summary>
/// How good search is: questions whose answers somebody judged by reading the corpus (judged.tsv), nDCG@10, beside the full text search of the
/// database that the newspaper runs on, over the same texts.
/// </summary>
public class JudgedTests
{
    private const int Ten = 10;

    /// <summary>A little under what is measured (docs/performance.md): what falls below is another search.</summary>
    private const double Least = 0.82;

    private static readonly Narrowing Articles = new() { Kind = FoundKind.Article };

    private static readonly Rights All = new() { IsRegistered = true, IsStaff = true };

    [Fact]
    public async Task What_readers_want_comes_first_more_often_than_in_the_search_of_the_database()
    {
        Assert.SkipWhen(Paths.Corpus is null, "The corpus is not on this machine.");
        await using var site = await Site.OpenEmptyAsync();
        await ImportAsync(site);
        await site.IndexAsync();
        var keys = await site.DoAsync(db => db.Articles.ToDictionaryAsync(a => a.Id, a => a.ImportKey!["articles:".Length..]));
        var judged = await JudgedAsync();
        judged.Count.ShouldBeGreaterThanOrEqualTo(60);
        await using var peer = await site.DoAsync(FullText.MakeAsync);

        var (ours, bare, theirs, generous) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        foreach (var (question, grades) in judged)
        {
            ours.Add(Gain(await AskAsync(site, keys, ask => ask.ReadAsync(question, Articles, default)), grades));
            bare.Add(Gain(await AskAsync(site, keys, _ => Task.FromResult(ReadQuestion.Of(question, Synonyms.None, Articles))), grades));
            theirs.Add(Gain((await peer.FindAsync(question, all: true)).Select(id => keys[id]), grades));
            generous.Add(Gain((await peer.FindAsync(question, all: false)).Select(id => keys[id]), grades));
            TestContext.Current.SendDiagnosticMessage("judged {0:0.00} {1:0.00} {2:0.00} {3:0.00} {4}", ours[^1], bare[^1], theirs[^1], generous[^1], question);
        }

        TestContext.Current.SendDiagnosticMessage("nDCG@10 of {0} questions: ours {1:0.000}, without synonyms {2:0.000}, {3} {4:0.000} (any of the words: {5:0.000})", judged.Count, ours.Average(), bare.Average(), peer.Name, theirs.Average(), generous.Average());
        // The database has no synonyms: without them, too, ours is better.
        bare.Average().ShouldBeGreaterThan(Math.Max(theirs.Average(), generous.Average()));
        ours.Average().ShouldBeGreaterThan(Math.Max(bare.Average(), Least));
    }

    private static async Task<List<string>> AskAsync(Site site, Dictionary<long, string> keys, Func<AskIndex, Task<Question>> read)
    {
        var answer = await site.WithAsync<AskIndex, Gazetier.Features.Search.Asking.Answer?>(async ask => await ask.AskAsync(await read(ask), All, byDate: false, 1, default));
        return [.. answer!.Hits.Select(hit => keys[long.Parse(hit.Key.AsSpan("article:".Length), provider: null)])];
    }

    private static double Gain(IEnumerable<string> found, Dictionary<string, int> grades)
    {
        var gained = found.Take(Ten).Select((key, at) => Worth(grades.GetValueOrDefault(key), at)).Sum();
        return gained / grades.Values.OrderDescending().Take(Ten).Select(Worth).Sum();
    }

    private static double Worth(int grade, int at) => (Math.Pow(2, grade) - 1) / Math.Log2(at + 2);

    private static async Task<Dictionary<string, Dictionary<string, int>>> JudgedAsync() =>
        (await File.ReadAllLinesAsync(Path.Combine(Paths.Root, "tests", "Gazetier.Tests", "Features", "Search", "judged.tsv")))
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))
            .GroupBy(parts => parts[0], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToDictionary(parts => parts[1], parts => int.Parse(parts[2], provider: null), StringComparer.Ordinal), StringComparer.Ordinal);

    private static async Task ImportAsync(Site site)
    {
        var folder = Directory.CreateTempSubdirectory("gazetier-judged-");
        try
        {
            var file = Path.Combine(folder.FullName, "articles.jsonl");
            File.Copy(Path.Combine(Paths.Corpus!, "articles.jsonl"), file);
            await site.Services.GetRequiredService<ImportArticles>().RunAsync(file, new ImportOptions(Requirement.Subscription), cancel: TestContext.Current.CancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
