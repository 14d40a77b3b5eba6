using Gazetier.Data;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts;

/// <summary>Gives an account the address that a confirmed link names, and tells the old one.</summary>
public class ChangeAddress(GazetierDb db, ForgetReader forget, IEnumerable<AddressProven> proven, TimeProvider clock)
{
    /// <summary>False: the link was used, or the address got an account in the meantime; nothing is changed.</summary>
    public async Task<bool> RunAsync(MailedLink link, CancellationToken cancel)
    {
        try
        {
            var isDone = await db.InTransactionAsync(inside => ChangeAsync(link, inside), cancel);
            foreach (var tell in isDone ? proven : [])
            {
                await tell(link.AccountId!.Value, link.NewEmail!, isNew: true, cancel);
            }

            return isDone;
        }
        catch (DbUpdateException)
        {
            return false;
        }
        finally
        {
            forget(link.AccountId!.Value);
        }
    }

    private async Task<bool> ChangeAsync(MailedLink link, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (!await db.ConsumeAsync(link, now, cancel)
            || await db.Accounts.FindAsync([link.AccountId], cancel) is not { } account || await IsTakenAsync(link.NewEmail!, cancel))
        {
            return false;
        }

        var old = account.Email!;
        (account.Email, account.UserName) = (link.NewEmail, link.NewEmail);
        account.NormalizedEmail = account.NormalizedUserName = EmailAddress.Key(link.NewEmail!);
        account.SecurityStamp = Guid.CreateVersion7().ToString();
        await db.CloseLinksAsync(account.Id, now, cancel);
        // What is kept of the registration follows, so that it is found and erased with the account.
        await db.Registrations.Where(r => r.Email == old).ExecuteUpdateAsync(r => r.SetProperty(x => x.Email, link.NewEmail), cancel);
        db.Owe(now, AccountMails.AddressChanged, old, new AccountNotice(account.Id));
        return true;
    }

    private Task<bool> IsTakenAsync(string email, CancellationToken cancel)
    {
        var key = EmailAddress.Key(email);
        return db.Accounts.AnyAsync(a => a.NormalizedEmail == key, cancel);
    }
}
