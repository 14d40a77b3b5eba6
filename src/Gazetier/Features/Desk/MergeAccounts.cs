using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Follows;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Desk;

/// <summary>
/// Makes one account of two of the same person: subscriptions, purchases, seats, stewardships, gifts and follows go to the one that stays; what it
/// has already stays once. The other is deleted as its owner would delete it, and told so by mail.
/// </summary>
public class MergeAccounts(GazetierDb db, DeleteAccount delete, ForgetReader forget, TimeProvider clock)
{
    /// <returns>False: one of them is of the staff, or they are the same; nothing was done.</returns>
    public async Task<bool> RunAsync(Account stays, Account goes, SignedIn by, CancellationToken cancel)
    {
        if (stays.Id == goes.Id || stays.Role is not null || goes.Role is not null)
        {
            return false;
        }

        await db.InTransactionAsync(
            async inside =>
            {
                await MoveAsync(stays.Id, goes.Id, inside);
                db.RecordAbout(clock.GetUtcNow().UtcDateTime, by, stays, "reader.merged", goes.CalledName == goes.Email ? "" : goes.CalledName);
            },
            cancel);
        await delete.RunAsync(goes, cancel);
        forget(stays.Id);
        return true;
    }

    private async Task MoveAsync(Guid stays, Guid goes, CancellationToken cancel)
    {
        await db.Subscriptions.Where(s => s.AccountId == goes).ExecuteUpdateAsync(s => s.SetProperty(x => x.AccountId, stays), cancel);
        await db.Seats.Where(s => s.AccountId == goes && !db.Seats.Any(other => other.SubscriptionId == s.SubscriptionId && other.AccountId == stays))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.AccountId, stays), cancel);
        await db.Stewards.Where(s => s.AccountId == goes && !db.Stewards.Any(other => other.OrganisationId == s.OrganisationId && other.AccountId == stays))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.AccountId, stays), cancel);
        await db.Purchases.Where(p => p.AccountId == goes).ExecuteUpdateAsync(p => p.SetProperty(x => x.AccountId, stays), cancel);
        await db.Consents.Where(c => c.AccountId == goes).ExecuteUpdateAsync(c => c.SetProperty(x => x.AccountId, stays), cancel);
        // Numbers of gifts count within a month: those of the other begin after a thousand.
        await db.Gifts.Where(g => g.GiverId == goes).ExecuteUpdateAsync(g => g.SetProperty(x => x.Number, x => x.Number + 1000).SetProperty(x => x.GiverId, stays), cancel);
        var follows = await db.Follows.AsNoTracking().Where(f => f.AccountId == goes).ToListAsync(cancel);
        var has = await db.Follows.AsNoTracking().Where(f => f.AccountId == stays).Select(f => new { f.Kind, f.SubjectId }).ToListAsync(cancel);
        db.Follows.AddRange(follows.Where(f => !has.Contains(new { f.Kind, f.SubjectId }))
            .Select(f => new Follow { AccountId = stays, Kind = f.Kind, SubjectId = f.SubjectId, CreatedAt = f.CreatedAt }));
    }
}
