using System.Data.Common;
using Gazetier.Data;
using Gazetier.Features.Deliveries.Pace;
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
        var (ledger, issues) = (scope.ServiceProvider.GetRequiredService<Ledger>(), scope.ServiceProvider.GetRequiredService<Issues>());
        var tally = new Tally();
        tally.Add(new Posted(Presumed: await SettleAsync(ledger, cancel)));
        // Most minutes nothing is on its way: then there is nothing to keep a journal of.
        if ((await issues.RunningAsync(list, cancel)).Count > 0)
        {
            using var journal = LeavingJournal.Begin(options.Data);
            await using var pace = new PaceOfRound(scopes, clock);
            var round = new PostingRound(list, ledger, issues, journal, pace, clock);
            if (await round.NextAsync(cancel) is { } claim)
            {
                await PostAsync(claim, round, new Sending(compose, tally, round, progress), cancel);
            }
        }

        await issues.EndAsync(list, CancellationToken.None);
        return tally.Sum;
    }

    private async Task<int> SettleAsync(Ledger ledger, CancellationToken cancel)
    {
        var presumed = 0;
        foreach (var left in LeavingJournal.Left(options.Data))
        {
            using (left)
            {
                left.Keep();
                presumed += await ledger.SettleAsync(left, cancel);
                left.Forget();
            }
        }

        return presumed + await ledger.SettleAsync(cancel);
    }

    private async Task PostAsync(Claim first, PostingRound round, Sending sending, CancellationToken cancel)
    {
        try
        {
            await HandOverAllAsync(first, sending, cancel);
        }
        finally
        {
            // Also when composing failed: what was taken and not tried must not wait for its lease to end.
            sending.Tally.Add(new Posted(Presumed: await ReleaseAsync(round)));
        }
    }

    private static async Task<int> ReleaseAsync(PostingRound round)
    {
        try
        {
            return await round.ReleaseAsync();
        }
        catch
        {
            round.Journal.Keep();
            throw;
        }
    }

    private async Task HandOverAllAsync(Claim first, Sending sending, CancellationToken cancel)
    {
        await using var writer = new LedgerWriter(scopes, clock);
        var lanes = new Lanes(sending.Round.Pace, options.Mail.Connections, lane => SendAsync(lane, writer, sending, cancel), clock);
        lanes.Begin();
        try
        {
            for (Claim? claim = first; claim is not null && !sending.IsOver(cancel); claim = await sending.Round.NextAsync(cancel))
            {
                await ComposeAsync(claim, lanes, writer, sending, cancel);
                sending.Progress?.Report(sending.Tally.Sum);
            }
        }
        finally
        {
            await lanes.EndAsync();
        }
    }

    private async Task ComposeAsync(Claim claim, Lanes lanes, LedgerWriter writer, Sending sending, CancellationToken cancel)
    {
        var mails = await sending.Compose(claim.Deliveries, cancel);
        foreach (var delivery in claim.Deliveries)
        {
            if (sending.Round.IsPaused(delivery))
            {
                writer.Close(claim, new Closing(delivery, DeliveryState.Waiting, "held: the domain's server refuses us for now"));
                sending.Tally.Add(new Posted(PutOff: 1));
            }
            else if (!mails.TryGetValue(delivery.Id, out var mail))
            {
                writer.Close(claim, new Closing(delivery, DeliveryState.Dropped, null));
                sending.Tally.Add(new Posted(Dropped: 1));
            }
            else if (!await lanes.PutAsync(new ReadyMail(delivery, mail, claim)))
            {
                Wait(claim, delivery, sending.Round.NextForFull(), writer, sending.Tally);
            }
        }
    }

    /// <summary>One line's work. When it is over early, what still comes is left as it is, to be given back.</summary>
    private async Task SendAsync(Lane lane, LedgerWriter writer, Sending sending, CancellationToken cancel)
    {
        await using var line = lines.Open();
        var some = new List<ReadyMail>();
        try
        {
            while (await lane.Letters.Reader.WaitToReadAsync(CancellationToken.None))
            {
                some.Clear();
                while (some.Count < sending.Round.MarkedTogether && lane.Letters.Reader.TryRead(out var letter))
                {
                    some.Add(letter);
                }

                foreach (var ofOneClaim in some.GroupBy(letter => letter.Claim))
                {
                    await SendAsync(ofOneClaim.Key, await PacedAsync([.. ofOneClaim], lane, writer, sending, cancel), line, writer, sending, cancel);
                }
            }
        }
        catch (Exception error)
        {
            // The database is away: whoever composes must not wait for a reader that is gone.
            lane.Letters.Writer.TryComplete(error);
            throw;
        }
    }

    /// <summary>Those that may leave now; the others wait for their turn, and their attempt does not count (E-06).</summary>
    private async ValueTask<List<ReadyMail>> PacedAsync(List<ReadyMail> letters, Lane lane, LedgerWriter writer, Sending sending, CancellationToken cancel)
    {
        if ((sending.Round.Pace.Rules.AreNone && !lane.IsLate) || sending.IsOver(cancel))
        {
            return letters;
        }

        var mayLeave = new List<ReadyMail>(letters.Count);
        foreach (var letter in letters)
        {
            var next = lane.IsLate ? clock.GetUtcNow().UtcDateTime : await sending.Round.Pace.AskAsync(letter.Delivery, CancellationToken.None);
            if (next is null)
            {
                mayLeave.Add(letter);
            }
            else
            {
                Wait(letter.Claim, letter.Delivery, next.Value, writer, sending.Tally);
            }
        }

        return mayLeave;
    }

    /// <param name="next">UTC; when its turn comes. For 72 hours at most: then it is given up.</param>
    private void Wait(Claim claim, Delivery delivery, DateTime next, LedgerWriter writer, Tally tally)
    {
        var last = delivery.Issue.CreatedAt + Ledger.GivesUpAfter;
        var isOver = clock.GetUtcNow().UtcDateTime >= last;
        writer.Close(claim, new Closing(delivery, isOver ? DeliveryState.Failed : DeliveryState.Waiting, KeepPace.Held) { NextTurn = isOver ? null : next < last ? next : last });
        tally.Add(isOver ? new Posted(Failed: 1) : new Posted(PutOff: 1));
    }

    /// <summary>Marks some letters, and hands them over one after another.</summary>
    private async Task SendAsync(Claim claim, List<ReadyMail> letters, IMailLine line, LedgerWriter writer, Sending sending, CancellationToken cancel)
    {
        if (letters.Count == 0 || sending.IsOver(cancel) || clock.GetUtcNow().UtcDateTime >= claim.Until || await sending.Round.IsHeldAsync(claim, cancel))
        {
            return;
        }

        var mine = await writer.MarkLeavingAsync(claim, letters.ConvertAll(letter => letter.Delivery));
        for (var n = 0; n < letters.Count; n++)
        {
            if (!mine[n])
            {
                Lost(log, letters[n].Delivery.Id);
            }
            else if (!sending.IsOver(cancel))
            {
                writer.Close(claim, Close(letters[n].Delivery, await HandOverAsync(letters[n], line, sending.Round.Journal), sending.Tally));
            }
        }
    }

    /// <summary>What is being handed over is finished, even when the program stops.</summary>
    private async Task<Handover> HandOverAsync(ReadyMail letter, IMailLine line, LeavingJournal journal)
    {
        try
        {
            return await line.SendAsync(letter.Mail, () => journal.Leave(letter.Delivery.Id), CancellationToken.None);
        }
        catch (Exception error) when (error is not (DbException or DbUpdateException))
        {
            // A mail that cannot be made must not hold up the others.
            Broke(log, error, letter.Delivery.Id);
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

    private sealed record Sending(ComposeMails Compose, Tally Tally, PostingRound Round, IProgress<Posted>? Progress)
    {
        public bool IsOver(CancellationToken cancel) => Tally.IsUnreachable || cancel.IsCancellationRequested;
    }
}
