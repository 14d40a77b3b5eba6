using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Clubs.Mails;
using Gazetier.Features.Manuscripts;
using Gazetier.Features.Products;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Clubs.Questions;

/// <summary>What the newsroom does with a question: it begins the article that answers it, or declines it and says why.</summary>
public class AnswerQuestion(GazetierDb db, BeginManuscript begin, TimeProvider clock)
{
    /// <param name="expert">An author who signs the answer; null: nobody yet.</param>
    /// <returns>The number of the article in which the answer is written, be it one that somebody else began; null where it was declined.</returns>
    public Task<long?> BeginAsync(ClubQuestion question, Guid? expert, SignedIn staff, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            // A draft that was thrown away may be begun again.
            var isOurs = await db.ClubQuestions
                .Where(q => q.Id == question.Id && q.ArticleId == null && (q.State == QuestionState.Waiting || q.State == QuestionState.InHand))
                .ExecuteUpdateAsync(q => q.SetProperty(x => x.State, QuestionState.InHand), token) == 1;
            if (!isOurs)
            {
                return await db.ClubQuestions.Where(q => q.Id == question.Id).Select(q => q.ArticleId).SingleAsync(token);
            }

            var now = clock.GetUtcNow().UtcDateTime;
            var content = ContentOf(question, expert);
            var article = (await begin.AddAsync(content, new Order(staff.AccountId, null, null, question.Text, null), staff.AccountId, now, token)).ArticleId;
            db.Record(now, staff, "article.created", article, content.Headline);
            await db.ClubQuestions.Where(q => q.Id == question.Id).ExecuteUpdateAsync(q => q.SetProperty(x => x.ArticleId, article), token);
            return (long?)article;
        },
        cancel);

    /// <returns>False where it is in hand or ended already.</returns>
    public Task<bool> DeclineAsync(ClubQuestion question, string reason, SignedIn staff, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var isOurs = await db.ClubQuestions.Where(q => q.Id == question.Id && q.State == QuestionState.Waiting)
                .ExecuteUpdateAsync(q => q.SetProperty(x => x.State, QuestionState.Declined).SetProperty(x => x.Reason, reason).SetProperty(x => x.EndedAt, now), token) == 1;
            if (isOurs)
            {
                db.Record(now, staff, "club.question-declined", null, question.Subject);
                await db.OweToAskerAsync(question.Id, QuestionLetters.Declined, now, token);
            }

            return isOurs;
        },
        cancel);

    /// <summary>The question as its members put it, for the expert to write under.</summary>
    private static Content ContentOf(ClubQuestion question, Guid? expert) => new()
    {
        Format = Format.HowTo,
        Kicker = question.Club.Section.Name,
        Headline = question.Subject,
        Body = Body.Sanitise("<blockquote>" + string.Concat(question.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => $"<p>{System.Net.WebUtility.HtmlEncode(line)}</p>")) + "</blockquote>"),
        Access = question.Club.ProductNumber is null ? Requirement.Registration : Requirement.Subscription,
        Products = question.Club.ProductNumber is { } number ? Content.NumbersOf(ProductSet.Of(number)) : null,
        MainSection = question.ClubId,
        Authors = expert is { } author ? [author] : [],
    };
}

internal static class AskerMails
{
    /// <summary>Owes a letter to whoever asked, if they still have an account with an address.</summary>
    public static async Task OweToAskerAsync(this GazetierDb db, Guid question, string kind, DateTime now, CancellationToken cancel)
    {
        var asker = await db.ClubQuestions.Where(q => q.Id == question).Join(db.Accounts, q => q.AccountId, a => a.Id, (q, a) => new { a.Email, a.Language }).FirstOrDefaultAsync(cancel);
        if (asker?.Email is { } email)
        {
            db.Owe(now, kind, email, new QuestionMail(question, asker.Language));
        }
    }
}
