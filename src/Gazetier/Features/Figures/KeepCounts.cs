using System.Text;
using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Figures;

/// <summary>
/// Writes down what was counted: adds it to the rows of the day, whichever node writes first. What could not be written is
/// owed, and written the next time with the day on which it was counted.
/// </summary>
public class KeepCounts(ReadTally tally, IServiceScopeFactory scopes)
{
    /// <summary>Rows in one command.</summary>
    private const int Batch = 100;

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly Dictionary<(DateOnly Day, CountKey Key), long> _owed = [];

    public async Task RunAsync(CancellationToken cancel)
    {
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await TakeAsync(scope.ServiceProvider.GetRequiredService<Masthead>(), cancel);
            if (_owed.Count > 0)
            {
                await WriteAsync(scope.ServiceProvider.GetRequiredService<GazetierDb>(), cancel);
                _owed.Clear();
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task TakeAsync(Masthead masthead, CancellationToken cancel)
    {
        if (tally.Take() is not { Count: > 0 } taken)
        {
            return;
        }

        // The masthead is there without the database, too.
        var today = DateOnly.FromDateTime(await masthead.NowAsync(cancel));
        foreach (var (key, number) in taken)
        {
            // While the database is away for long, what is owed grows no further than this.
            if (_owed.TryGetValue((today, key), out var owed) || _owed.Count < ReadTally.Most)
            {
                _owed[(today, key)] = owed + number;
            }
        }
    }

    private async Task WriteAsync(GazetierDb db, CancellationToken cancel)
    {
        var known = await KnownAsync(db, cancel);
        // In one order on all nodes: two that add to the same rows wait for each other, and never both.
        var rows = _owed.Where(row => known.Contains(row.Key.Key.ArticleId))
            .OrderBy(row => row.Key.Day).ThenBy(row => row.Key.Key.ArticleId).ThenBy(row => row.Key.Key.Step).ThenBy(row => row.Key.Key.Kind, StringComparer.Ordinal)
            .ToList();
        await db.InTransactionAsync(
            async token =>
            {
                foreach (var batch in rows.Chunk(Batch))
                {
                    await db.Database.ExecuteSqlRawAsync(
                        Sql(batch.Length),
                        batch.SelectMany(row => new object[] { row.Key.Day, row.Key.Key.ArticleId, row.Key.Key.Step.ToString(), row.Key.Key.Kind, row.Value }),
                        token);
                }
            },
            cancel);
    }

    /// <summary>Numbers that stand for an article that was ever published: others were invented by whoever sent them.</summary>
    private async Task<HashSet<long>> KnownAsync(GazetierDb db, CancellationToken cancel)
    {
        var known = new HashSet<long> { ReadCount.NoArticle };
        foreach (var ids in _owed.Keys.Select(row => row.Key.ArticleId).Distinct().Chunk(500))
        {
            known.UnionWith(await db.Articles.Where(a => ids.Contains(a.Id) && a.Status != ArticleStatus.Draft).Select(a => a.Id).ToListAsync(cancel));
        }

        return known;
    }

    /// <summary>The same words on both databases.</summary>
    private static string Sql(int rows)
    {
        var sql = new StringBuilder("""INSERT INTO "ReadCounts" ("Day", "ArticleId", "Step", "Kind", "Number") VALUES """);
        sql.AppendJoin(", ", Enumerable.Range(0, rows).Select(row => $"({{{row * 5}}}, {{{(row * 5) + 1}}}, {{{(row * 5) + 2}}}, {{{(row * 5) + 3}}}, {{{(row * 5) + 4}}})"));
        return sql.Append(""" ON CONFLICT ("Day", "ArticleId", "Step", "Kind") DO UPDATE SET "Number" = "ReadCounts"."Number" + excluded."Number";""").ToString();
    }
}
