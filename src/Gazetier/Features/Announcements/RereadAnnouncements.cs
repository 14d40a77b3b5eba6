using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Announcements;

/// <summary>
/// Once after the start of a node that works: words of announcements that were kept when a number with "n°" was another term than without it
/// ("n467890", now "467890") are read again. Done as often as one likes, by several nodes at a time, it comes to the same.
/// </summary>
public sealed partial class RereadAnnouncements(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RereadAnnouncements> log) : BackgroundService
{
    /// <summary>After the start, so that nothing waits for it; and until it is tried again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    /// <returns>Announcements that changed.</returns>
    public static async Task<int> RunAsync(GazetierDb db, CancellationToken cancel)
    {
        var changed = 0;
        foreach (var digit in "0123456789")
        {
            var old = " n" + digit;
            foreach (var announcement in await db.Announcements.AsNoTracking().Where(a => a.Terms.Contains(old)).ToListAsync(cancel))
            {
                var before = announcement.Terms;
                announcement.Index();
                changed += announcement.Terms == before ? 0 : await db.Announcements.Where(a => a.Id == announcement.Id && a.Version == announcement.Version)
                    .ExecuteUpdateAsync(a => a.SetProperty(x => x.Terms, announcement.Terms), cancel);
            }
        }

        return changed;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var isDone = false; !isDone;)
        {
            await Task.Delay(Patience, clock, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await RunAsync(scope.ServiceProvider.GetRequiredService<GazetierDb>(), stoppingToken);
                isDone = true;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                CouldNotRead(log, error);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Announcements could not be read again; trying again")]
    private static partial void CouldNotRead(ILogger log, Exception error);
}
