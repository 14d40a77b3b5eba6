using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Manuscripts;

/// <summary>
/// Keeps what somebody wrote. Where another was saved since they began, it is kept beside: nothing is lost and nothing is
/// overwritten unseen (docs/decisions/0012).
/// </summary>
public class SaveManuscript(GazetierDb db, TimeProvider clock)
{
    private const int Attempts = 5;

    /// <param name="began">What they had before them when they began.</param>
    /// <returns>Null where there is no such article, or they may not write on it.</returns>
    public async Task<SaveOutcome?> RunAsync(
        long articleId, StartingPoint began, Content content, SignedIn staff, int? restoredFrom = null, CancellationToken cancel = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await db.InTransactionAsync(token => SaveAsync(articleId, began, content, staff, restoredFrom, token), cancel);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Another node saved at the same moment: what it saved is now the newest.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<SaveOutcome?> SaveAsync(
        long articleId, StartingPoint began, Content content, SignedIn staff, int? restoredFrom, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.OpenManuscriptAsync(articleId, now, cancel) is not { } manuscript || staff.Role is not { } role || !manuscript.MayWrite(staff.AccountId, role))
        {
            db.ChangeTracker.Clear();
            return null;
        }

        var newest = await NewestAsync(manuscript, cancel);
        var json = content.ToJson();
        if (json == newest.Json)
        {
            return new SaveOutcome(manuscript.Newest, newest.SavedAt, manuscript.Stage, null);
        }

        if (!began.Is(newest))
        {
            return await KeepAsideAsync(manuscript, began.Number, content, json, staff, now, cancel);
        }

        var revision = restoredFrom is null && !began.IsAnew && newest.Grows(staff.AccountId, now) ? newest : Begin(manuscript, staff, now);
        revision.Kind = restoredFrom is null ? RevisionKind.Saved : RevisionKind.Restored;
        revision.From = restoredFrom;
        revision.Json = json;
        revision.Words = content.Words;
        revision.SavedAt = now;
        manuscript.Newest = revision.Number;
        manuscript.WriterId = manuscript.IsFree ? staff.AccountId : manuscript.WriterId;
        manuscript.Stage = manuscript.Stage.OnSave();
        manuscript.Headline = content.Headline;
        manuscript.MainSectionId = content.MainSection;
        manuscript.Words = content.Words;
        manuscript.SavedAt = now;
        manuscript.SavedById = staff.AccountId;
        return new SaveOutcome(revision.Number, now, manuscript.Stage, null);
    }

    private async Task<Revision> NewestAsync(Manuscript manuscript, CancellationToken cancel) =>
        await db.Revisions.FindAsync([manuscript.ArticleId, manuscript.Newest], cancel)
        ?? throw new InvalidOperationException($"Revision {manuscript.Newest} of article {manuscript.ArticleId} is gone.");

    /// <summary>
    /// One person's asides from the same revision grow, too: a tab that keeps on writing does not fill the table. But not once the other
    /// saved again: they may have taken that text meanwhile and begun from it, and what is aside is not what they write now.
    /// </summary>
    private async Task<SaveOutcome> KeepAsideAsync(
        Manuscript manuscript, int began, Content content, string json, SignedIn staff, DateTime now, CancellationToken cancel)
    {
        var newest = await db.Revisions.AsNoTracking().Include(r => r.By)
            .FirstAsync(r => r.ArticleId == manuscript.ArticleId && r.Number == manuscript.Newest, cancel);
        var aside = await db.Revisions.FirstOrDefaultAsync(
            r => r.ArticleId == manuscript.ArticleId && r.Kind == RevisionKind.Aside && r.From == began && r.ById == staff.AccountId && r.Number > manuscript.Newest && r.SavedAt >= newest.SavedAt, cancel)
            ?? Begin(manuscript, staff, now);
        aside.Kind = RevisionKind.Aside;
        aside.From = began;
        aside.Json = json;
        aside.Words = content.Words;
        aside.SavedAt = now;
        return new SaveOutcome(manuscript.Newest, newest.SavedAt, manuscript.Stage, new Overtaken(newest.By?.DisplayName, aside.Number, newest.ById == staff.AccountId));
    }

    private Revision Begin(Manuscript manuscript, SignedIn staff, DateTime now)
    {
        manuscript.LastNumber++;
        var revision = new Revision { ArticleId = manuscript.ArticleId, Number = manuscript.LastNumber, BeganAt = now, ById = staff.AccountId, Json = "" };
        db.Revisions.Add(revision);
        return revision;
    }
}

/// <summary>What became of a save.</summary>
/// <param name="Newest">Number of the revision that is now the newest.</param>
/// <param name="SavedAt">UTC; when that one was saved.</param>
/// <param name="Stage">Where the article stands now: a save may begin the work.</param>
/// <param name="Overtaken">Null where what was sent is the newest.</param>
public sealed record SaveOutcome(int Newest, DateTime SavedAt, Stage Stage, Overtaken? Overtaken)
{
    /// <summary>What the next save begins from: goes on with what was sent, or takes the place of what another saved, which stays.</summary>
    public StartingPoint Next => StartingPoint.Of(Newest, SavedAt) with { IsAnew = Overtaken is not null };
}

/// <summary>Another was saved first.</summary>
/// <param name="By">Who saved it; null where the account is gone.</param>
/// <param name="Aside">Number of the revision that what was sent is kept as.</param>
/// <param name="IsOwn">Saved by the same person, on another device.</param>
public sealed record Overtaken(string? By, int Aside, bool IsOwn);
