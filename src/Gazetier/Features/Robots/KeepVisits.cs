using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Robots;

/// <summary>Writes down what was counted: adds it to the rows of the day, whichever node writes first. What could not be written is owed.</summary>
public class KeepVisits(RobotTally tally, IServiceScopeFactory scopes)
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly Dictionary<(DateOnly Day, VisitKey Key), long> _owed = [];

    public async Task RunAsync(CancellationToken cancel)
    {
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (tally.Take() is { Count: > 0 } taken)
            {
                // The masthead is there without the database, too.
                var today = DateOnly.FromDateTime(await scope.ServiceProvider.GetRequiredService<Masthead>().NowAsync(cancel));
                foreach (var (key, number) in taken)
                {
                    _owed[(today, key)] = _owed.GetValueOrDefault((today, key)) + number;
                }
            }

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

    private Task WriteAsync(GazetierDb db, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            // In one order on all nodes: two that add to the same rows wait for each other, and never both.
            foreach (var ((day, key), number) in _owed.OrderBy(row => row.Key.Day).ThenBy(row => row.Key.Key.Robot, StringComparer.Ordinal).ThenBy(row => row.Key.Key.Class).ThenBy(row => row.Key.Key.Section, StringComparer.Ordinal).ThenBy(row => row.Key.Key.Verdict).ThenBy(row => row.Key.Key.Answer))
            {
                var (kind, verdict, answer) = (key.Class.ToString(), key.Verdict.ToString(), key.Answer.ToString());
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "RobotVisits" ("Day", "Robot", "Class", "Section", "Verdict", "Answer", "Number") VALUES ({day}, {key.Robot}, {kind}, {key.Section}, {verdict}, {answer}, {number})
                    ON CONFLICT ("Day", "Robot", "Class", "Section", "Verdict", "Answer") DO UPDATE SET "Number" = "RobotVisits"."Number" + excluded."Number"
                    """,
                    token);
            }
        },
        cancel);
}
