using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.DataMap;

/// <summary>
/// Lets every rule of retention run once a night, from three o'clock in the newspaper's zone, and writes down how much went (L-40). One rule
/// that fails stops no other; a machine that slept at three catches up when it wakes. On several nodes a rule may run twice, and finds nothing.
/// </summary>
public partial class ForgetEachNight(GazetierDb db, IEnumerable<IForget> rules, Masthead masthead, TimeProvider clock, ILogger<ForgetEachNight> log)
{
    private const int FromHour = 3;

    /// <returns>How many rules ran.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var local = await masthead.NowAsync(cancel);
        var tonight = DateOnly.FromDateTime(local);
        if (local.Hour < FromHour)
        {
            return 0;
        }

        var done = await db.Forgettings.Where(f => f.On == tonight && !f.HasFailed).Select(f => f.Rule).ToListAsync(cancel);
        var left = rules.Where(rule => !done.Contains(rule.GetType().Name, StringComparer.Ordinal)).ToList();
        foreach (var rule in left)
        {
            await KeepAsync(await TryAsync(rule, tonight, cancel), cancel);
        }

        var old = tonight.AddDays(-Forgetting.DaysKept);
        await db.Forgettings.Where(f => f.On < old).ExecuteDeleteAsync(cancel);
        return left.Count;
    }

    private async Task<Forgetting> TryAsync(IForget rule, DateOnly tonight, CancellationToken cancel)
    {
        var done = new Forgetting { On = tonight, Rule = rule.GetType().Name };
        try
        {
            done.Gone = await rule.RunAsync(cancel);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            CouldNotForget(log, done.Rule, error);
            done.HasFailed = true;
        }

        db.ChangeTracker.Clear();
        done.At = clock.GetUtcNow().UtcDateTime;
        return done;
    }

    private async Task KeepAsync(Forgetting done, CancellationToken cancel)
    {
        try
        {
            await db.InTransactionAsync(
                async token =>
                {
                    await db.Forgettings.Where(f => f.On == done.On && f.Rule == done.Rule && f.HasFailed).ExecuteDeleteAsync(token);
                    db.Add(done);
                },
                cancel);
        }
        catch (DbUpdateException)
        {
            // Another node was first, and its count is the true one.
            db.ChangeTracker.Clear();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Rule} could not forget; it is tried again within the hour")]
    private static partial void CouldNotForget(ILogger log, string rule, Exception error);
}
