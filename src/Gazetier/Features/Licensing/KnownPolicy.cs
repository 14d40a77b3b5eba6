using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Licensing;

/// <summary>What robots may do, as this node knows it: asked when one comes, read again when something changed.</summary>
public sealed class KnownPolicy(IServiceScopeFactory scopes) : IFollowChanges
{
    private RobotPolicy? _known;
    private long _changes;

    /// <summary>While the database is away: what was known last; before that, null.</summary>
    private RobotPolicy? _last;

    public ValueTask<RobotPolicy> GetAsync(CancellationToken cancel) => _known is { } known ? ValueTask.FromResult(known) : ReadAsync(cancel);

    public Task FollowAsync(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        if (changes.Any(change => change.Tags.Split(' ').Any(tag => tag is Masthead.Tag or ChangeLog.Everything)))
        {
            Interlocked.Increment(ref _changes);
            _known = null;
        }

        return Task.CompletedTask;
    }

    private async ValueTask<RobotPolicy> ReadAsync(CancellationToken cancel)
    {
        var begun = Interlocked.Read(ref _changes);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<GazetierDb>();
            var sections = await db.Sections.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Name).ToListAsync(cancel);
            _last = await db.PolicyAsync(sections, cancel);
            // What changed meanwhile is read again.
            _known = begun == Interlocked.Read(ref _changes) ? _last : null;
            return _last;
        }
        catch (Exception error) when (DatabaseAway.IsCauseOf(error))
        {
            return _last ?? new RobotPolicy(RobotLine.Usual, [], []);
        }
    }
}
