using Gazetier.Data;
using Gazetier.Features.Consents;
using Gazetier.Features.Figures;
using Gazetier.Locales;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.MailingLists;

/// <summary>
/// All that a reader gets or may get in bulk, whichever feature posts it: takes them off a list and puts them back, counts who
/// leaves, and keeps the proof of each yes and no (E-02, L-52). What changes nothing is not written.
/// </summary>
public class ListsOfReader(GazetierDb db, IEnumerable<IMailingLists> all, CountReading count, TimeProvider clock)
{
    /// <summary>The lists that a reader is on or may join.</summary>
    public async Task<IReadOnlyList<MailingList>> OfAsync(Guid accountId, Phrases t, CancellationToken cancel)
    {
        var lists = new List<MailingList>();
        foreach (var feature in all)
        {
            lists.AddRange(await feature.OfAsync(accountId, t, cancel));
        }

        return lists;
    }

    /// <summary>Those among some readers who are on a list.</summary>
    public async Task<IReadOnlySet<Guid>> OnAmongAsync(IReadOnlyCollection<Guid> accounts, string list, CancellationToken cancel)
    {
        foreach (var feature in all)
        {
            if (await feature.OnAmongAsync(accounts, list, cancel) is { } on)
            {
                return on;
            }
        }

        return new HashSet<Guid>();
    }

    /// <summary>Takes a reader off a list, at once; twice is as good as once.</summary>
    /// <param name="words">How it was said.</param>
    /// <returns>Whether they were on it; null: there is no such list.</returns>
    public async Task<bool?> LeaveAsync(Guid accountId, string list, ConsentWords words, CancellationToken cancel)
    {
        var was = await db.InTransactionAsync(token => LeaveInsideAsync(accountId, list, words, token), cancel);
        if (was == true)
        {
            count.Left(list);
        }

        return was;
    }

    /// <summary>Puts a reader on a list.</summary>
    /// <returns>Whether they were not on it; null: there is no such list, or it is not open to them.</returns>
    public Task<bool?> JoinAsync(Guid accountId, string list, ConsentWords words, CancellationToken cancel) => db.InTransactionAsync(
        async token => await HoldAsync(accountId, token) ? await JoinInsideAsync(accountId, list, words, token) : null, cancel);

    /// <summary>The same as <see cref="JoinAsync"/>, within the caller's transaction, for an account that is there.</summary>
    public async Task<bool?> JoinInsideAsync(Guid accountId, string list, ConsentWords words, CancellationToken cancel)
    {
        foreach (var feature in all)
        {
            if (await feature.JoinAsync(accountId, list, cancel) is { } isNew)
            {
                Prove(isNew, accountId, list, isGiven: true, words);
                return isNew;
            }
        }

        return null;
    }

    /// <summary>Takes a reader off all that they are on, within the caller's transaction.</summary>
    public async Task LeaveAllInsideAsync(Guid accountId, ConsentWords words, CancellationToken cancel)
    {
        foreach (var list in (await OfAsync(accountId, Phrases.OfPaper, cancel)).Where(list => list.IsOn))
        {
            if (await LeaveInsideAsync(accountId, list.Name, words, cancel) == true)
            {
                count.Left(list.Name);
            }
        }
    }

    /// <summary>Leaves a reader on the lists that they chose among those that they were shown, all or nothing.</summary>
    /// <param name="shown">Names; a list that they have not seen stays as it is.</param>
    /// <param name="chosen">Names.</param>
    /// <param name="origin">Where they chose.</param>
    /// <returns>How many changed.</returns>
    public async Task<int> ChooseAsync(Guid accountId, IReadOnlyCollection<string> shown, IReadOnlyCollection<string> chosen, string origin, CancellationToken cancel)
    {
        var left = new List<string>();
        var changed = await db.InTransactionAsync(
            async token =>
            {
                left.Clear();
                return await HoldAsync(accountId, token) ? await ChooseInsideAsync(accountId, shown, chosen, origin, left, token) : 0;
            },
            cancel);
        left.ForEach(count.Left);
        return changed;
    }

    private async Task<int> ChooseInsideAsync(
        Guid accountId, IReadOnlyCollection<string> shown, IReadOnlyCollection<string> chosen, string origin, List<string> left, CancellationToken cancel)
    {
        var joined = 0;
        // The proof is in the newspaper's language.
        foreach (var list in (await OfAsync(accountId, Phrases.OfPaper, cancel)).Where(list => shown.Contains(list.Name)))
        {
            if (chosen.Contains(list.Name))
            {
                joined += await JoinInsideAsync(accountId, list.Name, ConsentWords.Yes(list, origin), cancel) == true ? 1 : 0;
            }
            else if (await LeaveInsideAsync(accountId, list.Name, ConsentWords.No(list.Title, origin), cancel) == true)
            {
                left.Add(list.Name);
            }
        }

        return joined + left.Count;
    }

    private async Task<bool?> LeaveInsideAsync(Guid accountId, string list, ConsentWords words, CancellationToken cancel)
    {
        foreach (var feature in all)
        {
            if (await feature.LeaveAsync(accountId, list, cancel) is { } was)
            {
                Prove(was, accountId, list, isGiven: false, words);
                return was;
            }
        }

        return null;
    }

    private void Prove(bool isChange, Guid accountId, string list, bool isGiven, ConsentWords words)
    {
        if (isChange)
        {
            db.Consent(accountId, list, isGiven, words.Text, words.Origin, words.At ?? clock.GetUtcNow().UtcDateTime);
        }
    }

    /// <summary>Two changes of one reader's lists come one after the other. False: there is no such account any more.</summary>
    private async Task<bool> HoldAsync(Guid accountId, CancellationToken cancel) =>
        await db.Accounts.Where(a => a.Id == accountId).ExecuteUpdateAsync(a => a.SetProperty(x => x.CreatedAt, x => x.CreatedAt), cancel) == 1;
}
