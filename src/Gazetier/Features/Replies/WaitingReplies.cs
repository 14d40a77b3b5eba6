using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Replies;

/// <summary>How many requests wait for a decision, for the head of the newsroom's pages.</summary>
public class WaitingReplies(GazetierDb db)
{
    /// <summary>Address of the inbox.</summary>
    public const string Inbox = "/redaction/droits-de-reponse";

    public Task<int> CountAsync(CancellationToken cancel) => db.ReplyRequests.Open().CountAsync(cancel);
}
