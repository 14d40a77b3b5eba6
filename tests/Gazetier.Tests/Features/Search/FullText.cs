using System.Data.Common;
using System.Text.RegularExpressions;
using Gazetier.Data;
using Gazetier.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gazetier.Tests.Features.Search;

/// <summary>The full text search that a database brings, over the articles of a newspaper: FTS5, or PostgreSQL's French.</summary>
internal sealed partial class FullText : IAsyncDisposable
{
    private readonly DbConnection _connection;

    private FullText(DbConnection connection) => _connection = connection;

    public string Name => TestDatabase.IsPostgres ? "PostgreSQL" : "FTS5";

    public static async Task<FullText> MakeAsync(GazetierDb db)
    {
        var articles = await db.Articles.Select(a => new { a.Id, a.Headline, a.Standfirst, a.Body }).ToListAsync();
        DbConnection connection = TestDatabase.IsPostgres ? new NpgsqlConnection(db.Database.GetConnectionString()) : new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await RunAsync(connection, TestDatabase.IsPostgres
            ? "CREATE TEMP TABLE judged (id bigint, title text, summary text, body text, words tsvector)"
            : "CREATE VIRTUAL TABLE judged USING fts5(id UNINDEXED, title, summary, body, tokenize = \"unicode61 remove_diacritics 2\")");
        foreach (var article in articles)
        {
            await RunAsync(connection, "INSERT INTO judged (id, title, summary, body) VALUES (@id, @title, @summary, @body)", ("id", article.Id), ("title", article.Headline), ("summary", article.Standfirst), ("body", Plain.Of(article.Body)));
        }

        if (TestDatabase.IsPostgres)
        {
            await RunAsync(connection, "UPDATE judged SET words = setweight(to_tsvector('french', title), 'A') || setweight(to_tsvector('french', summary), 'B') || to_tsvector('french', body)");
        }

        return new FullText(connection);
    }

    /// <summary>The first ten.</summary>
    /// <param name="all">All of the words; else any of them.</param>
    public async Task<IReadOnlyList<long>> FindAsync(string question, bool all)
    {
        var words = Word.Matches(question).Select(match => match.Value).ToList();
        await using var command = _connection.CreateCommand();
        command.CommandText = !TestDatabase.IsPostgres ? "SELECT id FROM judged WHERE judged MATCH @q ORDER BY bm25(judged, 0, 4, 2, 1) LIMIT 10"
            : all ? "SELECT id FROM judged, websearch_to_tsquery('french', @q) q WHERE words @@ q ORDER BY ts_rank_cd(words, q, 1) DESC LIMIT 10"
            : "SELECT id FROM judged, to_tsquery('french', @q) q WHERE words @@ q ORDER BY ts_rank_cd(words, q, 1) DESC LIMIT 10";
        Add(command, "q", !TestDatabase.IsPostgres ? string.Join(all ? " " : " OR ", words.Select(word => $"\"{word}\"")) : all ? question : string.Join(" | ", words.Select(word => $"'{word}'")));
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<long>();
        while (await reader.ReadAsync())
        {
            found.Add(Convert.ToInt64(reader.GetValue(0), provider: null));
        }

        return found;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static async Task RunAsync(DbConnection connection, string sql, params (string Name, object Value)[] values)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            Add(command, name, value);
        }

        await command.ExecuteNonQueryAsync();
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    [GeneratedRegex(@"[\p{L}\d]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word { get; }
}
