namespace Gazetier.BrowserTests;

/// <summary>The machine's clock, which a walk sets forward in the place of waiting.</summary>
public sealed class AdvancedClock : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    /// <summary>Never back: what has already come stays.</summary>
    public void ForwardTo(DateTimeOffset moment) =>
        Interlocked.Add(ref _ahead, Math.Max(0, (moment - GetUtcNow()).Ticks));
}
