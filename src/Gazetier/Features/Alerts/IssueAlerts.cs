using Gazetier.Features.Alerts.Mails;
using Gazetier.Features.Deliveries;

namespace Gazetier.Features.Alerts;

/// <summary>Matches what appeared, and posts the alerts whose hour has come.</summary>
public class IssueAlerts(MatchArticles match, TellTextChanges tell, PostDeliveries post, AlertMails mails, TextChangeMails changes)
{
    public async Task<Posted> RunAsync(CancellationToken cancel)
    {
        await match.RunAsync(cancel);
        await tell.RunAsync(cancel);
        // What tells of no article tells of a legal text.
        return await post.RunAsync(
            Delivery.Alerts,
            (batch, token) => batch[0].Articles.Length == 0 ? changes.ComposeAsync(batch, token) : mails.ComposeAsync(batch, token),
            progress: null,
            cancel);
    }
}
