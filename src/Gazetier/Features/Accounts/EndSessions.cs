using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts;

/// <summary>Ends sessions of one account, at once on this node and within a minute on the others (S-05, A-06).</summary>
public class EndSessions(GazetierDb db, ForgetReader forget, TimeProvider clock)
{
    /// <summary>Ends one. One of another account is left alone.</summary>
    public Task OneAsync(Guid accountId, Guid sessionId, CancellationToken cancel) =>
        EndAsync(accountId, db.Sessions.Where(s => s.AccountId == accountId && s.Id == sessionId), cancel);

    /// <summary>Ends all but <paramref name="kept"/>; null: really all.</summary>
    public Task AllAsync(Guid accountId, Guid? kept, CancellationToken cancel) =>
        EndAsync(accountId, db.Sessions.Where(s => s.AccountId == accountId && s.Id != kept), cancel);

    private async Task EndAsync(Guid accountId, IQueryable<Session> sessions, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await sessions.Where(s => s.ExpiresAt > now).ExecuteUpdateAsync(s => s.SetProperty(x => x.ExpiresAt, now), cancel);
        forget(accountId);
    }
}
