using Gazetier.Data;
using Gazetier.Features.Consents;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsletters;

/// <summary>Signs readers up to a newsletter, and takes them off; what they said is kept with it (L-52). Twice is as good as once.</summary>
public class ChangeSignup(GazetierDb db, TimeProvider clock)
{
    /// <summary>Signs up, and keeps the consent; in the caller's transaction, or its own.</summary>
    /// <param name="text">The sentence that was agreed to.</param>
    /// <param name="origin">Where.</param>
    public Task<bool> JoinAsync(Guid account, Newsletter newsletter, string text, string origin, CancellationToken cancel) =>
        InOneAsync(token => SayAsync(account, newsletter, isOn: true, text, origin, token), cancel);

    /// <summary>Takes off, and keeps that it was said.</summary>
    public Task<bool> LeaveAsync(Guid account, Newsletter newsletter, string text, string origin, CancellationToken cancel) =>
        InOneAsync(token => SayAsync(account, newsletter, isOn: false, text, origin, token), cancel);

    /// <summary>Puts somebody on the list, without a word of why. Whether they were not.</summary>
    public async Task<bool> PutOnAsync(Guid account, Guid newsletter, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var mine = db.NewsletterSignups.Where(s => s.NewsletterId == newsletter && s.AccountId == account);
        if (await mine.Where(s => s.LeftAt != null).ExecuteUpdateAsync(
            s => s.SetProperty(x => x.LeftAt, (DateTime?)null).SetProperty(x => x.JoinedAt, now), cancel) == 1)
        {
            return true;
        }

        // Of two clicks at once one writes the row.
        return await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO "NewsletterSignups" ("NewsletterId", "AccountId", "JoinedAt") VALUES ({newsletter}, {account}, {now})
             ON CONFLICT ("NewsletterId", "AccountId") DO NOTHING
             """,
            cancel) == 1;
    }

    /// <summary>Takes somebody off the list, without a word of why. Whether they were on it.</summary>
    public async Task<bool> TakeOffAsync(Guid account, Guid newsletter, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.NewsletterSignups.Standing().Where(s => s.NewsletterId == newsletter && s.AccountId == account)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.LeftAt, now), cancel) == 1;
    }

    private async Task<bool> SayAsync(Guid account, Newsletter newsletter, bool isOn, string text, string origin, CancellationToken cancel)
    {
        var isNew = isOn ? await PutOnAsync(account, newsletter.Id, cancel) : await TakeOffAsync(account, newsletter.Id, cancel);
        if (isNew)
        {
            db.Consent(account, newsletter.Slug, isOn, text, origin, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancel);
        }

        return isNew;
    }

    private Task<bool> InOneAsync(Func<CancellationToken, Task<bool>> work, CancellationToken cancel) =>
        db.Database.CurrentTransaction is null ? db.InTransactionAsync(work, cancel) : work(cancel);
}
