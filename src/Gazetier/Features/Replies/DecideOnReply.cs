using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Replies.Mails;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Replies;

/// <summary>
/// What the newsroom makes of a request: it publishes the reply, word for word; refuses it, with the reason; or asks back. The
/// requester is told by letter, and the record who did it. Of two who decide at the same moment one does.
/// </summary>
public class DecideOnReply(GazetierDb db, TimeProvider clock)
{
    private const int Attempts = 5;

    /// <param name="words">The reason, or the question; nothing for a publication.</param>
    public async Task<ReplyOutcome> RunAsync(Guid requestId, ReplyDecision decision, string words, SignedIn staff, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await db.InTransactionAsync(token => DecideAsync(requestId, decision, words, staff, token), cancel);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // Another node published the article anew at the same moment: the reply goes under what is now out.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<ReplyOutcome> DecideAsync(Guid requestId, ReplyDecision decision, string words, SignedIn staff, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.ReplyRequests.AsNoTracking().FirstOrDefaultAsync(r => r.Id == requestId, cancel) is not { IsOpen: true } request)
        {
            return ReplyOutcome.Decided;
        }

        if (decision == ReplyDecision.Publish && !await db.Articles.Published(now).AnyAsync(a => a.Id == request.ArticleId, cancel))
        {
            return ReplyOutcome.NotOnline;
        }

        // Before anything else is written: of two, the second writes nothing.
        if (!await ClaimAsync(request, decision, words, now, cancel))
        {
            return ReplyOutcome.Decided;
        }

        if (decision == ReplyDecision.Publish)
        {
            await ShowAsync(request, now, cancel);
        }

        var (what, mail) = decision switch
        {
            ReplyDecision.Publish => ("reply.published", ReplyMails.Published),
            ReplyDecision.Refuse => ("reply.refused", ReplyMails.Refused),
            _ => ("reply.asked-back", ReplyMails.AskedBack),
        };
        db.Record(now, staff, what, request.ArticleId, words.Length == 0 ? request.Number : $"{request.Number} : {words}");
        db.Owe(now, mail, request.Email, new ReplyMail(request.Id, request.Language));
        return ReplyOutcome.Done;
    }

    private async Task<bool> ClaimAsync(ReplyRequest request, ReplyDecision decision, string words, DateTime now, CancellationToken cancel)
    {
        var (state, decidedAt) = decision switch
        {
            ReplyDecision.Publish => (ReplyState.Published, now),
            ReplyDecision.Refuse => (ReplyState.Refused, now),
            _ => (ReplyState.AskedBack, (DateTime?)null),
        };
        return await db.ReplyRequests.Open().Where(r => r.Id == request.Id).ExecuteUpdateAsync(
            r => r.SetProperty(x => x.State, state).SetProperty(x => x.DecidedAt, decidedAt).SetProperty(x => x.Answer, words), cancel) == 1;
    }

    /// <summary>Puts it under the article, which says so as it says a correction: under its headline, in feeds and in sitemaps (L-30, L-31).</summary>
    private async Task ShowAsync(ReplyRequest request, DateTime now, CancellationToken cancel)
    {
        var article = await db.Articles.AsSplitQuery().Whole().FirstAsync(a => a.Id == request.ArticleId, cancel);
        var reply = new Reply { ArticleId = article.Id, Name = request.Name, Function = request.Function, Text = request.Text, PublishedAt = now };
        db.Replies.Add(reply);
        // The newspaper's own words are French, whoever publishes.
        db.Corrections.AddRange(article.Correct(now, $"Droit de réponse : {reply.Name}."));
        db.Append(now, "reply.published", ArticleTags.Of(article));
        // The row must be there before the request names it.
        await db.SaveChangesAsync(cancel);
        await db.ReplyRequests.Where(r => r.Id == request.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.ReplyId, reply.Id), cancel);
    }
}

/// <summary>What the newsroom does with a request.</summary>
public enum ReplyDecision
{
    Publish,
    Refuse,
    AskBack,
}

/// <summary>What became of it.</summary>
public enum ReplyOutcome
{
    Done,

    /// <summary>Somebody decided before, or there is no such request.</summary>
    Decided,

    /// <summary>The article was withdrawn: there is nothing to publish the reply with.</summary>
    NotOnline,
}
