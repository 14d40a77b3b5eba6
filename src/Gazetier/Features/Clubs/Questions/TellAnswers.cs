using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Clubs.Mails;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Gazetier.Features.Clubs.Questions;

/// <summary>Tells who asked that their answer has appeared: once, whichever node sees it first.</summary>
public class TellAnswers(GazetierDb db, TimeProvider clock)
{
    private const int Batch = 100;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var appeared = await db.ClubQuestions
            .Where(q => q.State == QuestionState.InHand && q.Article!.Status == ArticleStatus.Published && q.Article.PublishedAt <= now)
            .OrderBy(q => q.AskedAt).Select(q => q.Id).Take(Batch).ToListAsync(cancel);
        foreach (var id in appeared)
        {
            await db.InTransactionAsync(
                async token =>
                {
                    var isOurs = await db.ClubQuestions.Where(q => q.Id == id && q.State == QuestionState.InHand)
                        .ExecuteUpdateAsync(q => q.SetProperty(x => x.State, QuestionState.Answered).SetProperty(x => x.EndedAt, now), token) == 1;
                    if (isOurs)
                    {
                        await db.OweToAskerAsync(id, QuestionLetters.Answered, now, token);
                    }
                },
                cancel);
        }
    }
}

/// <summary>Each minute.</summary>
public class AnswerSchedule(IServiceScopeFactory scopes) : IJob
{
    public const string Cron = "40 * * * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TellAnswers>().RunAsync(cancellationToken);
    }
}
