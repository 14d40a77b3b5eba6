using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Exams;

/// <summary>What a reader says of the steps of a path: learnt, not yet, or forget all of it.</summary>
public class MarkProgress(GazetierDb db, TimeProvider clock)
{
    /// <param name="step">Of this path, and a sheet: a quiz is done by its result.</param>
    public async Task SetAsync(Guid account, Guid path, Guid step, bool isDone, CancellationToken cancel)
    {
        if (!await db.PathSteps.AnyAsync(s => s.Id == step && s.PathId == path && s.ArticleId != null, cancel))
        {
            return;
        }

        await db.InTransactionAsync(
            async token =>
            {
                var mine = db.StepsDone.Where(d => d.AccountId == account && d.StepId == step);
                if (!isDone)
                {
                    await mine.ExecuteDeleteAsync(token);
                }
                else if (await mine.ExecuteUpdateAsync(d => d.SetProperty(x => x.At, x => x.At), token) == 0)
                {
                    db.StepsDone.Add(new StepDone { AccountId = account, StepId = step, At = clock.GetUtcNow().UtcDateTime });
                }
            },
            cancel);
    }

    /// <summary>Forgets what a reader learnt on a path, the results of its quizzes too.</summary>
    public Task ForgetAsync(Guid account, Guid path, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            await db.StepsDone.Where(d => d.AccountId == account && db.PathSteps.Any(s => s.Id == d.StepId && s.PathId == path)).ExecuteDeleteAsync(token);
            await db.QuizResults.Where(r => r.AccountId == account && db.PathSteps.Any(s => s.QuizId == r.QuizId && s.PathId == path)).ExecuteDeleteAsync(token);
        },
        cancel);
}
