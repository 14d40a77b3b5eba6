using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Exams;

/// <summary>Keeps a path and its steps. A step that stays keeps its row, and readers what they learnt of it.</summary>
public class KeepPath(GazetierDb db, TimeProvider clock)
{
    /// <param name="path">Tracked, with its steps; or new.</param>
    public Task RunAsync(ExamPath path, IReadOnlyList<WrittenStep> steps, SignedIn staff, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var isNew = path.Slug.Length == 0;
            if (isNew)
            {
                var wanted = Slug.From(path.Title);
                path.Slug = await db.ExamPaths.AnyAsync(p => p.Slug == wanted, token) ? $"{wanted}-{path.Id.ToString("N")[^6..]}" : wanted;
                db.ExamPaths.Add(path);
            }

            path.ChangedAt = now;
            Arrange(path, steps);
            var what = isNew ? "path.created" : "path.changed";
            db.Append(now, what, ExamTags.All);
            db.Record(now, staff, what, detail: path.Title);
        },
        cancel);

    private void Arrange(ExamPath path, IReadOnlyList<WrittenStep> wanted)
    {
        var before = path.Steps.ToList();
        path.Steps.Clear();
        foreach (var (index, step) in wanted.Index())
        {
            var known = before.Find(s => s.ArticleId == step.ArticleId && s.QuizId == step.QuizId);
            if (known is not null)
            {
                before.Remove(known);
            }
            else
            {
                known = new PathStep { PathId = path.Id, ArticleId = step.ArticleId, QuizId = step.QuizId };
                db.PathSteps.Add(known);
            }

            known.Position = index + 1;
            path.Steps.Add(known);
        }

        db.PathSteps.RemoveRange(before);
    }
}
