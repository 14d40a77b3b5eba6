using Gazetier.Features.Announcements.Mails;
using Gazetier.Features.Deliveries;
using Quartz;

namespace Gazetier.Features.Announcements;

/// <summary>Writes what is due to readers with kept searches, and posts it.</summary>
public class IssueAnnouncements(TellAnnouncements tell, PostDeliveries post, AnnouncementMails mails)
{
    public async Task<Posted> RunAsync(CancellationToken cancel)
    {
        await tell.RunAsync(cancel);
        return await post.RunAsync(AnnouncementLists.List, mails.ComposeAsync, progress: null, cancel);
    }
}

/// <summary>Each minute: readers' hours are in the newspaper's zone, and what a server put off is tried again.</summary>
[DisallowConcurrentExecution]
public class AnnouncementSchedule(IServiceScopeFactory scopes, IHostApplicationLifetime program) : IJob
{
    public const string Cron = "45 * * * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, program.ApplicationStopping);
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<IssueAnnouncements>().RunAsync(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The program stops: what waits in the ledger is posted after the next start.
        }
    }
}
