using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Digests;
using Gazetier.Features.Dossiers;
using Gazetier.Features.Follows;
using Gazetier.Features.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Generate;

/// <summary>
/// Fills the newspaper with a large load for tests and measures. The same seed makes the same articles and readers; dates
/// count back from now. It adds: what is there stays.
/// </summary>
public class GenerateLoad(GazetierDb db, TimeProvider clock)
{
    /// <summary>Articles or readers in one transaction: other writers wait for one at most.</summary>
    private const int Batch = 2000;

    /// <param name="articles">How many, over six years.</param>
    /// <param name="readers">How many, each with an edition that is due now.</param>
    /// <param name="made">Told how many articles and readers are made so far.</param>
    /// <returns>Rows written.</returns>
    public async Task<long> RunAsync(int articles, int readers, long seed, IProgress<(int Articles, int Readers)> made, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var nouns = await GeneratedNouns.MakeAsync(db, cancel);
        await db.Database.OpenConnectionAsync(cancel);
        var rows = await ArticlesAsync(articles, seed, now, nouns, n => made.Report((n, 0)), cancel);
        rows += await ReadersAsync(readers, seed, now, nouns, n => made.Report((articles, n)), cancel);
        db.Append(now, "load.generated", ChangeLog.Everything);
        await db.SaveChangesAsync(cancel);
        await SettleAsync(cancel);
        return rows;
    }

    private async Task<long> ArticlesAsync(int count, long seed, DateTime now, GeneratedNouns nouns, Action<int> made, CancellationToken cancel)
    {
        var after = await db.Articles.MaxAsync(a => (long?)a.Id, cancel) ?? 0;
        await using var articles = Bulk.Of<Article>(db);
        await using var themes = new Bulk(db, "ArticleThemes");
        await using var bylines = Bulk.Of<Byline>(db);
        await using var parts = Bulk.Of<DossierPart>(db);
        return await InBatchesAsync(
            count,
            number =>
            {
                var one = GeneratedArticle.Make(seed, number, count, after, now, nouns);
                articles.Add(one.Article);
                themes.Add(one.Themes.Select(theme => new Dictionary<string, object>(StringComparer.Ordinal) { ["ArticleId"] = one.Article.Id, ["ThemeId"] = theme }));
                bylines.Add(one.Bylines);
                parts.Add(one.Parts);
            },
            [articles, themes, bylines, parts],
            made,
            cancel,
            (numbers, token) => KeepListings.RewriteAsync(db, numbers.Select(number => after + number), token));
    }

    private async Task<long> ReadersAsync(int count, long seed, DateTime now, GeneratedNouns nouns, Action<int> made, CancellationToken cancel)
    {
        var after = await db.Accounts.CountAsync(a => a.Email!.StartsWith(GeneratedReader.Prefix), cancel);
        await using var accounts = Bulk.Of<Account>(db);
        await using var rhythms = Bulk.Of<DigestRhythm>(db);
        await using var follows = Bulk.Of<Follow>(db);
        await using var subscriptions = Bulk.Of<Subscription>(db);
        return await InBatchesAsync(
            count,
            number =>
            {
                var one = GeneratedReader.Make(seed, after + number, now, nouns);
                accounts.Add(one.Account);
                rhythms.Add(one.Rhythm);
                follows.Add(one.Follows);
                subscriptions.Add(one.Subscriptions);
            },
            [accounts, rhythms, follows, subscriptions],
            made,
            cancel);
    }

    /// <param name="tables">Those that others point to come first.</param>
    /// <param name="written">Told which numbers were written, in their transaction.</param>
    private async Task<long> InBatchesAsync(
        int count,
        Action<int> make,
        Bulk[] tables,
        Action<int> made,
        CancellationToken cancel,
        Func<IEnumerable<int>, CancellationToken, Task>? written = null)
    {
        for (var done = 0; done < count; done += Batch)
        {
            var end = Math.Min(count, done + Batch);
            var numbers = Enumerable.Range(done + 1, end - done);
            foreach (var number in numbers)
            {
                make(number);
            }

            await db.InTransactionAsync(
                async token =>
                {
                    await WriteAsync(tables, token);
                    await (written?.Invoke(numbers, token) ?? Task.CompletedTask);
                },
                cancel);
            made(end);
        }

        return tables.Sum(table => table.Written);
    }

    private static async Task WriteAsync(Bulk[] tables, CancellationToken cancel)
    {
        foreach (var table in tables)
        {
            await table.WriteAsync(cancel);
        }
    }

    /// <summary>PostgreSQL counts ids by itself and was not asked for these; and it plans by what it last counted.</summary>
    private async Task SettleAsync(CancellationToken cancel)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlRawAsync(
                """SELECT setval(pg_get_serial_sequence('"Articles"', 'Id'), (SELECT COALESCE(MAX("Id"), 1) FROM "Articles")); ANALYZE;""",
                cancel);
        }
    }
}
