using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Quizzes;

/// <summary>Keeps how a reader did in a quiz: the last time and the best, one row for each quiz.</summary>
public class RecordResult(GazetierDb db, TimeProvider clock)
{
    public async Task RunAsync(Guid account, Guid quiz, int score, int of, CancellationToken cancel)
    {
        if (await UpdateAsync(account, quiz, score, of, cancel))
        {
            return;
        }

        db.QuizResults.Add(new QuizResult { AccountId = account, QuizId = quiz, Last = score, Best = score, Of = of, Times = 1, At = clock.GetUtcNow().UtcDateTime });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // The same form, sent twice at once.
            db.ChangeTracker.Clear();
            await UpdateAsync(account, quiz, score, of, cancel);
        }
    }

    private async Task<bool> UpdateAsync(Guid account, Guid quiz, int score, int of, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.QuizResults.Where(r => r.AccountId == account && r.QuizId == quiz).ExecuteUpdateAsync(
            r => r.SetProperty(x => x.Best, x => x.Of != of || x.Best < score ? score : x.Best)
                .SetProperty(x => x.Last, score)
                .SetProperty(x => x.Of, of)
                .SetProperty(x => x.Times, x => x.Times + 1)
                .SetProperty(x => x.At, now),
            cancel) == 1;
    }
}
