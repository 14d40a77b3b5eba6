using Gazetier.Features.Alerts.Mails;
using Gazetier.Features.Deliveries;

namespace Gazetier.Features.Alerts;

/// <summary>Matches what appeared, and posts the alerts whose hour has come.</summary>
public class IssueAlerts(MatchArticles match, PostDeliveries post, AlertMails mails)
{
    public async Task<Posted> RunAsync(CancellationToken cancel)
    {
        await match.RunAsync(cancel);
        return await post.RunAsync(Delivery.Alerts, mails.ComposeAsync, progress: null, cancel);
    }
}
