using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.DataMap.Mails;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.DataMap;

/// <summary>
/// An account goes that nobody signed in to for three years and that nothing is open to any more (L-40; CNIL, décision 2021-131: to receive
/// a mail is no activity). Its reader is told a month before; to sign in keeps it. Staff, subscribers, those who have a seat and who look
/// after an organisation stay.
/// </summary>
public class ForgetDormantAccounts(GazetierDb db, DeleteAccount delete, TimeProvider clock) : IForget
{
    /// <summary>From the warning to the end.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(30);

    /// <summary>Accounts of one night: their mails are no flood, and the next night goes on.</summary>
    private const int Most = 500;

    // A warning that was heard is over long before the account sleeps for three years again.
    private static readonly TimeSpan WarningCounts = TimeSpan.FromDays(365);

    public string What => "Comptes où personne n’est venu depuis trois ans, et dont le titulaire a été prévenu";

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await WarnAsync(now, cancel);
        var (heard, warned) = (now - Notice, now - WarningCounts);
        var over = await Asleep(now).Where(a => a.WarnedAt <= heard && a.WarnedAt > warned).OrderBy(a => a.Id).Take(Most).ToListAsync(cancel);
        foreach (var account in over)
        {
            await delete.RunAsync(account, cancel);
        }

        return over.Count;
    }

    private async Task WarnAsync(DateTime now, CancellationToken cancel)
    {
        var warned = now - WarningCounts;
        foreach (var account in await Asleep(now + Notice).Where(a => a.WarnedAt == null || a.WarnedAt <= warned).OrderBy(a => a.Id).Take(Most).ToListAsync(cancel))
        {
            await db.InTransactionAsync(
                async token =>
                {
                    // Whoever comes first, of two nodes, writes.
                    if (await db.Accounts.Where(a => a.Id == account.Id && a.WarnedAt == account.WarnedAt).ExecuteUpdateAsync(a => a.SetProperty(x => x.WarnedAt, now), token) == 1)
                    {
                        db.Owe(now, DormantLetters.Kind, account.Email!, new DormantMail(account.Id, now + Notice));
                    }
                },
                cancel);
        }
    }

    /// <summary>Nobody came in the three years before, and nothing is open.</summary>
    private IQueryable<Account> Asleep(DateTime now)
    {
        var since = now.AddYears(-Account.DormantYears);
        var day = DateOnly.FromDateTime(since);
        return db.Accounts.AsNoTracking().Where(a =>
            a.Role == null && a.Email != null && a.CreatedAt < since && (a.LastSignInOn == null || a.LastSignInOn < day)
            && !db.Subscriptions.Any(s => s.AccountId == a.Id && s.Until > since)
            && !db.Purchases.Any(p => p.AccountId == a.Id && p.BegunAt > since)
            && !db.Seats.Any(s => s.AccountId == a.Id)
            && !db.Stewards.Any(s => s.AccountId == a.Id));
    }
}
