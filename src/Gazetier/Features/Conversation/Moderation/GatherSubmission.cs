using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation.Moderation;

/// <summary>Finds what the phases judge: what is known of the person, and what comes at the same time.</summary>
public class GatherSubmission(GazetierDb db, ConversationPace pace, TimeProvider clock)
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    public async Task<Submission> RunAsync(SentComment sent, CommentRules rules, SignedIn who, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var submission = new Submission(sent.Text, rules) { Name = sent.Name, Function = sent.Function, IsStaff = who.EntersNewsroom(now) };
        // What is not taken for its length costs no query, and does not count.
        if (new JudgeLength().Judge(submission) is not null)
        {
            return submission;
        }

        var (lately, hour, key) = (now - Lately, now.AddHours(-1), TextKey.Of(sent.Text));
        var own = db.Comments.AsNoTracking().Where(c => c.AccountId == who.AccountId && c.Id != sent.Changes);
        var states = await own.Where(c => c.State == CommentState.Published || c.State == CommentState.Waiting || c.PostedAt > lately)
            .GroupBy(c => c.State).Select(same => new { State = same.Key, Count = same.Count() }).ToDictionaryAsync(same => same.State, same => same.Count, cancel);
        var (ofPerson, ofArticle, ofSite) = pace.Add(who.AccountId, sent.ArticleId);
        return submission with
        {
            PublishedBefore = states.GetValueOrDefault(CommentState.Published),
            RefusedLately = states.GetValueOrDefault(CommentState.Refused) + states.GetValueOrDefault(CommentState.Removed),
            WaitingOfPerson = states.GetValueOrDefault(CommentState.Waiting),
            SaidBefore = await own.AnyAsync(c => c.ArticleId == sent.ArticleId && c.TextKey == key && c.State != CommentState.Withdrawn, cancel),
            SaidByOthers = await db.Comments.Where(c => c.TextKey == key && c.PostedAt > hour && c.AccountId != who.AccountId).Take(JudgeRepeat.Others).CountAsync(cancel),
            RecentOfPerson = ofPerson,
            RecentOfArticle = ofArticle,
            RecentOfSite = ofSite,
        };
    }
}
