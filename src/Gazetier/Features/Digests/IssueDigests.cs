using Gazetier.Features.Deliveries;
using Gazetier.Features.Digests.Mails;

namespace Gazetier.Features.Digests;

/// <summary>Composes and posts the editions that are due; what the schedule and <c>gazetier issue digest</c> do.</summary>
public class IssueDigests(ComposeDigests compose, PostDeliveries post, EditionMails mails, TimeProvider clock)
{
    /// <param name="at">UTC; editions due until then, now when null.</param>
    /// <param name="isDryRun">Counts what would be composed; writes and posts nothing.</param>
    /// <param name="progress">Told after each batch.</param>
    public async Task<DigestReport> RunAsync(
        DateTime? at = null,
        bool isDryRun = false,
        IProgress<Posted>? progress = null,
        CancellationToken cancel = default)
    {
        var began = clock.GetTimestamp();
        var composed = await compose.RunAsync(at ?? clock.GetUtcNow().UtcDateTime, isDryRun, cancel);
        var composing = clock.GetElapsedTime(began);
        var posted = isDryRun ? default : await post.RunAsync(Digest.List, mails.ComposeAsync, progress, cancel);
        return new DigestReport(composed, posted, composing, clock.GetElapsedTime(began) - composing);
    }
}

/// <summary>How many, and how fast.</summary>
public sealed record DigestReport(Composed Composed, Posted Posted, TimeSpan Composing, TimeSpan Posting)
{
    /// <summary>Mails handed over a second; 0 when there were none.</summary>
    public double PerSecond => Posting > TimeSpan.Zero ? Posted.Sent / Posting.TotalSeconds : 0;
}
