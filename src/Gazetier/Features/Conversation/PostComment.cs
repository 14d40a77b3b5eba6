using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Conversation.Moderation;
using Gazetier.Features.Conversation.Restrictions;
using Gazetier.Features.Conversation.Threads;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation;

/// <summary>
/// Takes a comment in: asks who may write, has it judged, keeps it with what was found, and tells the article's pages if readers see
/// it. What is doubtful waits; nothing that was taken is lost.
/// </summary>
public class PostComment(
    GazetierDb db, GatherSubmission gather, AskOutside outside, TellPages pages, WriteRestriction restrictions, FollowThreads follows, BadgeOfComment badges, TimeProvider clock)
{
    /// <param name="sent">As the form gave it, clean.</param>
    /// <param name="rights">What is open to them.</param>
    public async Task<PostedComment> RunAsync(SentComment sent, SignedIn who, Rights rights, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rules = await db.CommentRulesAsync(cancel);
        if (await db.OpeningAsync(rules, sent.ArticleId, cancel) is not { } opening || !opening.MayWrite(rights.ClassAt(now), now)
            || !await db.Articles.Published(now).AnyAsync(a => a.Id == sent.ArticleId, cancel))
        {
            return new(PostOutcome.Closed);
        }

        var standing = new Standing(await db.Restrictions.AsNoTracking().InForce(who.AccountId, now).ToListAsync(cancel));
        if (standing.Stop is { } stop)
        {
            return new(PostOutcome.Stopped) { Stop = stop };
        }

        var thread = await RootOfAsync(sent, cancel);
        if (sent.AnswersId is not null && thread is null)
        {
            return new(PostOutcome.NothingToAnswer);
        }

        var found = await JudgeAsync(sent, rules, who, opening, standing, cancel);
        return found.Outcome == Outcome.NotTaken ? new(PostOutcome.NotTaken) { Reason = found.Reason } : await KeepAsync(sent, who, thread, found, await badges.RunAsync(sent.ArticleId, who, rights, cancel), cancel);
    }

    /// <summary>The comment that began the thread that is answered, while readers see what is answered.</summary>
    private async Task<Guid?> RootOfAsync(SentComment sent, CancellationToken cancel) => await db.Comments.Shown()
        .Where(c => c.Id == sent.AnswersId && c.ArticleId == sent.ArticleId).Select(c => c.ThreadId ?? c.Id).FirstOrDefaultAsync(cancel) is var root && root != default ? root : null;

    private async Task<Finding> JudgeAsync(SentComment sent, CommentRules rules, SignedIn who, Opening opening, Standing standing, CancellationToken cancel)
    {
        var submission = await gather.RunAsync(sent, rules, who, cancel);
        submission = submission with { ReadsBefore = opening.ReadsBefore, IsPreModerated = standing.IsPreModerated };
        var found = Pipeline.Judge(submission);
        return submission.IsStaff || found.Outcome > Outcome.Waiting ? found : Pipeline.Worse(found, await outside.RunAsync(sent, submission, cancel));
    }

    private async Task<PostedComment> KeepAsync(SentComment sent, SignedIn who, Guid? thread, Finding found, CommentBadge badge, CancellationToken cancel)
    {
        await pages.PrepareAsync(sent.ArticleId, cancel);
        try
        {
            return await db.InTransactionAsync(token => WriteAsync(sent, who, thread, found, badge, token), cancel);
        }
        catch (DbUpdateException)
        {
            // The button was pressed twice: the unique index has the first.
            db.ChangeTracker.Clear();
            return await db.Comments.AnyAsync(c => c.AccountId == who.AccountId && c.ArticleId == sent.ArticleId && c.TextKey == TextKey.Of(sent.Text), cancel)
                ? new(PostOutcome.NotTaken) { Reason = ModerationReason.SaidBefore }
                : throw new InvalidOperationException("The comment could not be kept.");
        }
    }

    private async Task<PostedComment> WriteAsync(SentComment sent, SignedIn who, Guid? thread, Finding found, CommentBadge badge, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var comment = new Comment
        {
            ArticleId = sent.ArticleId,
            AccountId = who.AccountId,
            ThreadId = thread,
            Name = sent.Name,
            Function = sent.Function,
            Text = sent.Text,
            Badge = badge,
            PostedAt = now,
            State = found.Outcome switch { Outcome.Published => CommentState.Published, Outcome.Waiting => CommentState.Waiting, _ => CommentState.Refused },
            Reason = found.Reason,
            PublishedAt = found.Outcome == Outcome.Published ? now : null,
            FromAddress = sent.FromAddress,
        };
        db.Comments.Add(comment);
        await db.SaveChangesAsync(cancel);
        if (sent.WantsAnswers)
        {
            await follows.FollowInsideAsync(who.AccountId, comment.ArticleId, comment.Root, cancel);
        }

        if (comment.State == CommentState.Refused)
        {
            await restrictions.OfProgramAsync(comment, found.Reason, cancel);
        }
        else if (comment.State == CommentState.Published)
        {
            await pages.ChangedAsync(comment.ArticleId, atOnce: false, cancel);
        }

        return new(PostOutcome.Kept) { Comment = comment, Reason = found.Reason };
    }
}

/// <summary>What somebody sent, clean.</summary>
/// <param name="AnswersId">The comment that it answers; null: it begins a thread.</param>
/// <param name="WantsAnswers">Whoever answers is told of by mail.</param>
/// <param name="FromAddress">Of the network; see <see cref="Comment.FromAddress"/>.</param>
public sealed record SentComment(long ArticleId, Guid? AnswersId, string Name, string Function, string Text, bool WantsAnswers, string FromAddress)
{
    /// <summary>The comment that is changed, which does not repeat itself; null: it is new.</summary>
    public Guid? Changes { get; init; }
}

/// <summary>What became of it.</summary>
public sealed record PostedComment(PostOutcome Outcome)
{
    public Comment? Comment { get; init; }

    public ModerationReason Reason { get; init; }

    /// <summary>The measure that stops its person.</summary>
    public Restriction? Stop { get; init; }
}

public enum PostOutcome
{
    Kept,

    /// <summary>The form comes back; the reason says why.</summary>
    NotTaken,

    /// <summary>Nobody writes there now, or not this reader.</summary>
    Closed,
    Stopped,

    /// <summary>What it answers is gone.</summary>
    NothingToAnswer,
}
