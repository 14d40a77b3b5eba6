using Gazetier.Data;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Suppressions;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Bounces;

/// <summary>What follows from a bounce, within the transaction that records it (E-04).</summary>
public class ActOnBounce(GazetierDb db, NewspaperOptions options, TellOperators tell, TimeProvider clock)
{
    /// <summary>A held domain is tried again after so long, whether somebody looked or not.</summary>
    public static readonly TimeSpan Held = TimeSpan.FromHours(6);

    /// <summary>The share of a domain's mails that must be refused: of a large one a single reader's filter is no block.</summary>
    private const double LeastShare = 0.01;

    private static readonly TimeSpan Looked = TimeSpan.FromHours(24);

    public async Task RunAsync(RecordedBounce bounce, CancellationToken cancel)
    {
        switch (bounce.Kind)
        {
            case BounceKind.Hard:
                await SuppressAsync(bounce, SuppressionReason.Unknown, cancel);
                break;
            case BounceKind.Soft when await IsUnreachableAsync(bounce, cancel):
                await SuppressAsync(bounce, SuppressionReason.Unreachable, cancel);
                break;
            case BounceKind.Policy:
                await HoldAsync(bounce, cancel);
                break;
        }
    }

    private Task SuppressAsync(RecordedBounce bounce, SuppressionReason reason, CancellationToken cancel) => db.SuppressAsync(
        new Suppression { Email = bounce.Email, Reason = reason, At = bounce.At, Evidence = Evidence(bounce), List = bounce.List }, cancel);

    /// <summary>So many editions in so many days did not arrive; what came before the reader asked to try again does not count.</summary>
    private async Task<bool> IsUnreachableAsync(RecordedBounce bounce, CancellationToken cancel)
    {
        var since = bounce.At.AddDays(-options.Mail.Bounces.SoftDays);
        var lifted = await db.Suppressions.Where(s => s.Email == bounce.Email).MaxAsync(s => s.LiftedAt, cancel);
        since = lifted > since ? lifted.Value : since;
        return await db.RecordedBounces.CountAsync(b => b.Email == bounce.Email && b.Kind == BounceKind.Soft && b.At > since, cancel) >= options.Mail.Bounces.SoftLimit;
    }

    private async Task HoldAsync(RecordedBounce bounce, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.PostingAlerts.Standing(now).AnyAsync(a => a.Kind == AlertKind.DomainHeld && a.Name == bounce.Domain, cancel))
        {
            return;
        }

        var (since, ending) = (now - Looked, "@" + bounce.Domain);
        var refused = await db.RecordedBounces.CountAsync(b => b.Kind == BounceKind.Policy && b.Domain == bounce.Domain && b.At >= since, cancel);
        var sent = await db.Deliveries.CountAsync(d => d.State == DeliveryState.Sent && d.NotBefore >= since && d.Email.EndsWith(ending), cancel);
        if (refused >= sent * LeastShare)
        {
            var alert = new PostingAlert { Kind = AlertKind.DomainHeld, Name = bounce.Domain, Since = now, Until = now + Held, Evidence = Evidence(bounce) };
            await tell.RunAsync(alert, cancel);
        }
    }

    private static string Evidence(RecordedBounce bounce) => bounce.Status.Length == 0 || bounce.Diagnostic.Contains(bounce.Status, StringComparison.Ordinal)
        ? bounce.Diagnostic
        : Words.OneLine($"{bounce.Status} {bounce.Diagnostic}");
}
