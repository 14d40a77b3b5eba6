using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Suppressions;

namespace Gazetier.Features.MailingLists.Imports;

/// <summary>Says of lines that are well formed what we know of their addresses: who is on the list, who may never be added again.</summary>
public class JudgeLines(GazetierDb db, ListsOfReader lists)
{
    /// <summary>Lines that are looked up together.</summary>
    public const int Batch = 500;

    public async Task RunAsync(string list, IReadOnlyCollection<ListImportLine> lines, CancellationToken cancel)
    {
        var asked = lines.Where(line => line.Outcome == ImportOutcome.Accepted).ToList();
        var suppressed = await db.SuppressedAmongAsync(asked.ConvertAll(line => line.Email), cancel);
        var accounts = await db.AccountsAmongAsync(asked.ConvertAll(line => EmailAddress.Key(line.Email)), cancel);
        var on = await lists.OnAmongAsync(accounts.Values, list, cancel);
        var left = await db.LeftAmongAsync(accounts.Values, list, cancel);
        foreach (var line in asked)
        {
            var account = accounts.TryGetValue(EmailAddress.Key(line.Email), out var id) ? id : (Guid?)null;
            line.Outcome = suppressed.Contains(line.Email) ? ImportOutcome.Suppressed
                : account is null ? ImportOutcome.Accepted
                : on.Contains(account.Value) ? ImportOutcome.AlreadyOn
                : left.TryGetValue(account.Value, out var at) && at >= line.At ? ImportOutcome.LeftSince
                : ImportOutcome.Accepted;
        }
    }
}
