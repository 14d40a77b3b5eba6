using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gazetier.Data;

/// <summary>
/// Many updates of single rows of one table, each on a condition of its own, in one way there and back: a batch on
/// PostgreSQL, a command that is prepared once on SQLite. Columns and conversions are the model's own.
/// </summary>
internal sealed class Updates : IAsyncDisposable
{
    private readonly GazetierDb _db;
    private readonly RelationalTypeMapping[] _mappings;
    private readonly string _sql;
    private readonly DbCommand _one;
    private readonly List<object?[]> _rows = [];

    /// <param name="set">Properties that change.</param>
    /// <param name="where">Properties whose values are asked for; null asks for nothing there.</param>
    /// <param name="db">With its connection open: a command is prepared for one.</param>
    private Updates(GazetierDb db, IEntityType type, string[] set, string[] where)
    {
        _db = db;
        var names = db.Database.GetService<ISqlGenerationHelper>();
        var store = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        IProperty[] properties = [.. set.Concat(where).Select(name => type.FindProperty(name)!)];
        string[] columns = [.. properties.Select((property, at) => $"{names.DelimitIdentifier(property.GetColumnName(store)!)} = @p{at}")];
        _mappings = [.. properties.Select(property => property.GetRelationalTypeMapping())];
        _sql = $"UPDATE {names.DelimitIdentifier(store.Name)} SET {string.Join(", ", columns[..set.Length])} WHERE {string.Join(" AND ", columns[set.Length..])}";
        _one = db.Database.GetDbConnection().CreateCommand();
        _one.CommandText = _sql;
        _one.Parameters.AddRange(Parameters(_one, new object?[properties.Length]));
        _one.Prepare();
    }

    public static Updates Of<T>(GazetierDb db, string[] set, string[] where) => new(db, db.Model.FindEntityType(typeof(T))!, set, where);

    /// <param name="values">Of what is set, then of what is asked for.</param>
    public void Add(params object?[] values) => _rows.Add(values);

    /// <summary>Runs what was added, in the transaction that is open. Returns for each whether there was such a row.</summary>
    public async Task<bool[]> RunAsync(CancellationToken cancel)
    {
        var were = new bool[_rows.Count];
        if (_rows.Count > 0)
        {
            await (_db.Database.GetDbConnection().CanCreateBatch ? RunTogetherAsync(were, cancel) : RunEachAsync(were, cancel));
        }

        _rows.Clear();
        return were;
    }

    public ValueTask DisposeAsync() => _one.DisposeAsync();

    private async Task RunEachAsync(bool[] were, CancellationToken cancel)
    {
        _one.Transaction = _db.Database.CurrentTransaction?.GetDbTransaction();
        for (var row = 0; row < were.Length; row++)
        {
            for (var at = 0; at < _mappings.Length; at++)
            {
                _one.Parameters[at].Value = Convert(_mappings[at], _rows[row][at]) ?? DBNull.Value;
            }

            were[row] = await _one.ExecuteNonQueryAsync(cancel) == 1;
        }
    }

    private async Task RunTogetherAsync(bool[] were, CancellationToken cancel)
    {
        await using var batch = _db.Database.GetDbConnection().CreateBatch();
        batch.Transaction = _db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var row in _rows)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = _sql;
            command.Parameters.AddRange(Parameters(_one, row));
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancel);
        for (var row = 0; row < were.Length; row++)
        {
            were[row] = batch.BatchCommands[row].RecordsAffected == 1;
        }
    }

    private DbParameter[] Parameters(DbCommand command, object?[] values) =>
        [.. _mappings.Select((mapping, at) => mapping.CreateParameter(command, $"@p{at}", values[at], nullable: true))];

    private static object? Convert(RelationalTypeMapping mapping, object? value) =>
        value is not null && mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;
}
