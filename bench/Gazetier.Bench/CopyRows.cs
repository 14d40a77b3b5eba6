using Gazetier.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gazetier.Bench;

/// <summary>Makes many rows of one that the newspaper's own code wrote: the database copies it. SQLite.</summary>
internal static class CopyRows
{
    /// <summary>Copies the first row of a table, with what <paramref name="other"/> says of its number.</summary>
    public static async Task RunAsync<T>(GazetierDb db, long from, long to, Dictionary<string, string> other, CancellationToken cancel, string where = "1")
    {
        var table = db.Model.FindEntityType(typeof(T))!.GetTableName()!;
        var columns = db.Model.GetEntityTypes().Where(type => type.GetTableName() == table)
            .SelectMany(type => type.GetProperties().Select(p => p.GetColumnName(StoreObjectIdentifier.Table(table)))).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var said = string.Join(", ", columns.Select(column => other.TryGetValue(column, out var value) ? value : $"t.\"{column}\""));
#pragma warning disable EF1002, EF1003 // All of it is ours.
        await db.Database.ExecuteSqlRawAsync(
            $"WITH RECURSIVE c(n) AS (SELECT {from} UNION ALL SELECT n + 1 FROM c WHERE n < {to}), t AS (SELECT * FROM \"{table}\" ORDER BY rowid LIMIT 1) "
            + $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) SELECT {said} FROM c CROSS JOIN t WHERE {where}",
            cancel);
#pragma warning restore EF1002, EF1003
    }
}
