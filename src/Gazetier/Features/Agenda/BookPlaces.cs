using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Agenda.Mails;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Agenda;

/// <summary>
/// Gives places at a date, takes them back and passes them on. Each step locks the row of the date first, so that of two who ask for
/// the last place one gets it, on both databases.
/// </summary>
public class BookPlaces(GazetierDb db, TimeProvider clock)
{
    /// <summary>Books a place or, where there is none, a turn; who had given one back gets in line anew.</summary>
    /// <returns>What they have; null where the date is closed.</returns>
    public Task<BookingState?> BookAsync(Guid dateId, Booking asked, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await LockAsync(dateId, token) is not { } date || !date.IsOpen(now) || !await db.AgendaEvents.AnyAsync(e => e.Id == date.EventId && e.IsPublished, token))
            {
                return (BookingState?)null;
            }

            var booking = await db.Bookings.FirstOrDefaultAsync(b => b.DateId == dateId && b.AccountId == asked.AccountId, token);
            if (booking is { State: BookingState.Booked or BookingState.Waiting })
            {
                return booking.State;
            }

            booking ??= db.Bookings.Add(new Booking { DateId = dateId, AccountId = asked.AccountId, Name = "" }).Entity;
            (booking.Name, booking.Function, booking.Organisation, booking.PriceCents, booking.AskedAt) = (asked.Name, asked.Function, asked.Organisation, asked.PriceCents, now);
            var taken = await TakenAsync(dateId, token);
            booking.State = taken >= date.Seats ? BookingState.Waiting : BookingState.Booked;
            if (booking.State == BookingState.Booked && taken + 1 == date.Seats)
            {
                db.Append(now, "agenda.full", AgendaQueries.Tag);
            }

            await OweAsync(booking, booking.State == BookingState.Booked ? BookingLetters.Booked : BookingLetters.Waiting, now, token);
            return booking.State;
        },
        cancel);

    /// <summary>Gives a place, or a turn, back; the first who waits gets the place.</summary>
    /// <returns>False where there was none, or it is too late.</returns>
    public Task<bool> GiveBackAsync(Guid dateId, Guid accountId, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await LockAsync(dateId, token) is not { } date || !date.IsOpen(now)
                || await db.Bookings.FirstOrDefaultAsync(b => b.DateId == dateId && b.AccountId == accountId && b.State != BookingState.Given, token) is not { } booking)
            {
                return false;
            }

            if (booking.State == BookingState.Booked && await TakenAsync(dateId, token) == date.Seats)
            {
                db.Append(now, "agenda.free", AgendaQueries.Tag);
            }

            booking.State = BookingState.Given;
            await OweAsync(booking, BookingLetters.Given, now, token);
            await db.SaveChangesAsync(token);
            await FillAsync(date, now, token);
            return true;
        },
        cancel);

    /// <summary>Takes all places and turns of an account that goes, and passes them on; within the caller's transaction.</summary>
    public async Task EraseInsideAsync(Guid accountId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var given = await db.Bookings.Where(b => b.AccountId == accountId && b.State == BookingState.Booked && b.Date.ClosesAt > now).Select(b => b.DateId).ToListAsync(cancel);
        await db.Bookings.Where(b => b.AccountId == accountId).ExecuteDeleteAsync(cancel);
        foreach (var id in given)
        {
            if (await LockAsync(id, cancel) is { } date && date.IsOpen(now))
            {
                db.Append(now, "agenda.free", AgendaQueries.Tag);
                await FillAsync(date, now, cancel);
            }
        }
    }

    /// <summary>
    /// Keeps a date as the newsroom wants it, be it a new one: who has a place or a turn is told where time or place moved, and seats
    /// that were added go to those who wait.
    /// </summary>
    /// <returns>False where it would have fewer seats than were given away meanwhile: nothing was kept.</returns>
    public Task<bool> KeepAsync(EventDate wanted, string title, SignedIn staff, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var date = await LockAsync(wanted.Id, token);
            if (date is not null && wanted.Seats < await TakenAsync(wanted.Id, token))
            {
                return false;
            }

            var isMoved = date is { CancelledAt: null } && date.EndsAt > now && wanted.IsElsewhereThan(date);
            date ??= db.EventDates.Add(new EventDate { Id = wanted.Id, EventId = wanted.EventId }).Entity;
            wanted.CopyTo(date);
            db.Append(now, "agenda.changed", AgendaQueries.Tag);
            db.Record(now, staff, "agenda.changed", null, title);
            await db.SaveChangesAsync(token);
            if (isMoved)
            {
                await OweAllAsync(date.Id, BookingLetters.Moved, now, token);
            }

            if (date.IsOpen(now))
            {
                await FillAsync(date, now, token);
            }

            return true;
        },
        cancel);

    /// <summary>Calls a date off, and tells all who had a place or a turn why.</summary>
    /// <returns>False where it was called off already.</returns>
    public Task<bool> CallOffAsync(Guid dateId, string reason, string title, SignedIn staff, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await LockAsync(dateId, token) is not { CancelledAt: null } date)
            {
                return false;
            }

            (date.CancelledAt, date.CancelledReason) = (now, reason);
            db.Append(now, "agenda.called-off", AgendaQueries.Tag);
            db.Record(now, staff, "agenda.called-off", null, title);
            await OweAllAsync(dateId, BookingLetters.CalledOff, now, token);
            return true;
        },
        cancel);

    private async Task FillAsync(EventDate date, DateTime now, CancellationToken cancel)
    {
        var free = date.Seats is { } seats ? seats - await TakenAsync(date.Id, cancel) : int.MaxValue;
        if (free <= 0)
        {
            return;
        }

        foreach (var next in await db.Bookings.Where(b => b.DateId == date.Id && b.State == BookingState.Waiting).OrderBy(b => b.AskedAt).ThenBy(b => b.Id).Take(free).ToListAsync(cancel))
        {
            next.State = BookingState.Booked;
            await OweAsync(next, BookingLetters.PlaceFree, now, cancel);
        }
    }

    private Task<int> TakenAsync(Guid dateId, CancellationToken cancel) => db.Bookings.CountAsync(b => b.DateId == dateId && b.State == BookingState.Booked, cancel);

    private async Task<EventDate?> LockAsync(Guid dateId, CancellationToken cancel)
    {
        await db.EventDates.Where(d => d.Id == dateId).ExecuteUpdateAsync(d => d.SetProperty(x => x.Seats, x => x.Seats), cancel);
        return await db.EventDates.FirstOrDefaultAsync(d => d.Id == dateId, cancel);
    }

    private async Task OweAllAsync(Guid dateId, string kind, DateTime now, CancellationToken cancel)
    {
        var holders = await db.Bookings.Where(b => b.DateId == dateId && b.State != BookingState.Given)
            .Join(db.Accounts, b => b.AccountId, a => a.Id, (b, a) => new { b.Id, a.Email, a.Language }).Where(holder => holder.Email != null).ToListAsync(cancel);
        foreach (var holder in holders)
        {
            db.Owe(now, kind, holder.Email!, new BookingMail(holder.Id, holder.Language));
        }
    }

    private async Task OweAsync(Booking booking, string kind, DateTime now, CancellationToken cancel)
    {
        var holder = await db.Accounts.Where(a => a.Id == booking.AccountId).Select(a => new { a.Email, a.Language }).FirstAsync(cancel);
        if (holder.Email is { } email)
        {
            db.Owe(now, kind, email, new BookingMail(booking.Id, holder.Language));
        }
    }
}
