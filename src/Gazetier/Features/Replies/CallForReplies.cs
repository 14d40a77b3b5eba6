using Gazetier.Data;
using Gazetier.Features.Replies.Mails;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Replies;

/// <summary>
/// Tells the editors-in-chief which requests have a day left. Each request is claimed in the transaction that owes the mails: on
/// several nodes, or run twice, it is told once.
/// </summary>
public class CallForReplies(GazetierDb db, TimeProvider clock)
{
    /// <returns>How many requests were told of.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var near = await db.ReplyRequests.ToCall(now).OrderBy(r => r.DueAt).Select(r => r.Id).ToListAsync(cancel);
        if (near.Count == 0)
        {
            return 0;
        }

        // Nobody to tell: not claimed, and told as soon as somebody answers for the newspaper.
        var editors = await db.EditorsToTellAsync(cancel);
        var told = 0;
        foreach (var id in editors.Count == 0 ? [] : near)
        {
            told += await db.InTransactionAsync(token => TellAsync(id, editors, now, token), cancel);
        }

        return told;
    }

    private async Task<int> TellAsync(Guid id, IReadOnlyList<(string Email, string Language)> editors, DateTime now, CancellationToken cancel)
    {
        var claimed = await db.ReplyRequests.ToCall(now).Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.LastCalledAt, now), cancel);
        foreach (var (email, language) in claimed == 0 ? [] : editors)
        {
            db.Owe(now, ReplyMails.LastCall, email, new ReplyMail(id, language));
        }

        return claimed;
    }
}
