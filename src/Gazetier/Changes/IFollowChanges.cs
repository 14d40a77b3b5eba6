namespace Gazetier.Changes;

/// <summary>What a node does when something changed. Called in the order of the log, at least once, never concurrently.</summary>
public interface IFollowChanges
{
    Task FollowAsync(IReadOnlyList<Change> changes, CancellationToken cancel);
}
