using System.Threading.Channels;
using Gazetier.Features.Deliveries.Pace;

namespace Gazetier.Features.Deliveries;

/// <summary>
/// Where composed letters wait for a line. All share the lines of the program, but a domain whose rule gives it lines of its own
/// has a lane of its own: however slow its server, the others go on.
/// </summary>
public sealed class Lanes(PaceOfRound pace, int shared, Func<Lane, Task> drive, TimeProvider clock)
{
    /// <summary>How long the slow ones may go on when the others are done: a round that takes longer would keep the next from beginning.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(35);

    private readonly Lane _main = new(isOwn: false);
    private readonly Dictionary<string, Lane> _own = new(StringComparer.Ordinal);
    private readonly List<Task> _driving = [];

    public void Begin() => Drive(_main, shared);

    /// <summary>One at a time puts letters in.</summary>
    /// <returns>False: the lane of its domain is full, and waiting would hold up the others.</returns>
    public async ValueTask<bool> PutAsync(ReadyMail letter)
    {
        var domain = pace.Rules.AreNone ? "" : PostingAlertQueries.DomainOf(letter.Delivery.Email);
        if (_own.TryGetValue(domain, out var lane))
        {
            return lane.Letters.Writer.TryWrite(letter);
        }

        if (domain.Length > 0 && pace.Rules.AtOnce(domain) is { } lines)
        {
            _own[domain] = lane = new Lane(isOwn: true);
            Drive(lane, lines);
            return lane.Letters.Writer.TryWrite(letter);
        }

        await _main.Letters.Writer.WriteAsync(letter, CancellationToken.None);
        return true;
    }

    /// <summary>No more letters come: what is there leaves. The slow ones are waited for a little, and then told to end.</summary>
    public async Task EndAsync()
    {
        _main.Letters.Writer.TryComplete();
        foreach (var lane in _own.Values)
        {
            lane.Letters.Writer.TryComplete();
        }

        await _main.Ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var all = Task.WhenAll(_driving);
        if (_own.Count > 0)
        {
            using var enough = new CancellationTokenSource();
            await Task.WhenAny(all, Task.Delay(Grace, clock, enough.Token));
            await enough.CancelAsync();
        }

        foreach (var lane in _own.Values)
        {
            lane.MustEnd();
        }

        await all;
    }

    private void Drive(Lane lane, int lines)
    {
        Task[] driving = [.. Enumerable.Range(0, lines).Select(_ => Task.Run(() => drive(lane), CancellationToken.None))];
        lane.Ended = Task.WhenAll(driving);
        _driving.AddRange(driving);
    }
}

/// <summary>Letters that wait for the same lines.</summary>
/// <param name="isOwn">Of one domain.</param>
public sealed class Lane(bool isOwn)
{
    private bool _mustEnd;

    public bool IsOwn => isOwn;

    public Channel<ReadyMail> Letters { get; } = Channel.CreateBounded<ReadyMail>(Ledger.Batch);

    public Task Ended { get; set; } = Task.CompletedTask;

    /// <summary>All others are done: what still waits here is left to the next round, so that this one can end.</summary>
    public bool IsLate => Volatile.Read(ref _mustEnd);

    public void MustEnd() => Volatile.Write(ref _mustEnd, true);
}

/// <summary>A delivery with its mail.</summary>
public sealed record ReadyMail(Delivery Delivery, Mail.Wire.WireMail Mail, Claim Claim);
