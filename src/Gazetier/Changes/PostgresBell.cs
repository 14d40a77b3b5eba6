using Gazetier.Data;
using Npgsql;

namespace Gazetier.Changes;

/// <summary>On PostgreSQL: LISTEN on a connection of its own, opened again when it is lost.</summary>
public sealed class PostgresBell(NpgsqlDataSource source) : IChangeBell, IAsyncDisposable
{
    private NpgsqlConnection? _connection;

    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancel)
    {
        try
        {
            _connection ??= await ListenAsync(cancel);
            await _connection.WaitAsync(atMost, cancel);
        }
        catch (Exception lost) when (lost is NpgsqlException or ObjectDisposedException or InvalidOperationException)
        {
            await DisposeAsync();
            await Task.Delay(atMost, cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _connection, null) is { } connection)
        {
            await connection.DisposeAsync();
        }
    }

    private async Task<NpgsqlConnection> ListenAsync(CancellationToken cancel)
    {
        var connection = await source.OpenConnectionAsync(cancel);
        await using var listen = new NpgsqlCommand("LISTEN " + PostgresDb.Channel, connection);
        await listen.ExecuteNonQueryAsync(cancel);
        return connection;
    }
}
