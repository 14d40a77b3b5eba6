using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Organisations.Mails;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>Who looks after an organisation's seats. There is always one who does, once there was one.</summary>
public class ChangeStewards(GazetierDb db, OpenAccount open, TimeProvider clock)
{
    /// <summary>The account of the address becomes a steward, and is opened where there is none; a mail with a link tells them. False: they were one.</summary>
    /// <param name="email">As <see cref="EmailAddress.Read"/> gives it.</param>
    /// <param name="desk">Who of the staff does it, for the record; null: a steward.</param>
    public Task<bool> AddAsync(Guid organisationId, string email, string name, SignedIn? desk, CancellationToken cancel) => db.InTransactionAsync(
        async inside =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var account = await open.RunAsync(email, name, Language.French, inside);
            if (await db.Stewards.AnyAsync(s => s.OrganisationId == organisationId && s.AccountId == account.Id, inside))
            {
                return false;
            }

            db.Stewards.Add(new Steward { OrganisationId = organisationId, AccountId = account.Id, AddedAt = now });
            db.Owe(now, OrganisationMails.StewardAdded, account.Email!, new StewardMail(organisationId, account.Id));
            if (desk is not null)
            {
                db.RecordAbout(now, desk, account, OrganisationActs.StewardAdded, await db.NameOfAsync(organisationId, inside));
            }

            return true;
        },
        cancel);

    /// <summary>False: they are the last, or were none.</summary>
    public Task<bool> RemoveAsync(Guid organisationId, Guid accountId, SignedIn? desk, CancellationToken cancel) => db.InTransactionAsync(
        async inside =>
        {
            // Of two stewards who remove each other one waits for the other.
            await db.Organisations.Where(o => o.Id == organisationId).ExecuteUpdateAsync(o => o.SetProperty(x => x.CreatedAt, x => x.CreatedAt), inside);
            if (await db.Stewards.CountAsync(s => s.OrganisationId == organisationId, inside) < 2
                || await db.Stewards.Where(s => s.OrganisationId == organisationId && s.AccountId == accountId).ExecuteDeleteAsync(inside) == 0)
            {
                return false;
            }

            if (desk is not null)
            {
                var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == accountId, inside);
                db.RecordAbout(clock.GetUtcNow().UtcDateTime, desk, account, OrganisationActs.StewardRemoved, await db.NameOfAsync(organisationId, inside));
            }

            return true;
        },
        cancel);
}
