using System.Data.Common;

namespace Gazetier.Bench;

/// <summary>SQL of the bench's own, for its peers.</summary>
internal static class Statements
{
    /// <summary>Indexes of large tables take their time: an hour at most.</summary>
    public static async Task DoAsync(this DbConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // All of it is ours.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 3600;
        await command.ExecuteNonQueryAsync(cancel);
    }
}
