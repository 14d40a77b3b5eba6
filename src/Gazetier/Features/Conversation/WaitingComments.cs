using Gazetier.Data;
using Gazetier.Features.Conversation.Notices;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation;

/// <summary>How much waits for a moderator, for the head of the newsroom's pages: what waits, what was reported, what is contested.</summary>
public class WaitingComments(GazetierDb db)
{
    /// <summary>More is said as "99+": a wave must not make each page of the newsroom count it.</summary>
    public const int Most = 100;

    public async Task<int> CountAsync(CancellationToken cancel) => Math.Min(
        Most,
        await db.Comments.Waiting().Take(Most).CountAsync(cancel)
            + await db.CommentNotices.Where(n => n.State == NoticeState.Received).Take(Most).CountAsync(cancel)
            + await db.Restrictions.Appealed().Take(Most).CountAsync(cancel));
}
