using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>One newspaper with the demonstration in it, for tests that only look.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    public LiveSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await LiveSite.OpenAsync();

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
