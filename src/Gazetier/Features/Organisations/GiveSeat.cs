using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>
/// The desk gives a seat to an address: at once where it has an account, by an invitation that holds the seat where it has none. Both stand in the
/// record, as does an invitation that it takes back.
/// </summary>
public class GiveSeat(GazetierDb db, ClaimSeat claim, InvitePeople invite, ForgetReader forget, TimeProvider clock)
{
    /// <param name="email">As <see cref="EmailAddress.Read"/> gives it.</param>
    /// <returns>What became of it: of the seat where there is an account, of the invitation where there is none.</returns>
    public async Task<(SeatOutcome? Seat, InvitationOutcome? Invitation)> RunAsync(Guid organisationId, Guid contractId, string email, SignedIn desk, CancellationToken cancel)
    {
        Guid? seated = null;
        var outcome = await db.InTransactionAsync<(SeatOutcome?, InvitationOutcome?)>(
            async inside =>
            {
                var reference = await db.Subscriptions.Where(s => s.Id == contractId && s.OrganisationId == organisationId).Select(s => s.Reference).FirstOrDefaultAsync(inside);
                if (reference is null)
                {
                    return (SeatOutcome.Unknown, null);
                }

                var (key, detail) = (EmailAddress.Key(email), $"{await db.NameOfAsync(organisationId, inside)} : {reference}");
                if (await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedEmail == key, inside) is { } account)
                {
                    seated = account.Id;
                    return (await SeatAsync(contractId, account, detail, desk, inside), null);
                }

                return (null, await InviteAsync(organisationId, contractId, email, detail, desk, inside));
            },
            cancel);
        if (seated is { } reader)
        {
            forget(reader);
        }

        return outcome;
    }

    /// <summary>False: there is none in this organisation.</summary>
    public Task<bool> TakeBackAsync(Guid organisationId, Guid invitationId, SignedIn desk, CancellationToken cancel) => db.InTransactionAsync(
        async inside =>
        {
            var isDone = await invite.TakeBackAsync(organisationId, invitationId, inside);
            if (isDone)
            {
                db.Record(clock.GetUtcNow().UtcDateTime, desk, OrganisationActs.InvitationTakenBack, null, await db.NameOfAsync(organisationId, inside));
            }

            return isDone;
        },
        cancel);

    private async Task<SeatOutcome> SeatAsync(Guid contractId, Account account, string detail, SignedIn desk, CancellationToken cancel)
    {
        var outcome = await claim.TakeAsync(contractId, account.Id, SeatOrigin.Desk, cancel);
        if (outcome == SeatOutcome.Taken)
        {
            db.RecordAbout(clock.GetUtcNow().UtcDateTime, desk, account, OrganisationActs.SeatGiven, detail);
        }

        return outcome;
    }

    private async Task<InvitationOutcome> InviteAsync(Guid organisationId, Guid contractId, string email, string detail, SignedIn desk, CancellationToken cancel)
    {
        var outcome = (await invite.InviteAllAsync(organisationId, contractId, [new InvitedPerson(1, email, email, "")], cancel))[0].Outcome;
        if (outcome == InvitationOutcome.Invited)
        {
            db.Record(clock.GetUtcNow().UtcDateTime, desk, OrganisationActs.Invited, null, detail);
        }

        return outcome;
    }
}
