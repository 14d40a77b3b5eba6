using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Gazetier.Features.Search;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Gazetier.Bench.Measures;

/// <summary>
/// The full text search that a database brings, as who knows it well would use it for a page of results: all of the words, how many there
/// are, the best fifteen with a snippet, and what they are filed under with counts. Its reader may read everything.
/// </summary>
internal sealed partial class SearchPeer : IAsyncDisposable
{
    private const int PageSize = 15;

    private const string AskFts = """
        WITH hits AS MATERIALIZED (SELECT rowid AS id, bm25(texts, 4, 2, 1) AS rank FROM texts WHERE texts MATCH @q),
             best AS MATERIALIZED (SELECT id FROM hits ORDER BY rank LIMIT 15)
        SELECT '' AS filed, count(*) AS number, '' AS snippet FROM hits
        UNION ALL SELECT f.list, count(*), '' FROM hits CROSS JOIN filed f ON f.text = hits.id GROUP BY f.list
        UNION ALL SELECT 'hit', rowid, snippet(texts, 2, '<mark>', '</mark>', '…', 30) FROM texts WHERE texts MATCH @q AND rowid IN (SELECT id FROM best)
        """;

    private const string AskPostgres = """
        WITH q AS (SELECT websearch_to_tsquery('french', @q) AS q),
             hits AS MATERIALIZED (SELECT t.id, t.lists, ts_rank(t.words, q.q) AS rank FROM texts t, q WHERE t.words @@ q.q),
             best AS (SELECT id, rank FROM hits ORDER BY rank DESC LIMIT 15)
        SELECT '' AS filed, count(*) AS number, '' AS snippet FROM hits
        UNION ALL SELECT list::text, count(*), '' FROM hits, unnest(hits.lists) AS list GROUP BY list
        UNION ALL SELECT 'hit', best.id, ts_headline('french', t.body, q.q) FROM best JOIN texts t ON t.id = best.id, q
        """;

    private readonly DbConnection _connection;
    private readonly DbCommand _ask;
    private readonly DbParameter _question;

    private SearchPeer(DbConnection connection, string ask)
    {
        _connection = connection;
        _ask = connection.CreateCommand();
#pragma warning disable CA2100 // One of the two above.
        _ask.CommandText = ask;
#pragma warning restore CA2100
        _ask.CommandTimeout = 600;
        _question = _ask.CreateParameter();
        _question.ParameterName = "q";
        _question.DbType = System.Data.DbType.String;
        _ask.Parameters.Add(_question);
    }

    public string Name => _connection is SqliteConnection ? "FTS5" : "PostgreSQL";

    /// <summary>Texts indexed in a second.</summary>
    public double Rate { get; private set; }

    /// <summary>SQLite's, in a new file.</summary>
    public static async Task<SearchPeer> Fts5Async(string file, IEnumerable<Findable> texts, CancellationToken cancel)
    {
        File.Delete(file);
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(cancel);
        foreach (var sql in new[]
        {
            "PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA cache_size = -262144", "PRAGMA mmap_size = 4294967296",
            "CREATE VIRTUAL TABLE texts USING fts5(title, summary, body, tokenize = \"unicode61 remove_diacritics 2\")",
            "CREATE TABLE filed (text INTEGER NOT NULL, list TEXT NOT NULL, PRIMARY KEY (text, list)) WITHOUT ROWID",
            "BEGIN",
        })
        {
            await connection.DoAsync(sql, cancel);
        }

        var (clock, count) = (Stopwatch.GetTimestamp(), 0);
        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO texts (rowid, title, summary, body) VALUES ($id, $title, $summary, $body)";
        await using var filing = connection.CreateCommand();
        filing.CommandText = "INSERT INTO filed (text, list) VALUES ($id, $list)";
        foreach (var text in texts)
        {
            count++;
            Set(insert, ("$id", count), ("$title", text.Title), ("$summary", text.Summary), ("$body", text.Open + " " + text.Withheld));
            await insert.ExecuteNonQueryAsync(cancel);
            foreach (var list in Filed(text))
            {
                Set(filing, ("$id", count), ("$list", list));
                await filing.ExecuteNonQueryAsync(cancel);
            }
        }

        await connection.DoAsync("COMMIT", cancel);
        await connection.DoAsync("INSERT INTO texts (texts) VALUES ('optimize')", cancel);
        await connection.DoAsync("ANALYZE", cancel);
        return new SearchPeer(connection, AskFts) { Rate = count / Stopwatch.GetElapsedTime(clock).TotalSeconds };
    }

    /// <summary>PostgreSQL's, with its French and a GIN index, as wide in memory as its manual advises for this machine.</summary>
    public static async Task<SearchPeer> PostgresAsync(Postgres server, IEnumerable<Findable> texts, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(server.Connection);
        await connection.OpenAsync(cancel);
        await connection.DoAsync("SET work_mem = '256MB'; SET maintenance_work_mem = '512MB'; SET jit = off", cancel);
        await connection.DoAsync("CREATE TABLE raw (id bigint, title text, summary text, body text, lists text[])", cancel);
        var (clock, count) = (Stopwatch.GetTimestamp(), 0);
        await using (var copy = await connection.BeginBinaryImportAsync("COPY raw FROM STDIN (FORMAT BINARY)", cancel))
        {
            foreach (var text in texts)
            {
                await copy.StartRowAsync(cancel);
                await copy.WriteAsync((long)++count, cancel);
                await copy.WriteAsync(text.Title, cancel);
                await copy.WriteAsync(text.Summary, cancel);
                await copy.WriteAsync(text.Open + " " + text.Withheld, cancel);
                await copy.WriteAsync(Filed(text).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancel);
            }

            await copy.CompleteAsync(cancel);
        }

        const string Words = "setweight(to_tsvector('french', title), 'A') || setweight(to_tsvector('french', summary), 'B') || to_tsvector('french', body)";
        await connection.DoAsync($"CREATE TABLE texts AS SELECT id, title, summary, body, lists, {Words} AS words FROM raw", cancel);
        await connection.DoAsync("DROP TABLE raw", cancel);
        await connection.DoAsync("CREATE INDEX ON texts USING gin (words)", cancel);
        await connection.DoAsync("ALTER TABLE texts ADD PRIMARY KEY (id)", cancel);
        await connection.DoAsync("VACUUM ANALYZE texts", cancel);
        return new SearchPeer(connection, AskPostgres) { Rate = count / Stopwatch.GetElapsedTime(clock).TotalSeconds };
    }

    /// <summary>A page of results: how many there are in all.</summary>
    public async Task<long> AskAsync(string question, CancellationToken cancel)
    {
        _question.Value = _connection is SqliteConnection ? string.Join(' ', Word().Matches(question).Select(word => $"\"{word.Value}\"")) : question;
        var (total, hits) = (0L, 0);
        await using var reader = await _ask.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            (total, hits) = reader.GetString(0) switch
            {
                "" => (reader.GetInt64(1), hits),
                "hit" => (total, hits + 1),
                _ => (total, hits),
            };
        }

        return hits == Math.Min(total, PageSize) ? total : throw new InvalidOperationException($"{hits} hits of {total}.");
    }

    public async ValueTask DisposeAsync()
    {
        await _ask.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private static IEnumerable<string> Filed(Findable text) => text.Lists.Select(list => list.ToString()).Append(text.Format);

    private static void Set(SqliteCommand command, params (string Name, object Value)[] values)
    {
        foreach (var (name, value) in values)
        {
            if (command.Parameters.Contains(name))
            {
                command.Parameters[name].Value = value;
            }
            else
            {
                command.Parameters.AddWithValue(name, value);
            }
        }
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
