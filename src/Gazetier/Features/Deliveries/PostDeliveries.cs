using System.Collections.Concurrent;
using System.Data.Common;
using Gazetier.Data;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Deliveries;

/// <summary>Composes the mails of a batch. A delivery without a mail is owed to nobody any more and is dropped.</summary>
public delegate Task<IReadOnlyDictionary<Guid, Email>> ComposeMails(IReadOnlyList<Delivery> batch, CancellationToken cancel);

/// <summary>
/// Posts what waits in the ledger: takes a batch, has its mails composed, hands them over on all connections at once, and
/// closes each row with the server's answer. Any number of nodes may do it at the same time.
/// </summary>
public partial class PostDeliveries(IServiceScopeFactory scopes, IMailTransport transport, NewspaperOptions options, TimeProvider clock, ILogger<PostDeliveries> log)
{
    /// <summary>Accepted mails whose rows are closed together; until then they are in flight, which is safe.</summary>
    private const int ClosedTogether = 20;

    private static readonly TimeSpan LongestUnwritten = TimeSpan.FromSeconds(20);

    /// <summary>Posts all that is due on a list, and says what became of it. Ends early when no server can be reached.</summary>
    public async Task<Posted> RunAsync(string list, ComposeMails compose, IProgress<Posted>? progress, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var ledger = scope.ServiceProvider.GetRequiredService<Ledger>();
        var tally = new Tally();
        tally.Add(new Posted(Presumed: await ledger.SettleAsync(cancel)));
        while (!tally.IsUnreachable && !cancel.IsCancellationRequested && await ledger.ClaimAsync(list, cancel) is { } claim)
        {
            try
            {
                await PostAsync(claim, await compose(claim.Deliveries, cancel), ledger, tally, cancel);
            }
            finally
            {
                // Also when composing failed: the rows must not wait for their lease to end.
                await ledger.ReleaseAsync(claim.Id, CancellationToken.None);
            }

            progress?.Report(tally.Sum);
        }

        return tally.Sum;
    }

    private async Task PostAsync(Claim claim, IReadOnlyDictionary<Guid, Email> mails, Ledger ledger, Tally tally, CancellationToken cancel)
    {
        var dropped = claim.Deliveries.Where(d => !mails.ContainsKey(d.Id)).Select(d => new Closing(d, DeliveryState.Dropped, null)).ToList();
        await ledger.CloseAsync(claim.Id, dropped, cancel);
        tally.Add(new Posted(Dropped: dropped.Count));

        var letters = new ConcurrentQueue<Delivery>(claim.Deliveries.Where(d => mails.ContainsKey(d.Id)));
        var senders = Math.Min(options.Mail.Connections, letters.Count);
        await Task.WhenAll(Enumerable.Range(0, senders).Select(_ => Task.Run(() => SendAsync(letters, mails, claim, tally, cancel), CancellationToken.None)));
    }

    private async Task SendAsync(ConcurrentQueue<Delivery> letters, IReadOnlyDictionary<Guid, Email> mails, Claim claim, Tally tally, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var ledger = scope.ServiceProvider.GetRequiredService<Ledger>();
        var closings = new List<Closing>();
        var written = clock.GetUtcNow();
        while (!cancel.IsCancellationRequested && !tally.IsUnreachable && clock.GetUtcNow().UtcDateTime < claim.Until && letters.TryDequeue(out var delivery))
        {
            if (await HandOverAsync(delivery, mails[delivery.Id], claim, ledger) is not { } handover)
            {
                continue;
            }

            closings.Add(Close(delivery, handover, tally));
            // "No" is written at once: if the node died with it, the row in flight would count as sent.
            if (handover.Result != HandoverResult.Accepted || closings.Count >= ClosedTogether || clock.GetUtcNow() - written > LongestUnwritten)
            {
                await ledger.CloseAsync(claim.Id, closings, CancellationToken.None);
                closings.Clear();
                written = clock.GetUtcNow();
            }
        }

        await ledger.CloseAsync(claim.Id, closings, CancellationToken.None);
    }

    /// <summary>Null: another node has it by now. What is being handed over is finished, even when the program stops.</summary>
    private async Task<Handover?> HandOverAsync(Delivery delivery, Email mail, Claim claim, Ledger ledger)
    {
        try
        {
            return await transport.SendAsync(
                mail with { Leaving = token => ledger.MarkLeavingAsync(delivery.Id, claim.Id, token) }, CancellationToken.None);
        }
        catch (ClaimLostException)
        {
            Lost(log, delivery.Id);
            return null;
        }
        catch (Exception error) when (error is not (DbException or DbUpdateException))
        {
            // A mail that cannot be made must not hold up the others.
            Broke(log, error, delivery.Id);
            return new Handover(HandoverResult.TryLater, error.Message);
        }
    }

    private Closing Close(Delivery delivery, Handover handover, Tally tally)
    {
        var isOver = clock.GetUtcNow().UtcDateTime - delivery.Issue.CreatedAt >= Ledger.GivesUpAfter;
        var state = handover.Result switch
        {
            HandoverResult.Accepted => DeliveryState.Sent,
            HandoverResult.TryLater when !isOver => DeliveryState.Waiting,
            _ => DeliveryState.Failed,
        };
        tally.Add(new Posted(
            Sent: state == DeliveryState.Sent ? 1 : 0, PutOff: state == DeliveryState.Waiting ? 1 : 0, Failed: state == DeliveryState.Failed ? 1 : 0));
        tally.IsUnreachable |= !handover.IsReached;
        return new Closing(delivery, state, handover.Answer);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Delivery} took longer than its lease; another node has it")]
    private static partial void Lost(ILogger log, Guid delivery);

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Delivery} could not be handed over; trying again later")]
    private static partial void Broke(ILogger log, Exception error, Guid delivery);
}
