using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsletters;

/// <summary>Signs an address up that is proven now: in its account, or in a new one. Each link does it once.</summary>
public class ConfirmSignup(GazetierDb db, OpenAccount open, ChangeSignup change, SignupLink links, TimeProvider clock)
{
    /// <summary>The request that a link names, while it works; null: it does not.</summary>
    public async Task<SignupRequest?> FindAsync(string token, CancellationToken cancel)
    {
        var id = await links.ReadAsync(token, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        return id is null ? null : await db.SignupRequests.AsNoTracking().Include(r => r.Newsletter)
            .FirstOrDefaultAsync(r => r.Id == id && r.ConfirmedAt == null && r.ExpiresAt > now, cancel);
    }

    /// <returns>False: the link was used, or has ended, in the meantime.</returns>
    public async Task<bool> RunAsync(SignupRequest asked, CancellationToken cancel)
    {
        try
        {
            return await db.InTransactionAsync(inside => ConfirmAsync(asked, inside), cancel);
        }
        catch (DbUpdateException)
        {
            // Somebody opened an account with this address at the same moment: it is theirs, and signs up.
            db.ChangeTracker.Clear();
            return await db.InTransactionAsync(inside => ConfirmAsync(asked, inside), cancel);
        }
    }

    private async Task<bool> ConfirmAsync(SignupRequest asked, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.SignupRequests.Where(r => r.Id == asked.Id && r.ConfirmedAt == null && r.ExpiresAt > now)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.ConfirmedAt, now), cancel) == 0)
        {
            return false;
        }

        var account = await open.RunAsync(asked.Email, "", LanguageOfRequest.FromCode(asked.Language), cancel);
        await db.SaveChangesAsync(cancel);
        await change.JoinAsync(account.Id, asked.Newsletter, asked.Text, asked.Origin, cancel);
        return true;
    }
}
