using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Deliveries.Pace;

/// <summary>Changes the pace. What waits because of it is tried again at once, under the new one.</summary>
public class KeepPace(GazetierDb db, TimeProvider clock)
{
    /// <summary>What the ledger says of a delivery that waits for its turn.</summary>
    public const string Held = "held: the pace allows no more for now";

    public Task SaveAsync(PaceRule rule, SignedIn by, CancellationToken cancel) => ChangeAsync(
        async (now, token) =>
        {
            await db.PaceRules.Where(r => r.Domain == rule.Domain).ExecuteDeleteAsync(token);
            (rule.ByName, rule.At) = (by.DisplayName, now);
            db.PaceRules.Add(rule);
            return rule.Domain;
        },
        by,
        cancel);

    public Task RemoveAsync(string domain, SignedIn by, CancellationToken cancel) => ChangeAsync(
        async (_, token) => await db.PaceRules.Where(r => r.Domain == domain).ExecuteDeleteAsync(token) > 0 ? domain : null, by, cancel);

    /// <param name="plan">Null: there is none any more.</param>
    public Task PlanAsync(WarmUpPlan? plan, SignedIn by, CancellationToken cancel) => ChangeAsync(
        async (now, token) =>
        {
            await db.WarmUpPlans.ExecuteDeleteAsync(token);
            if (plan is not null)
            {
                (plan.ByName, plan.At) = (by.DisplayName, now);
                db.WarmUpPlans.Add(plan);
            }

            return plan is null ? "—" : $"{plan.StartsOn:yyyy-MM-dd} – {plan.EndsOn:yyyy-MM-dd}";
        },
        by,
        cancel);

    /// <param name="change">Returns what was changed; null: nothing.</param>
    private Task ChangeAsync(Func<DateTime, CancellationToken, Task<string?>> change, SignedIn by, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await change(now, token) is { } what)
            {
                db.Record(now, by, "pace.changed", null, what);
                var running = await db.Issues.Where(i => i.State == IssueState.Running || i.State == IssueState.Paused).Select(i => i.Id).ToListAsync(token);
                await db.Deliveries.Where(d => running.Contains(d.IssueId) && d.State == DeliveryState.Waiting && d.NotBefore > now && d.ClaimedBy == null && d.Answer == Held)
                    .ExecuteUpdateAsync(d => d.SetProperty(x => x.NotBefore, now), token);
            }
        },
        cancel);
}
