using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Licensing;

/// <summary>What robots may do, as this node knows it: asked when one comes, read again when something changed.</summary>
public sealed class KnownPolicy(IServiceScopeFactory scopes) : IFollowChanges
{
    private readonly UntilChanged<RobotPolicy> _known = new(scopes, ReadAsync, new RobotPolicy(RobotLine.Usual, [], []));

    public ValueTask<RobotPolicy> GetAsync(CancellationToken cancel) => _known.GetAsync(cancel);

    public Task FollowAsync(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        if (changes.Any(change => change.Tags.Split(' ').Any(tag => tag is Masthead.Tag or ChangeLog.Everything)))
        {
            _known.Forget();
        }

        return Task.CompletedTask;
    }

    private static async Task<RobotPolicy> ReadAsync(GazetierDb db, CancellationToken cancel)
    {
        var sections = await db.Sections.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Name).ToListAsync(cancel);
        return await db.PolicyAsync(sections, cancel);
    }
}
