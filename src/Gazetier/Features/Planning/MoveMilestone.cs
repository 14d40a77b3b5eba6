using System.Globalization;
using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Manuscripts;
using Gazetier.Features.Staff;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Planning;

/// <summary>Puts an article on another moment: for when it is due, or when it appears. What others moved meanwhile stays where they put it.</summary>
public class MoveMilestone(GazetierDb db, TimeProvider clock)
{
    /// <param name="seenAt">UTC; the moment that they saw it on.</param>
    /// <param name="toAt">UTC.</param>
    public async Task<MilestoneOutcome> RunAsync(long articleId, MilestoneKind kind, DateTime seenAt, DateTime toAt, SignedIn staff, CancellationToken cancel)
    {
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    var outcome = kind switch
                    {
                        MilestoneKind.Due when staff.Role?.May(StaffAct.ReadOver) == true => await MoveDueAsync(articleId, seenAt, toAt, staff, token),
                        MilestoneKind.Appears when staff.Role?.May(StaffAct.Publish) == true => await MoveAppearanceAsync(articleId, seenAt, toAt, staff, token),
                        _ => MilestoneOutcome.Forbidden,
                    };
                    if (outcome != MilestoneOutcome.Done)
                    {
                        db.ChangeTracker.Clear();
                    }

                    return outcome;
                },
                cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return MilestoneOutcome.Overtaken;
        }
    }

    private async Task<MilestoneOutcome> MoveDueAsync(long articleId, DateTime seenAt, DateTime toAt, SignedIn staff, CancellationToken cancel)
    {
        if (await db.Manuscripts.InProgress().FirstOrDefaultAsync(m => m.ArticleId == articleId, cancel) is not { DueAt: { } due } manuscript || due != seenAt)
        {
            return MilestoneOutcome.Overtaken;
        }

        manuscript.DueAt = toAt;
        db.Record(clock.GetUtcNow().UtcDateTime, staff, "article.due", articleId, toAt.ToString("u", CultureInfo.InvariantCulture));
        return MilestoneOutcome.Done;
    }

    private async Task<MilestoneOutcome> MoveAppearanceAsync(long articleId, DateTime seenAt, DateTime toAt, SignedIn staff, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var article = await db.Articles.ToPublish().FirstOrDefaultAsync(a => a.Id == articleId, cancel);
        if (article is not { Status: ArticleStatus.Published, PublishedAt: { } at } || at != seenAt || at <= now)
        {
            return MilestoneOutcome.Overtaken;
        }

        // As on the page of publishing: where it stands, and where its manuscript would put it.
        var section = await db.Manuscripts.Where(m => m.ArticleId == articleId).Select(m => (Guid?)m.MainSectionId).FirstOrDefaultAsync(cancel);
        if (!await db.MayPublishInAsync(staff, article.MainSectionId, cancel) || !await db.MayPublishInAsync(staff, section ?? article.MainSectionId, cancel))
        {
            return MilestoneOutcome.Forbidden;
        }

        if (toAt <= now)
        {
            return MilestoneOutcome.Past;
        }

        if (await db.Manuscripts.AnyAsync(m => m.ArticleId == articleId && m.EmbargoUntil > toAt, cancel))
        {
            return MilestoneOutcome.Embargoed;
        }

        article.PublishedAt = toAt;
        // Kept lists end when the next article appears in them: at another minute from now on.
        db.Append(now, "article.scheduled", ArticleTags.Of(article));
        db.Record(now, staff, "article.scheduled", articleId, toAt.ToString("u", CultureInfo.InvariantCulture));
        return MilestoneOutcome.Done;
    }
}

/// <summary>What became of it.</summary>
public enum MilestoneOutcome
{
    Done,

    /// <summary>It is not theirs to move, or not from here.</summary>
    Forbidden,

    /// <summary>Somebody moved it meanwhile, or it is out already.</summary>
    Overtaken,

    /// <summary>It cannot appear at a time that is over.</summary>
    Past,

    /// <summary>The embargo has not ended by then.</summary>
    Embargoed,
}
