using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsletters;

/// <summary>
/// Changes an issue that has not left: its blocks and their order, and when it leaves. Whoever changes holds its row, so that it
/// cannot begin to leave in between; once it has, nothing is changed any more (E-06).
/// </summary>
public class WriteIssue(GazetierDb db, TimeProvider clock)
{
    /// <summary>Runs <paramref name="change"/> on an issue that has not left, in one transaction. False: it has, or there is none.</summary>
    public Task<bool> RunAsync(Guid issue, SignedIn by, Func<NewsletterIssue, CancellationToken, Task> change, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var name = by.DisplayName;
            if (await db.NewsletterIssues.Where(i => i.Id == issue && i.State != NewsletterIssueState.Posted)
                .ExecuteUpdateAsync(i => i.SetProperty(x => x.SavedAt, now).SetProperty(x => x.SavedByName, name), token) == 0)
            {
                return false;
            }

            var row = await db.NewsletterIssues.Include(i => i.Newsletter).Include(i => i.Blocks.OrderBy(b => b.Position)).FirstAsync(i => i.Id == issue, token);
            await change(row, token);
            return true;
        },
        cancel);

    /// <summary>Adds a block at the end; its id, or null where nothing can be added.</summary>
    public async Task<Guid?> AddAsync(Guid issue, NewsletterBlockKind kind, SignedIn by, CancellationToken cancel)
    {
        Guid? added = null;
        await RunAsync(
            issue,
            by,
            (row, _) =>
            {
                if (row.Blocks.Count < NewsletterIssue.MostBlocks)
                {
                    var block = new NewsletterBlock { IssueId = issue, Kind = kind, Position = row.Blocks.Select(b => b.Position).DefaultIfEmpty().Max() + 1 };
                    db.NewsletterBlocks.Add(block);
                    added = block.Id;
                }

                return Task.CompletedTask;
            },
            cancel);
        return added;
    }

    /// <summary>Moves a block up (-1) or down (1).</summary>
    public Task<bool> MoveAsync(Guid issue, Guid block, int by, SignedIn staff, CancellationToken cancel) => RunAsync(
        issue,
        staff,
        (row, _) =>
        {
            var blocks = row.Blocks.OrderBy(b => b.Position).ToList();
            var from = blocks.FindIndex(b => b.Id == block);
            var to = from + by;
            if (from >= 0 && to >= 0 && to < blocks.Count)
            {
                (blocks[from], blocks[to]) = (blocks[to], blocks[from]);
                foreach (var (position, one) in blocks.Index())
                {
                    one.Position = position + 1;
                }
            }

            return Task.CompletedTask;
        },
        cancel);

    public Task<bool> RemoveAsync(Guid issue, Guid block, SignedIn staff, CancellationToken cancel) => RunAsync(
        issue,
        staff,
        (row, _) =>
        {
            db.NewsletterBlocks.RemoveRange(row.Blocks.Where(b => b.Id == block));
            return Task.CompletedTask;
        },
        cancel);
}
