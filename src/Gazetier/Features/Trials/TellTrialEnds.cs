using Gazetier.Data;
using Gazetier.Features.Subscriptions;
using Gazetier.Features.Trials.Mails;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Gazetier.Features.Trials;

/// <summary>Tells readers three days before that a trial ends, and what follows: nothing by itself, or the first payment of what they ordered .</summary>
public class TellTrialEnds(GazetierDb db, TimeProvider clock)
{
    public static readonly TimeSpan Before = TimeSpan.FromDays(3);

    private const int Batch = 200;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var soon = now + Before;
        var untold = db.Subscriptions.Include(s => s.Account).Where(s => s.CancelledAt == null && s.EndToldAt == null);
        // Asked apart, each by its index: together they would read every contract.
        List<Subscription> ending =
        [
            .. await untold.Where(s => s.Kind == SubscriptionKind.Trial && s.AccountId != null && s.Until > now && s.Until <= soon).OrderBy(s => s.Until).Take(Batch).ToListAsync(cancel),
            .. await untold.Where(s => s.Kind != SubscriptionKind.Trial && s.TrialUntil > now && s.TrialUntil <= soon).OrderBy(s => s.TrialUntil).Take(Batch).ToListAsync(cancel),
        ];
        foreach (var trial in ending)
        {
            trial.EndToldAt = now;
            var holder = trial.Account ?? await db.Stewards.Where(s => s.OrganisationId == trial.OrganisationId).OrderBy(s => s.AddedAt).Select(s => s.Account).FirstOrDefaultAsync(cancel);
            if (holder?.Email is { } email)
            {
                db.Owe(now, TrialLetters.Kind, email, new TrialMail(trial.Id, holder.Language));
            }
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node tells them, or a reader changed one: the next round takes what is left.
        }
    }
}

/// <summary>Once an hour.</summary>
[DisallowConcurrentExecution]
public class TrialSchedule(IServiceScopeFactory scopes) : IJob
{
    public const string Cron = "50 17 * * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TellTrialEnds>().RunAsync(cancellationToken);
    }
}
