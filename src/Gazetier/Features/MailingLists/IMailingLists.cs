using Gazetier.Locales;

namespace Gazetier.Features.MailingLists;

/// <summary>
/// What a feature posts in bulk, as its readers see it: Ma Gazette, alerts, newsletters. Each feature that posts registers its
/// own; the page of all mailings, the way out (RFC 8058) and whoever stops all mail to a reader ask them all.
/// </summary>
public interface IMailingLists
{
    /// <summary>The lists that a reader is on or may join, in the order in which they are shown.</summary>
    Task<IReadOnlyList<MailingList>> OfAsync(Guid accountId, Phrases t, CancellationToken cancel);

    /// <summary>
    /// Takes a reader off a list, at once, within the caller's transaction if there is one; twice is as good as once. Null: the
    /// list is none of ours.
    /// </summary>
    /// <returns>Whether the reader was on it.</returns>
    Task<bool?> LeaveAsync(Guid accountId, string list, CancellationToken cancel);

    /// <summary>Puts a reader on a list, as they were before they left it. Null: the list is none of ours, or not open to them.</summary>
    /// <returns>Whether the reader was not on it yet.</returns>
    Task<bool?> JoinAsync(Guid accountId, string list, CancellationToken cancel);

    /// <summary>
    /// Those among some readers who are on a list, for who asks of many at once. Null: the list is none of ours. A feature with lists
    /// of many readers answers in one query.
    /// </summary>
    async Task<IReadOnlySet<Guid>?> OnAmongAsync(IReadOnlyCollection<Guid> accounts, string list, CancellationToken cancel)
    {
        var (on, isOurs) = (new HashSet<Guid>(), false);
        foreach (var account in accounts)
        {
            if ((await OfAsync(account, Phrases.OfPaper, cancel)).FirstOrDefault(one => one.Name == list) is { } found)
            {
                isOurs = true;
                if (found.IsOn)
                {
                    on.Add(account);
                }
            }
        }

        return isOurs ? on : null;
    }
}

/// <summary>One list, for one reader.</summary>
/// <param name="Name">In the ledger and in the links of mails: "digest", "alerts", a newsletter's slug.</param>
/// <param name="Title">As readers know it: "Ma Gazette".</param>
/// <param name="Description">What it brings and when, one sentence.</param>
/// <param name="SettingsPath">Where the reader, signed in, finds its settings; null: it has none.</param>
public sealed record MailingList(string Name, string Title, string Description, bool IsOn, string? SettingsPath = null);
