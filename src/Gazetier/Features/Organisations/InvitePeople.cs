using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Organisations.Mails;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>
/// Invites people into a contract: holds a seat for each and owes them the mail. Says of each line what was done, or why not; a line
/// that is wrong costs itself only.
/// </summary>
public class InvitePeople(GazetierDb db, RequestLimits limits, ForgetReader forget, GiveBackSeat giveBack, TimeProvider clock)
{
    /// <returns>One for each of <paramref name="people"/>, in their order.</returns>
    public Task<IReadOnlyList<InvitationLine>> RunAsync(Guid organisationId, Guid subscriptionId, IReadOnlyList<InvitedPerson> people, CancellationToken cancel) =>
        db.InTransactionAsync(inside => InviteAllAsync(organisationId, subscriptionId, people, inside), cancel);

    /// <summary>Takes the seat of one and holds it for another, in one step: nobody comes in between.</summary>
    public async Task<InvitationLine> ReassignAsync(Guid organisationId, Guid seatId, InvitedPerson person, CancellationToken cancel)
    {
        Guid? gone = null;
        var line = await db.InTransactionAsync(
            async inside =>
            {
                var contract = await db.Seats.Where(s => s.Id == seatId && s.Subscription.OrganisationId == organisationId).Select(s => (Guid?)s.SubscriptionId).FirstOrDefaultAsync(inside);
                if (contract is not { } id)
                {
                    return new InvitationLine(person, InvitationOutcome.Closed);
                }

                if (await RefusalAsync(id, person, inside) is { } refusal)
                {
                    return new InvitationLine(person, refusal);
                }

                await db.LockSeatsAsync(id, inside);
                gone = await giveBack.TakeBackAsync(organisationId, seatId, isOwn: false, inside);
                return (await InviteAllAsync(organisationId, id, [person], inside))[0];
            },
            cancel);
        if (gone is { } account)
        {
            forget(account);
        }

        return line;
    }

    /// <summary>Before a seat is taken from anybody: what is wrong with who is to have it.</summary>
    private async Task<InvitationOutcome?> RefusalAsync(Guid subscriptionId, InvitedPerson person, CancellationToken cancel)
    {
        if (person.Email is not { } email)
        {
            return InvitationOutcome.NoAddress;
        }

        var (key, now) = (EmailAddress.Key(email), clock.GetUtcNow().UtcDateTime);
        return await db.Seats.AnyAsync(s => s.SubscriptionId == subscriptionId && s.Account.NormalizedEmail == key, cancel) ? InvitationOutcome.Sits
            : await db.Invitations.Open(now).AnyAsync(i => i.SubscriptionId == subscriptionId && i.Email == email, cancel) ? InvitationOutcome.InvitedBefore
            : await db.Subscriptions.Seating(now).AnyAsync(s => s.Id == subscriptionId, cancel) ? null
            : InvitationOutcome.Closed;
    }

    /// <summary>Inside the caller's transaction.</summary>
    /// <inheritdoc cref="RunAsync" path="/returns"/>
    public async Task<IReadOnlyList<InvitationLine>> InviteAllAsync(Guid organisationId, Guid subscriptionId, IReadOnlyList<InvitedPerson> people, CancellationToken cancel)
    {
        await db.LockSeatsAsync(subscriptionId, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var contract = await db.Subscriptions.AsNoTracking().Seating(now).FirstOrDefaultAsync(s => s.Id == subscriptionId && s.OrganisationId == organisationId, cancel);
        if (contract is null)
        {
            return [.. people.Select(person => new InvitationLine(person, InvitationOutcome.Closed))];
        }

        var before = await db.SeatsOfAsync(contract, now, cancel);
        var sitting = (await db.Seats.Where(s => s.SubscriptionId == subscriptionId).Select(s => s.Account.Email!).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var invited = await db.Invitations.Where(i => i.SubscriptionId == subscriptionId).ToDictionaryAsync(i => i.Email, StringComparer.Ordinal, cancel);
        var list = new InvitationList(contract, sitting, invited, before.Free, now);
        var lines = new List<InvitationLine>(people.Count);
        foreach (var person in people)
        {
            var outcome = list.Add(person, limits, out var invitation);
            if (invitation is not null)
            {
                Send(invitation, now);
            }

            lines.Add(new InvitationLine(person, outcome));
        }

        await db.TellIfFullAsync(contract, before.Taken, before.Taken + lines.Count(line => line.Outcome == InvitationOutcome.Invited), now, cancel);
        return lines;
    }

    private void Send(Invitation invitation, DateTime now)
    {
        if (db.Entry(invitation).State == EntityState.Detached)
        {
            db.Invitations.Add(invitation);
        }

        db.Owe(now, OrganisationMails.Invitation, invitation.Email, new InvitationMail(invitation.Id));
    }

    /// <summary>Sends it once more, with another link, and three more weeks. Null: there is none, or no seat is left for one that expired.</summary>
    public Task<InvitationOutcome> ResendAsync(Guid organisationId, Guid invitationId, CancellationToken cancel) => db.InTransactionAsync(
        async inside =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var invitation = await db.Invitations.Include(i => i.Subscription).FirstOrDefaultAsync(i => i.Id == invitationId && i.Subscription.OrganisationId == organisationId, inside);
            if (invitation is null || invitation.Subscription.Until <= now || invitation.Subscription.SuspendedAt is not null)
            {
                return InvitationOutcome.Closed;
            }

            await db.LockSeatsAsync(invitation.SubscriptionId, inside);
            if (!invitation.IsOpen(now) && (await db.SeatsOfAsync(invitation.Subscription, now, inside)).IsFull)
            {
                return InvitationOutcome.Full;
            }

            if (!limits.MayMail(OrganisationMails.Invitation, invitation.Email))
            {
                return InvitationOutcome.TooOften;
            }

            (invitation.ExpiresAt, invitation.SentAt) = (now + Invitation.Lifetime, null);
            Send(invitation, now);
            return InvitationOutcome.Invited;
        },
        cancel);

    /// <summary>Takes an invitation back: its link opens nothing any more, and its seat is free.</summary>
    public async Task<bool> TakeBackAsync(Guid organisationId, Guid invitationId, CancellationToken cancel) =>
        await db.Invitations.Where(i => i.Id == invitationId && i.Subscription.OrganisationId == organisationId).ExecuteDeleteAsync(cancel) == 1;
}
