namespace Gazetier.Data;

/// <summary>A clock that runs on from a given time, for tests and demonstrations (<c>Gazetier__Clock</c>).</summary>
public class StartedClock(DateTimeOffset start) : TimeProvider
{
    private readonly long _began = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(_began);
}
