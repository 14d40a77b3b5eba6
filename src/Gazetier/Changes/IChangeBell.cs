namespace Gazetier.Changes;

/// <summary>Wakes the follower when the log has grown. A ring may be missed: the follower looks by itself each second.</summary>
public interface IChangeBell
{
    /// <summary>Returns at a ring, or after <paramref name="atMost"/>.</summary>
    Task WaitAsync(TimeSpan atMost, CancellationToken cancel);
}
