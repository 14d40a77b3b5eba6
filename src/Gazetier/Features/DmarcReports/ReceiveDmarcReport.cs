using Gazetier.Data;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Gazetier.Features.DmarcReports;

/// <summary>Keeps a report about a domain of ours, once; those older than thirteen months go.</summary>
public class ReceiveDmarcReport(GazetierDb db, NewspaperOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    /// <returns>False: the message brings no report, or one of another's domain. What is known already is true.</returns>
    public async Task<bool> RunAsync(ReadOnlyMemory<byte> message, CancellationToken cancel)
    {
        if (ReadDmarcReport.Of(message) is not { } report || !IsOurs(report.Domain))
        {
            return false;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var isOfNow = report.Until > now - Kept && report.Until < now.AddDays(2);
        try
        {
            await db.InTransactionAsync(token => KeepAsync(report, isOfNow, now, token), cancel);
        }
        catch (DbUpdateException)
        {
            // The same at the same moment by another way.
            db.ChangeTracker.Clear();
        }

        return true;
    }

    private async Task KeepAsync(DmarcReport report, bool isOfNow, DateTime now, CancellationToken cancel)
    {
        await db.DmarcReports.Where(r => r.Until < now - Kept).ExecuteDeleteAsync(cancel);
        if (isOfNow && !await db.DmarcReports.AnyAsync(r => r.Reporter == report.Reporter && r.Number == report.Number && r.Domain == report.Domain, cancel))
        {
            db.DmarcReports.Add(report);
        }
    }

    /// <summary>The sender's domain, one above it, or one below.</summary>
    private bool IsOurs(string domain)
    {
        var ours = MailboxAddress.Parse(options.Mail.From).Domain.ToLowerInvariant();
        return domain.Contains('.', StringComparison.Ordinal)
            && (domain == ours || ours.EndsWith("." + domain, StringComparison.Ordinal) || domain.EndsWith("." + ours, StringComparison.Ordinal));
    }
}
