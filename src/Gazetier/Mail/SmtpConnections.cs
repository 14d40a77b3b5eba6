namespace Gazetier.Mail;

/// <summary>Open connections that nobody uses now. The last returned is taken first, so that surplus ones grow old and are closed.</summary>
public sealed class SmtpConnections : IAsyncDisposable
{
    /// <summary>Servers close idle connections themselves after some minutes; we are politer.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    private readonly List<SmtpConnection> _kept = [];
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;

    public SmtpConnections(TimeProvider clock)
    {
        _clock = clock;
        _timer = clock.CreateTimer(_ => _ = CloseIdleAsync(), null, Idle / 3, Idle / 3);
    }

    public int Count
    {
        get
        {
            lock (_kept)
            {
                return _kept.Count;
            }
        }
    }

    /// <summary>Null: one has to be opened.</summary>
    public SmtpConnection? Take()
    {
        lock (_kept)
        {
            if (_kept.Count == 0)
            {
                return null;
            }

            var last = _kept[^1];
            _kept.RemoveAt(_kept.Count - 1);
            return last;
        }
    }

    /// <summary>Keeps it for the next mail, if it is still open.</summary>
    public void Return(SmtpConnection? connection)
    {
        if (connection is null)
        {
            return;
        }

        if (!connection.IsOpen)
        {
            connection.Dispose();
            return;
        }

        lock (_kept)
        {
            _kept.Add(connection);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        await CloseAsync(_ => true);
    }

    private Task CloseIdleAsync()
    {
        var since = _clock.GetUtcNow() - Idle;
        return CloseAsync(connection => connection.UsedAt <= since);
    }

    private async Task CloseAsync(Predicate<SmtpConnection> isOver)
    {
        List<SmtpConnection> over;
        lock (_kept)
        {
            over = _kept.FindAll(isOver);
            _kept.RemoveAll(isOver);
        }

        foreach (var connection in over)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5), _clock);
            await connection.CloseAsync(patience.Token);
        }
    }
}
