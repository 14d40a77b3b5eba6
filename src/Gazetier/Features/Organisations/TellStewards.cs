using Gazetier.Data;
using Gazetier.Features.Organisations.Mails;
using Gazetier.Features.Subscriptions;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>Owes the stewards of an organisation a mail, within whatever the caller is about to save.</summary>
public static class TellStewards
{
    /// <summary>Seats have run out: once each time, for one act alone takes the last of them.</summary>
    /// <param name="before">Seats that were taken or held before the act.</param>
    /// <param name="after">And after it.</param>
    public static async Task TellIfFullAsync(this GazetierDb db, Subscription contract, int before, int after, DateTime now, CancellationToken cancel)
    {
        if (contract.Seats is { } seats && before < seats && after >= seats)
        {
            await db.TellStewardsAsync(contract.OrganisationId!.Value, OrganisationMails.Full, account => new SeatMail(contract.Id, account), now, cancel);
        }
    }

    public static async Task TellStewardsAsync(this GazetierDb db, Guid organisationId, string kind, Func<Guid, object> arguments, DateTime now, CancellationToken cancel)
    {
        foreach (var steward in await db.Stewards.Where(s => s.OrganisationId == organisationId).Select(s => new { s.AccountId, s.Account.Email }).ToListAsync(cancel))
        {
            db.Owe(now, kind, steward.Email!, arguments(steward.AccountId));
        }
    }
}
