using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Conversation.Moderation;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation;

/// <summary>What an author does to their own comment: corrects it for some minutes, or takes it back while it is there.</summary>
public class ChangeComment(GazetierDb db, GatherSubmission gather, AskOutside outside, TellPages pages, TimeProvider clock)
{
    /// <summary>The new text is judged as a new one is; what would be refused is not taken, and the comment stays as it was.</summary>
    /// <returns>What was found; null: it is too late.</returns>
    public async Task<Finding?> EditAsync(Guid id, string text, SignedIn who, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rules = await db.CommentRulesAsync(cancel);
        var comment = await db.Comments.FirstOrDefaultAsync(c => c.Id == id && c.AccountId == who.AccountId, cancel);
        if (comment?.MayBeChanged(rules.EditMinutes, now) != true)
        {
            return null;
        }

        var sent = new SentComment(comment.ArticleId, comment.ThreadId, comment.Name, comment.Function, text, false, "") { Changes = id };
        var submission = await gather.RunAsync(sent, rules, who, cancel);
        // That it was let through says that its person is not new.
        submission = submission with { PublishedBefore = submission.PublishedBefore + (comment.State == CommentState.Published ? 1 : 0) };
        var found = Pipeline.Judge(submission);
        found = submission.IsStaff || found.Outcome > Outcome.Waiting ? found : Pipeline.Worse(found, await outside.RunAsync(sent, submission, cancel));
        return found.Outcome > Outcome.Waiting ? found : await KeepAsync(comment, text, found, now, cancel);
    }

    /// <returns>Whether it was there to be taken back.</returns>
    public Task<bool> WithdrawAsync(Guid id, SignedIn who, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var own = await db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && c.AccountId == who.AccountId, token);
            if (own?.MayBeWithdrawn != true
                || await db.Comments.Where(c => c.Id == id && (c.State == CommentState.Published || c.State == CommentState.Waiting)).ExecuteUpdateAsync(
                    c => c.SetProperty(x => x.State, CommentState.Withdrawn).SetProperty(x => x.ClosedAt, now).SetProperty(x => x.FeaturedAt, (DateTime?)null).SetProperty(x => x.Version, x => x.Version + 1), token) == 0)
            {
                return false;
            }

            if (own.State == CommentState.Published)
            {
                await pages.ChangedAsync(own.ArticleId, atOnce: true, token);
            }

            return true;
        },
        cancel);

    private async Task<Finding?> KeepAsync(Comment comment, string text, Finding found, DateTime now, CancellationToken cancel)
    {
        var wasShown = comment.State == CommentState.Published;
        (comment.Text, comment.EditedAt) = (text, now);
        if (found.Outcome == Outcome.Waiting && wasShown)
        {
            (comment.State, comment.Reason) = (CommentState.Waiting, ModerationReason.Edited);
        }

        try
        {
            await db.InTransactionAsync(token => wasShown ? pages.ChangedAsync(comment.ArticleId, atOnce: true, token) : Task.CompletedTask, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A moderator was quicker.
            return null;
        }
        catch (DbUpdateException)
        {
            return new(Outcome.NotTaken, ModerationReason.SaidBefore);
        }

        return comment.State == CommentState.Published ? Finding.Published : new(Outcome.Waiting, comment.Reason);
    }
}
