using Gazetier.Data;
using Gazetier.Features.Agenda.Mails;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Gazetier.Features.Agenda;

/// <summary>Reminds those who have a place the day before, once.</summary>
public class RemindBooked(GazetierDb db, TimeProvider clock)
{
    public static readonly TimeSpan Before = TimeSpan.FromHours(24);

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var soon = now + Before;
        foreach (var id in await db.EventDates.Where(d => d.StartsAt > now && d.StartsAt <= soon && d.CancelledAt == null && d.RemindedAt == null).Select(d => d.Id).ToListAsync(cancel))
        {
            await RemindAsync(id, now, cancel);
        }
    }

    private Task RemindAsync(Guid date, DateTime now, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            if (await db.EventDates.Where(d => d.Id == date && d.RemindedAt == null).ExecuteUpdateAsync(d => d.SetProperty(x => x.RemindedAt, now), token) == 0)
            {
                return;
            }

            var booked = await db.Bookings.Where(b => b.DateId == date && b.State == BookingState.Booked)
                .Join(db.Accounts, b => b.AccountId, a => a.Id, (b, a) => new { b.Id, a.Email, a.Language }).ToListAsync(token);
            foreach (var one in booked.Where(one => one.Email is not null))
            {
                db.Owe(now, BookingLetters.Reminder, one.Email!, new BookingMail(one.Id, one.Language));
            }
        },
        cancel);
}

/// <summary>Each quarter of an hour.</summary>
public class ReminderSchedule(IServiceScopeFactory scopes) : IJob
{
    public const string Cron = "20 3/15 * * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RemindBooked>().RunAsync(cancellationToken);
    }
}
