using Gazetier.Data;
using Gazetier.Features.Organisations.Mails;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>
/// Somebody who comes in by ProConnect works for another establishment than before (P-06): a seat that came by the SIRET of the one
/// that was left is free again, others stay for their steward to decide on, and the stewards there are told, in one mail each.
/// </summary>
public class LeaveEmployer(GazetierDb db, TimeProvider clock)
{
    /// <summary>Inside the caller's transaction, who then lets the reader be forgotten. Not a withdrawal: who comes back finds a seat again.</summary>
    public async Task RunAsync(Guid accountId, string former, string siret, CancellationToken cancel)
    {
        var joined = await OfAsync(siret, cancel);
        if (await OfAsync(former, cancel) is not { } left || left == joined || await WorksThereAsync(accountId, left, siret, cancel))
        {
            return;
        }

        var seats = await db.Seats.AsNoTracking().Where(s => s.AccountId == accountId && s.Subscription.OrganisationId == left)
            .Select(s => new { s.Id, s.SubscriptionId, s.Origin, s.Account.Email }).ToListAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var stays = seats.Exists(seat => seat.Origin != SeatOrigin.SingleSignOn);
        foreach (var seat in seats.Where(seat => seat.Origin == SeatOrigin.SingleSignOn))
        {
            await db.Seats.Where(s => s.Id == seat.Id).ExecuteDeleteAsync(cancel);
            db.Owe(now, OrganisationMails.Withdrawn, seat.Email!, new SeatMail(seat.SubscriptionId, accountId));
        }

        if (seats.Count > 0)
        {
            await db.TellStewardsAsync(left, OrganisationMails.Left, steward => new LeftMail(left, steward, accountId, stays), now, cancel);
        }
    }

    private async Task<Guid?> OfAsync(string siret, CancellationToken cancel) =>
        Siret.Read(siret) is { } known ? (await db.OfSiretAsync(known, cancel))?.Id : null;

    /// <summary>By another identity, or another establishment of the same organisation.</summary>
    private async Task<bool> WorksThereAsync(Guid accountId, Guid organisation, string except, CancellationToken cancel)
    {
        foreach (var siret in await db.LinkedIdentities.Where(i => i.AccountId == accountId && i.Siret != null && i.Siret != except).Select(i => i.Siret!).ToListAsync(cancel))
        {
            if (await OfAsync(siret, cancel) == organisation)
            {
                return true;
            }
        }

        return false;
    }
}
