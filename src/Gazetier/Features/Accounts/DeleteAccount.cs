using Gazetier.Data;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts;

/// <summary>
/// Deletes an account for good, with all that any feature keeps about its reader (L-41). One mail says goodbye; its row,
/// the last trace of the address, goes with <see cref="ForgetOld"/> the night after it is sent.
/// </summary>
public class DeleteAccount(GazetierDb db, IEnumerable<IHoldPersonalData> holders, ForgetReader forget, TimeProvider clock)
{
    public async Task RunAsync(Account account, CancellationToken cancel)
    {
        var person = new Person(account.Id, account.Email!);
        await db.InTransactionAsync(
            async inside =>
            {
                foreach (var holder in holders)
                {
                    await holder.EraseAsync(person, inside);
                }

                await db.Accounts.Where(a => a.Id == account.Id).ExecuteDeleteAsync(inside);
                db.Owe(clock.GetUtcNow().UtcDateTime, AccountMails.Deleted, person.Email, new Farewell(account.Language));
            },
            cancel);
        forget(account.Id);
    }
}
