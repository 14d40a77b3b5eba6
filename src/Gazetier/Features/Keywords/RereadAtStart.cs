using Gazetier.Data;

namespace Gazetier.Features.Keywords;

/// <summary><see cref="RereadKeywords"/>, after the start.</summary>
public sealed class RereadAtStart(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RereadAtStart> log) : AfterStart(scopes, clock, log)
{
    protected override Task RunAsync(IServiceProvider services, CancellationToken cancel) => services.GetRequiredService<RereadKeywords>().RunAsync(cancel);
}
