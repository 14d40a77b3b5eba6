using System.Diagnostics;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Organisations;
using Gazetier.Features.Products;
using Gazetier.Features.Purchases;
using Gazetier.Features.Subscriptions;
using Gazetier.Features.Trials;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gazetier.Bench.Measures;

/// <summary>
/// A1: what access costs a newspaper with a million subscriptions, and the seats of all communes, beside one with a thousand: a reader's
/// first request, the desk, the cockpit, and the rounds where nothing is due (P11); and the count of a segment (P10).
/// </summary>
internal static class AccessMeasure
{
    private const int Few = 1_000;

    public static async Task<IReadOnlyList<Result>> RunAsync(Setting setting, CancellationToken cancel)
    {
        var many = await AccessNewspaper.OfAsync(setting, setting.Subscriptions, cancel);
        var few = await AccessNewspaper.OfAsync(setting, Few, cancel);
        return await many.ServeAsync(big => few.ServeAsync(small => MeasureAsync(setting, big, small, cancel)));
    }

    private static async Task<IReadOnlyList<Result>> MeasureAsync(Setting setting, IServiceProvider big, IServiceProvider small, CancellationToken cancel)
    {
        var results = new List<Result>();
        foreach (var (what, times, run) in Acts(cancel))
        {
            var rounds = new List<(double, double)>();
            for (var round = -1; round < setting.Rounds; round++)
            {
                var pair = (await TakeAsync(big, setting.Subscriptions, times, run), await TakeAsync(small, Few, times, run));
                if (round >= 0)
                {
                    rounds.Add(pair);
                }
            }

            results.Add(Result.Of("A1", $"{what}: {setting.Subscriptions:N0} subscriptions beside {Few:N0}", rounds, "ms", "flat: ≤ 1.5×", ratio => ratio <= 1.5));
            Console.WriteLine($"{what}: {results[^1].Ours:0.00} ms beside {results[^1].Beside:0.00}");
        }

        var counted = new List<double>();
        for (var round = 0; round <= setting.Rounds; round++)
        {
            counted.Add(await TakeAsync(big, setting.Subscriptions, 1, (services, _) => CountAsync(services, cancel)));
        }

        var median = Result.Median(counted.Skip(1));
        results.Add(new Result("P10", $"subscribers of a product now, of {setting.Subscriptions:N0}", median, 200, "ms", "< 200 ms", median < 200));
        return results;
    }

    private static (string What, int Times, Func<IServiceProvider, long, Task> Run)[] Acts(CancellationToken cancel) =>
    [
        ("a reader's rights", 200, (services, number) => services.GetRequiredService<GazetierDb>().RightsOfAsync(AccessNewspaper.Account(number), isStaff: false, cancel)),
        ("the desk finds a reader by address", 20, (services, number) => FindAsync(services, $"lecteur{number}@", cancel)),
        ("the desk finds a reader by name", 20, (services, number) => FindAsync(services, $"Personne {number}", cancel)),
        ("the cockpit's first page", 50, (services, number) => CockpitAsync(services, 1 + (number % 100), cancel)),
        ("round: renew", 5, (services, _) => services.GetRequiredService<RenewSubscriptions>().RunAsync(cancel)),
        ("round: announce renewals", 5, (services, _) => services.GetRequiredService<AnnounceRenewals>().RunAsync(cancel)),
        ("round: call for payments", 5, (services, _) => services.GetRequiredService<CallForPayments>().RunAsync(cancel)),
        ("round: tell of trials", 5, (services, _) => services.GetRequiredService<TellTrialEnds>().RunAsync(cancel)),
        ("round: end pauses", 5, (services, _) => services.GetRequiredService<ResumePauses>().RunAsync(cancel)),
    ];

    private static async Task FindAsync(IServiceProvider services, string asked, CancellationToken cancel)
    {
        var page = new Features.Desk.Newsroom.IndexModel(services.GetRequiredService<GazetierDb>(), TimeProvider.System) { Asked = asked };
        await page.OnGetAsync(cancel);
        if (page.Readers.Count == 0)
        {
            throw new InvalidOperationException($"Nobody answers to {asked}.");
        }
    }

    private static async Task CockpitAsync(IServiceProvider services, long number, CancellationToken cancel)
    {
        var (db, now, id) = (services.GetRequiredService<GazetierDb>(), TimeProvider.System.GetUtcNow().UtcDateTime, AccessNewspaper.Organisation(number));
        var contracts = await ContractView.OfAsync(db, id, now, cancel);
        var people = await SeatedPerson.Of(db, id).ToListAsync(cancel);
        await db.Invitations.AsNoTracking().Where(i => i.Subscription.OrganisationId == id).OrderBy(i => i.InvitedAt).ToListAsync(cancel);
        if (contracts.Count != 1 || people.Count != AccessNewspaper.Sitting)
        {
            throw new InvalidOperationException($"{number}: {contracts.Count} contracts, {people.Count} people.");
        }
    }

    private static async Task CountAsync(IServiceProvider services, CancellationToken cancel)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var counted = await services.GetRequiredService<GazetierDb>().Subscriptions
            .CountAsync(s => s.Until > now && s.From <= now && s.SuspendedAt == null && s.AccountId != null && s.Products == ProductSet.Paper, cancel);
        if (counted == 0)
        {
            throw new InvalidOperationException("Nobody subscribes.");
        }
    }

    /// <summary>Milliseconds of one, each in a scope of its own, for another reader each time.</summary>
    private static async Task<double> TakeAsync(IServiceProvider services, int subscriptions, int times, Func<IServiceProvider, long, Task> run)
    {
        var dice = new Random(times);
        var clock = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++)
        {
            await using var scope = services.CreateAsyncScope();
            await run(scope.ServiceProvider, dice.Next(1, subscriptions));
        }

        return Stopwatch.GetElapsedTime(clock).TotalMilliseconds / times;
    }
}
