using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gazetier.Data;

/// <summary>
/// Writes many rows of one table, many to a command that is prepared once. Columns and conversions are the model's own,
/// so a row reads back as if the context had saved it; what is left out is the tracking, which is nine tenths of the time.
/// </summary>
internal sealed class Bulk : IAsyncDisposable
{
    private readonly GazetierDb _db;
    private readonly IEntityType _type;
    private readonly IProperty[] _properties;
    private readonly int _rowsAtATime;
    private readonly DbCommand _full;
    private readonly List<object> _rows = [];

    /// <param name="name">Name of the type in the model: a class's, or a table's between two others.</param>
    /// <param name="db">With its connection open: a command is prepared for one.</param>
    public Bulk(GazetierDb db, string name)
    {
        _db = db;
        _type = db.Model.FindEntityType(name) ?? throw new ArgumentException($"No table for {name}.", nameof(name));
        _properties = [.. _type.GetProperties()];
        // PostgreSQL pays for the way there and back; SQLite has no way, and looks each parameter up by its name.
        _rowsAtATime = db.Database.IsSqlite() ? 1 : 50;
        _full = Command(_rowsAtATime);
    }

    public static Bulk Of<T>(GazetierDb db) => new(db, typeof(T).FullName!);

    public long Written { get; private set; }

    public void Add(params IEnumerable<object> rows) => _rows.AddRange(rows);

    /// <summary>Writes what was added, in the transaction that is open.</summary>
    public async Task WriteAsync(CancellationToken cancel)
    {
        foreach (var rows in _rows.Chunk(_rowsAtATime))
        {
            if (rows.Length == _rowsAtATime)
            {
                await RunAsync(_full, rows, cancel);
                continue;
            }

            await using var rest = Command(rows.Length);
            await RunAsync(rest, rows, cancel);
        }

        Written += _rows.Count;
        _rows.Clear();
    }

    public ValueTask DisposeAsync() => _full.DisposeAsync();

    private async Task RunAsync(DbCommand command, object[] rows, CancellationToken cancel)
    {
        command.Transaction = _db.Database.CurrentTransaction?.GetDbTransaction();
        var at = 0;
        foreach (var row in rows)
        {
            foreach (var property in _properties)
            {
                command.Parameters[at++].Value = Convert(property, property.GetGetter().GetClrValue(row)) ?? DBNull.Value;
            }
        }

        await command.ExecuteNonQueryAsync(cancel);
    }

    private static object? Convert(IProperty property, object? value) =>
        value is not null && property.GetRelationalTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;

    private DbCommand Command(int rows)
    {
        var sql = _db.Database.GetService<ISqlGenerationHelper>();
        var table = _type.GetTableName()!;
        var store = StoreObjectIdentifier.Table(table, _type.GetSchema());
        var command = _db.Database.GetDbConnection().CreateCommand();
        command.Transaction = _db.Database.CurrentTransaction?.GetDbTransaction();
        var columns = string.Join(", ", _properties.Select(p => sql.DelimitIdentifier(p.GetColumnName(store)!)));
        var values = Enumerable.Range(0, rows).Select(row => $"({string.Join(", ", _properties.Select((property, i) => Parameter(command, property, $"@r{row}c{i}")))})");
        command.CommandText = $"INSERT INTO {sql.DelimitIdentifier(table)} ({columns}) VALUES {string.Join(", ", values)}";
        command.Prepare();
        return command;
    }

    private static string Parameter(DbCommand command, IProperty property, string name)
    {
        command.Parameters.Add(property.GetRelationalTypeMapping().CreateParameter(command, name, null, nullable: true));
        return name;
    }
}
