using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Audit;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Replies;

/// <summary>Mends the typography of a published reply. Its words stay: what says something else is refused.</summary>
public class TypesetReply(GazetierDb db, TimeProvider clock)
{
    /// <returns>False where the words would not be the same, or there is no such reply.</returns>
    public Task<bool> RunAsync(Guid replyId, string text, SignedIn staff, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await db.Replies.FirstOrDefaultAsync(r => r.Id == replyId, token) is not { } reply || !ReplyWording.IsSame(reply.Text, text))
            {
                db.ChangeTracker.Clear();
                return false;
            }

            reply.Text = text;
            db.Append(now, "reply.typeset", [ArticleTags.Front, ArticleTags.Article(reply.ArticleId)]);
            db.Record(now, staff, "reply.typeset", reply.ArticleId, reply.Name);
            return true;
        },
        cancel);
}
