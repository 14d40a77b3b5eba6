using System.Data.Common;
using System.Threading.Channels;
using Gazetier.Data;
using Gazetier.Mail;
using Gazetier.Mail.Wire;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Deliveries;

/// <summary>Composes the mails of a batch. A delivery without a mail is owed to nobody any more and is dropped.</summary>
public delegate Task<IReadOnlyDictionary<Guid, WireMail>> ComposeMails(IReadOnlyList<Delivery> batch, CancellationToken cancel);

/// <summary>
/// Posts what waits in the ledger: takes a batch and has its mails composed, while the mails of the batch before are
/// handed over on all lines at once, and each row is closed with the server's answer. Any number of nodes may do it at the
/// same time.
/// </summary>
public partial class PostDeliveries(IServiceScopeFactory scopes, IMailLines lines, NewspaperOptions options, TimeProvider clock, ILogger<PostDeliveries> log)
{
    /// <summary>Posts all that is due on a list, and says what became of it. Ends early when no server can be reached.</summary>
    public async Task<Posted> RunAsync(string list, ComposeMails compose, IProgress<Posted>? progress, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var ledger = scope.ServiceProvider.GetRequiredService<Ledger>();
        var tally = new Tally();
        tally.Add(new Posted(Presumed: await SettleAsync(ledger, cancel)));
        var first = Guid.CreateVersion7();
        using var journal = LeavingJournal.Begin(options.Data);
        journal.Claim(first);
        if (await ledger.ClaimAsync(list, first, cancel) is { } claim)
        {
            var round = new Round(ledger, compose, tally, journal, progress);
            await PostAsync(list, claim, round, cancel);
        }

        return tally.Sum;
    }

    private async Task<int> SettleAsync(Ledger ledger, CancellationToken cancel)
    {
        var presumed = 0;
        foreach (var left in LeavingJournal.Left(options.Data))
        {
            using (left)
            {
                presumed += await ledger.SettleAsync(left, cancel);
            }
        }

        return presumed + await ledger.SettleAsync(cancel);
    }

    private async Task PostAsync(string list, Claim first, Round round, CancellationToken cancel)
    {
        var claims = new List<Claim>();
        try
        {
            await HandOverAllAsync(list, first, claims, round, cancel);
        }
        finally
        {
            // Also when composing failed: what was taken and not tried must not wait for its lease to end.
            foreach (var claim in claims)
            {
                await round.Ledger.ReleaseAsync(claim.Id, CancellationToken.None);
            }
        }
    }

    private async Task HandOverAllAsync(string list, Claim first, List<Claim> claims, Round round, CancellationToken cancel)
    {
        var letters = Channel.CreateBounded<Letter>(Ledger.Batch);
        await using var writer = new LedgerWriter(scopes, clock);
        var senders = Enumerable.Range(0, options.Mail.Connections)
            .Select(_ => Task.Run(() => SendAsync(letters, writer, round, cancel), CancellationToken.None)).ToArray();
        try
        {
            for (Claim? claim = first; claim is not null; claim = await NextAsync(list, round, cancel))
            {
                claims.Add(claim);
                await ComposeAsync(claim, letters.Writer, writer, round, cancel);
                round.Progress?.Report(round.Tally.Sum);
            }
        }
        finally
        {
            letters.Writer.TryComplete();
            await Task.WhenAll(senders);
        }
    }

    private static async Task<Claim?> NextAsync(string list, Round round, CancellationToken cancel)
    {
        if (round.Tally.IsUnreachable || cancel.IsCancellationRequested)
        {
            return null;
        }

        var by = Guid.CreateVersion7();
        round.Journal.Claim(by);
        return await round.Ledger.ClaimAsync(list, by, cancel);
    }

    private static async Task ComposeAsync(Claim claim, ChannelWriter<Letter> letters, LedgerWriter writer, Round round, CancellationToken cancel)
    {
        var mails = await round.Compose(claim.Deliveries, cancel);
        foreach (var delivery in claim.Deliveries)
        {
            if (mails.TryGetValue(delivery.Id, out var mail))
            {
                await letters.WriteAsync(new Letter(delivery, mail, claim), CancellationToken.None);
            }
            else
            {
                writer.Close(claim, new Closing(delivery, DeliveryState.Dropped, null));
                round.Tally.Add(new Posted(Dropped: 1));
            }
        }
    }

    /// <summary>One line's work. When it is over early, what still comes is left as it is, to be given back.</summary>
    private async Task SendAsync(Channel<Letter> letters, LedgerWriter writer, Round round, CancellationToken cancel)
    {
        await using var line = lines.Open();
        try
        {
            await foreach (var letter in letters.Reader.ReadAllAsync(CancellationToken.None))
            {
                var isOver = cancel.IsCancellationRequested || round.Tally.IsUnreachable;
                if (!isOver && clock.GetUtcNow().UtcDateTime < letter.Claim.Until && await HandOverAsync(letter, line, writer, round.Journal) is { } handover)
                {
                    writer.Close(letter.Claim, Close(letter.Delivery, handover, round.Tally));
                }
            }
        }
        catch (Exception error)
        {
            // The database is away: whoever composes must not wait for a reader that is gone.
            letters.Writer.TryComplete(error);
            throw;
        }
    }

    /// <summary>Null: another node has it by now. What is being handed over is finished, even when the program stops.</summary>
    private async Task<Handover?> HandOverAsync(Letter letter, IMailLine line, LedgerWriter writer, LeavingJournal journal)
    {
        try
        {
            var handover = await line.SendAsync(letter.Mail, LeavingAsync, CancellationToken.None);
            if (handover is null)
            {
                Lost(log, letter.Delivery.Id);
            }

            return handover;
        }
        catch (Exception error) when (error is not (DbException or DbUpdateException))
        {
            // A mail that cannot be made must not hold up the others.
            Broke(log, error, letter.Delivery.Id);
            return new Handover(HandoverResult.TryLater, error.Message);
        }

        async ValueTask<bool> LeavingAsync()
        {
            if (!await writer.MarkLeavingAsync(letter.Delivery, letter.Claim))
            {
                return false;
            }

            journal.Leave(letter.Delivery.Id);
            return true;
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

    private sealed record Letter(Delivery Delivery, WireMail Mail, Claim Claim);

    private sealed record Round(Ledger Ledger, ComposeMails Compose, Tally Tally, LeavingJournal Journal, IProgress<Posted>? Progress);
}
