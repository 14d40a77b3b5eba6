using System.Net;
using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Gazetier.Features.Announcements;

/// <summary>
/// Asks a feed for its announcements: public addresses only (<see cref="Web.OutsideConnections"/>), so many bytes, so many seconds.
/// One node asks at a time. What is wrong with a feed is noted; what was good stays.
/// </summary>
public class ReadSource(GazetierDb db, IHttpClientFactory clients, ImportAnnouncements import, Masthead masthead, TimeProvider clock)
{
    /// <summary>Name of the client.</summary>
    public const string Client = "announcements";

    public const int LargestFeed = 2 * 1024 * 1024;

    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Between two that ask by hand.</summary>
    public static readonly TimeSpan ShortestGap = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Gap = TimeSpan.FromMinutes(55);

    /// <summary>All that were not asked for an hour.</summary>
    public async Task RunAllAsync(CancellationToken cancel)
    {
        foreach (var id in await db.AnnouncementSources.AsNoTracking().OrderBy(s => s.AskedAt).Select(s => s.Id).ToListAsync(cancel))
        {
            await RunAsync(id, Gap, cancel);
        }
    }

    /// <returns>False: it was asked a moment ago, or is gone.</returns>
    public async Task<bool> RunAsync(Guid id, TimeSpan gap, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var before = now - gap;
        if (await db.AnnouncementSources.Where(s => s.Id == id && (s.AskedAt == null || s.AskedAt <= before)).ExecuteUpdateAsync(s => s.SetProperty(x => x.AskedAt, now), cancel) == 0)
        {
            return false;
        }

        var source = await db.AnnouncementSources.AsNoTracking().FirstAsync(s => s.Id == id, cancel);
        var (outcome, status, content) = await AskAsync(source.Address, cancel);
        var lines = content is null ? null : AnnouncementEntries.Read(content, source, now, await masthead.ZoneAsync(cancel));
        if (content is not null && lines is null)
        {
            outcome = SourceOutcome.NotAFeed;
        }

        if (lines is null)
        {
            await db.AnnouncementSources.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Outcome, outcome).SetProperty(x => x.Status, status), cancel);
            return true;
        }

        var done = await import.RunAsync(Announcement.OfSource(id), lines, staff: null, cancel);
        var left = lines.Count(line => !line.IsGood);
        await db.AnnouncementSources.Where(s => s.Id == id).ExecuteUpdateAsync(
            s => s.SetProperty(x => x.Outcome, SourceOutcome.Read).SetProperty(x => x.ReadAt, now).SetProperty(x => x.Added, done.Added).SetProperty(x => x.Changed, done.Changed).SetProperty(x => x.Left, left),
            cancel);
        return true;
    }

    private async Task<(SourceOutcome Outcome, int Status, byte[]? Content)> AskAsync(string address, CancellationToken cancel)
    {
        try
        {
            using var client = clients.CreateClient(Client);
            using var answer = await client.GetAsync(new Uri(address), cancel);
            return answer.StatusCode == HttpStatusCode.OK
                ? (SourceOutcome.Read, 0, await answer.Content.ReadAsByteArrayAsync(cancel))
                : (SourceOutcome.Refused, (int)answer.StatusCode, null);
        }
        catch (HttpRequestException error) when (error.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return (SourceOutcome.TooLarge, 0, null);
        }
        catch (HttpRequestException error) when (error.InnerException is HttpRequestException)
        {
            // Our own connections refused it.
            return (SourceOutcome.Forbidden, 0, null);
        }
        catch (Exception error) when (!cancel.IsCancellationRequested && error is HttpRequestException or OperationCanceledException or IOException or InvalidOperationException or NotSupportedException or UriFormatException)
        {
            return (SourceOutcome.Silent, 0, null);
        }
    }
}

/// <summary>Each hour.</summary>
[DisallowConcurrentExecution]
public class SourceSchedule(IServiceScopeFactory scopes) : IJob
{
    public const string Cron = "10 7 * * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReadSource>().RunAllAsync(cancellationToken);
    }
}
