using Gazetier.Data;
using Gazetier.Features.MailingLists;
using Gazetier.Locales;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation.Threads;

/// <summary>Mails about threads, as a list that their reader may leave and join again; what they follow stays followed.</summary>
public class ThreadLists(GazetierDb db) : IMailingLists
{
    /// <summary>In the ledger and in the links of mails.</summary>
    public const string Name = "reactions";

    public async Task<IReadOnlyList<MailingList>> OfAsync(Guid accountId, Phrases t, CancellationToken cancel) =>
        await db.ThreadFollows.AnyAsync(f => f.AccountId == accountId, cancel)
            ? [new MailingList(Name, t["Réactions"], t["Un message quand on répond dans une conversation que vous suivez."], !await IsOffAsync(accountId, cancel), ConversationAddress.Mine)]
            : [];

    public async Task<bool?> LeaveAsync(Guid accountId, string list, CancellationToken cancel) => list == Name ? await SetAsync(accountId, isOff: true, cancel) : null;

    public async Task<bool?> JoinAsync(Guid accountId, string list, CancellationToken cancel) => list == Name ? await SetAsync(accountId, isOff: false, cancel) : null;

    public async Task<IReadOnlySet<Guid>?> OnAmongAsync(IReadOnlyCollection<Guid> accounts, string list, CancellationToken cancel) => list != Name
        ? null
        : await db.ThreadFollows.Where(f => accounts.Contains(f.AccountId) && !db.ThreadSettings.Any(s => s.AccountId == f.AccountId && s.IsOff))
            .Select(f => f.AccountId).ToHashSetAsync(cancel);

    private Task<bool> IsOffAsync(Guid accountId, CancellationToken cancel) => db.ThreadSettings.AnyAsync(s => s.AccountId == accountId && s.IsOff, cancel);

    private async Task<bool> SetAsync(Guid accountId, bool isOff, CancellationToken cancel)
    {
        if (await db.ThreadSettings.Where(s => s.AccountId == accountId && s.IsOff != isOff).ExecuteUpdateAsync(s => s.SetProperty(x => x.IsOff, isOff), cancel) == 1)
        {
            return true;
        }

        // Without a row, a reader is on it who follows something; the first follow is the first yes.
        if (await db.ThreadSettings.AnyAsync(s => s.AccountId == accountId, cancel))
        {
            return false;
        }

        db.ThreadSettings.Add(new ThreadSettings { AccountId = accountId, IsOff = isOff });
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
