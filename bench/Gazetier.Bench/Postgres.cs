using System.Diagnostics;

namespace Gazetier.Bench;

/// <summary>A PostgreSQL server of one's own (<c>bin/with-postgres</c>), gone when it is disposed of.</summary>
internal sealed class Postgres : IAsyncDisposable
{
    private readonly Process _server;

    private Postgres(Process server, string connection) => (_server, Connection) = (server, connection);

    public string Connection { get; }

    /// <summary>Null: there is no PostgreSQL here.</summary>
    public static async Task<Postgres?> StartAsync(CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Path.Combine(Root.Folder, "bin", "with-postgres"), ["sh", "-c", "echo \"$GAZETIER_TEST_DATABASE\"; cat"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var server = Process.Start(start)!;
        return await server.StandardOutput.ReadLineAsync(cancel) is { Length: > 0 } connection ? new Postgres(server, connection) : null;
    }

    public async ValueTask DisposeAsync()
    {
        _server.StandardInput.Close();
        await _server.WaitForExitAsync();
        _server.Dispose();
    }
}
