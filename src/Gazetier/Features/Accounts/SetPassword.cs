using Gazetier.Data;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts;

/// <summary>Gives an account a new password: its other sessions end, its open links are void, and a notice leaves (S-05, ASVS 6.3.7).</summary>
public class SetPassword(GazetierDb db, Argon2PasswordHasher hasher, EndSessions end, ForgetReader forget, TimeProvider clock)
{
    /// <param name="link">The link that allows it, used up with it; null where the reader gave the old password.</param>
    /// <param name="kept">The session that stays; null: all end.</param>
    /// <returns>False: the link was used in the meantime; nothing is changed.</returns>
    public async Task<bool> RunAsync(Account account, string password, MailedLink? link, Guid? kept, CancellationToken cancel)
    {
        var hash = await hasher.HashAsync(password, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var stamp = Guid.CreateVersion7().ToString();
        var isSet = await db.InTransactionAsync(
            async inside =>
            {
                if (link is not null && !await db.ConsumeAsync(link, now, inside))
                {
                    return false;
                }

                await db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(
                    a => a.SetProperty(x => x.PasswordHash, hash).SetProperty(x => x.SecurityStamp, stamp), inside);
                await db.CloseLinksAsync(account.Id, now, inside);
                await end.AllAsync(account.Id, kept, inside);
                db.Owe(now, AccountMails.PasswordChanged, account.Email!, new AccountNotice(account.Id));
                return true;
            },
            cancel);
        // Again, now that it is true for everybody.
        forget(account.Id);
        return isSet;
    }
}
