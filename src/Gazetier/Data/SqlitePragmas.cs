using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gazetier.Data;

/// <summary>
/// Said on each new connection. <c>busy_timeout</c> comes first, so that the others wait rather than fail. NORMAL with a
/// write-ahead log cannot corrupt the file; it may lose the last commits at a power cut (docs/decisions/0003).
/// </summary>
public class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas =
        "PRAGMA busy_timeout=5000; PRAGMA synchronous=NORMAL; PRAGMA temp_store=MEMORY; " +
        "PRAGMA cache_size=-32000; PRAGMA mmap_size=134217728; PRAGMA journal_size_limit=67108864;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
