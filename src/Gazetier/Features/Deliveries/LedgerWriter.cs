using System.Collections.Concurrent;
using System.Threading.Channels;
using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Deliveries;

/// <summary>
/// Writes the marks and closings of all that send at once, together: each transaction holds what came while the last one
/// ran (group commit). Every step is an update on the condition that the claim still holds the row (E-06).
/// </summary>
public sealed class LedgerWriter : IAsyncDisposable
{
    /// <summary>"Sent" may be written later and with others: until then the row is in flight, which is safe.</summary>
    private const int ClosedTogether = 64;

    private static readonly string[] Held = [nameof(Delivery.Id), nameof(Delivery.ClaimedBy)];
    private static readonly string[] Marked = [nameof(Delivery.State), nameof(Delivery.ClaimedUntil)];

    private static readonly string[] Closed =
    [
        nameof(Delivery.State), nameof(Delivery.Answer), nameof(Delivery.ClaimedBy), nameof(Delivery.ClaimedUntil),
        nameof(Delivery.ClosedAt), nameof(Delivery.NotBefore),
    ];

    /// <summary>What was not tried waits as if nobody had taken it.</summary>
    private static readonly string[] Turned =
    [
        nameof(Delivery.State), nameof(Delivery.Answer), nameof(Delivery.ClaimedBy), nameof(Delivery.ClaimedUntil), nameof(Delivery.NotBefore), nameof(Delivery.Attempts),
    ];

    private readonly Channel<Mark?> _marks = Channel.CreateUnbounded<Mark?>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentQueue<(Claim Claim, Closing Closing)> _closings = new();
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _clock;
    private readonly Task _writing;

    public LedgerWriter(IServiceScopeFactory scopes, TimeProvider clock)
    {
        (_scopes, _clock) = (scopes, clock);
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>
    /// Marks deliveries that leave next. Returns which may: the others are held by another node by now. Whoever waits goes on
    /// in the writer's own breath, so that little comes between the mark and the mail.
    /// </summary>
    public async ValueTask<bool[]> MarkLeavingAsync(Claim claim, IReadOnlyList<Delivery> deliveries)
    {
        var mark = new Mark(claim, deliveries, new TaskCompletionSource<bool[]>());
        return _marks.Writer.TryWrite(mark) ? await mark.Done.Task : throw await FailureAsync();
    }

    /// <summary>Writes what the server said. Rows that another node holds by now are left alone.</summary>
    public void Close(Claim claim, Closing closing)
    {
        _closings.Enqueue((claim, closing));
        // "No" is written at once: if the node died with it, the row in flight would count as sent.
        if ((closing.State != DeliveryState.Sent && closing.NextTurn is null) || _closings.Count >= ClosedTogether)
        {
            _marks.Writer.TryWrite(null);
        }
    }

    /// <summary>Writes what is left, and says if something could not be written.</summary>
    public async ValueTask DisposeAsync()
    {
        _marks.Writer.TryWrite(null);
        _marks.Writer.TryComplete();
        await _writing;
    }

    private async Task WriteAsync()
    {
        var marks = new List<Mark>();
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<GazetierDb>();
            await db.Database.OpenConnectionAsync();
            await using var leaving = Updates.Of<Delivery>(db, Marked, [.. Held, nameof(Delivery.State)]);
            await using var closing = Updates.Of<Delivery>(db, Closed, Held);
            // Prepared when the first delivery is put off, if ever.
            var turning = new Lazy<Updates>(() => Updates.Of<Delivery>(db, Turned, Held));
            await using var disposing = new DisposeIfMade(turning);
            while (await _marks.Reader.WaitToReadAsync())
            {
                marks.Clear();
                while (_marks.Reader.TryRead(out var mark))
                {
                    marks.AddRange(mark is null ? [] : [mark]);
                }

                var were = await WriteAsync(db, leaving, closing, turning, marks);
                var at = 0;
                foreach (var mark in marks)
                {
                    mark.Done.SetResult(were[at..(at += mark.Deliveries.Count)]);
                }
            }
        }
        catch (Exception error)
        {
            // The database is away: whoever waits must not wait for ever.
            _marks.Writer.TryComplete(error);
            foreach (var mark in marks.Concat(Rest()))
            {
                mark.Done.TrySetException(error);
            }

            throw;
        }
    }

    private async Task<bool[]> WriteAsync(GazetierDb db, Updates leaving, Updates closing, Lazy<Updates> turning, List<Mark> marks)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        foreach (var mark in marks)
        {
            foreach (var delivery in mark.Deliveries)
            {
                leaving.Add(DeliveryState.InFlight, now + Ledger.Lease, delivery.Id, mark.Claim.Id, DeliveryState.Waiting);
            }
        }

        while (_closings.TryDequeue(out var one))
        {
            var (delivery, state, answer) = one.Closing;
            if (one.Closing.NextTurn is { } next)
            {
                turning.Value.Add(state, answer, null, null, next, delivery.Attempts - 1, delivery.Id, one.Claim.Id);
                continue;
            }

            var isOpen = state == DeliveryState.Waiting;
            closing.Add(
                state,
                answer,
                null,
                null,
                isOpen ? null : now,
                isOpen ? now + Ledger.DelayAfter(delivery.Attempts) : delivery.NotBefore,
                delivery.Id,
                one.Claim.Id);
        }

        return await db.InTransactionAsync(
            async token =>
            {
                await closing.RunAsync(token);
                if (turning.IsValueCreated)
                {
                    await turning.Value.RunAsync(token);
                }

                return await leaving.RunAsync(token);
            });
    }

    private IEnumerable<Mark> Rest()
    {
        while (_marks.Reader.TryRead(out var mark))
        {
            if (mark is not null)
            {
                yield return mark;
            }
        }
    }

    private async Task<Exception> FailureAsync()
    {
        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return _writing.Exception?.InnerException ?? new ObjectDisposedException(nameof(LedgerWriter));
    }

    private sealed record Mark(Claim Claim, IReadOnlyList<Delivery> Deliveries, TaskCompletionSource<bool[]> Done);

    private sealed class DisposeIfMade(Lazy<Updates> updates) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => updates.IsValueCreated ? updates.Value.DisposeAsync() : ValueTask.CompletedTask;
    }
}
