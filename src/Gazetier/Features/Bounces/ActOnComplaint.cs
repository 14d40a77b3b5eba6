using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Deliveries;
using Gazetier.Features.MailingLists;
using Gazetier.Features.Suppressions;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Bounces;

/// <summary>
/// What follows from a complaint, within the transaction that records it (E-05): its reader leaves all lists, nothing is sent
/// there any more, and a list of which too many complain is stopped.
/// </summary>
public class ActOnComplaint(GazetierDb db, ListsOfReader lists, TellOperators tell, TimeProvider clock)
{
    public async Task RunAsync(RecordedBounce complaint, Guid? account, CancellationToken cancel)
    {
        if (account is { } reader)
        {
            await lists.LeaveAllInsideAsync(reader, ConsentWords.Complaint(complaint.At), cancel);
        }

        await db.SuppressAsync(
            new Suppression { Email = complaint.Email, Reason = SuppressionReason.Complaint, At = complaint.At, Evidence = complaint.Diagnostic, List = complaint.List }, cancel);
        await JudgeAsync(complaint.List, cancel);
    }

    private async Task JudgeAsync(string list, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now - ComplaintRate.Looked;
        // What was said before somebody let the list go on was looked at then.
        var ended = await db.PostingAlerts.Where(a => a.Kind == AlertKind.ListStopped && a.Name == list).MaxAsync(a => a.EndedAt, cancel);
        since = ended > since ? ended.Value : since;
        var complaints = await db.RecordedBounces.CountAsync(b => b.Kind == BounceKind.Complaint && b.List == list && b.At >= since, cancel);
        var sent = await db.Deliveries.CountAsync(d => d.State == DeliveryState.Sent && d.NotBefore >= since && d.Issue.List == list, cancel);
        var rate = new ComplaintRate(complaints, sent);
        if (rate.Kind is { } kind && !await db.PostingAlerts.Standing(now).AnyAsync(a => a.Kind == kind && a.Name == list, cancel))
        {
            var evidence = string.Create(CultureInfo.InvariantCulture, $"{complaints}/{sent}");
            await tell.RunAsync(new PostingAlert { Kind = kind, Name = list, Since = now, Until = kind == AlertKind.ListWarned ? now + ComplaintRate.Looked : null, Evidence = evidence }, cancel);
        }
    }
}
