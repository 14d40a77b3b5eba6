using System.Diagnostics;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Alerts;
using Gazetier.Features.Articles;
using Gazetier.Features.Follows;
using Gazetier.Features.Keywords;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Gazetier.Bench.Measures;

/// <summary>
/// P6: an article that appears, against a million followed themes, words and phrases: until the list of readers to alert is there,
/// beside PostgreSQL asked for each of them with <c>tsquery</c>; and against a tenth of them (P11). Four in ten follow a theme, the
/// others one of the words and phrases of other texts.
/// </summary>
internal static class MatchingMeasure
{
    private const int Articles = 2_000;

    public static async Task<IReadOnlyList<Result>> RunAsync(Setting setting, CancellationToken cancel)
    {
        var many = await FillAsync(setting, setting.Subscriptions, cancel);
        var few = await FillAsync(setting, setting.Subscriptions / 10, cancel);
        return await many.ServeAsync(big => few.ServeAsync(small => MeasureAsync(setting, big, small, cancel)));
    }

    private static async Task<IReadOnlyList<Result>> MeasureAsync(Setting setting, IServiceProvider big, IServiceProvider small, CancellationToken cancel)
    {
        var results = new List<Result>();
        await using var server = await Postgres.StartAsync(cancel);
        await using var peer = server is null ? null : await PeerAsync(server, big, cancel);
        var (rounds, grown) = (new List<(double, double)>(), new List<(double, double)>());
        var readers = 0;
        for (var round = -1; round < setting.Rounds; round++)
        {
            var ours = await MatchAsync(setting, big, round, cancel);
            var tenth = await MatchAsync(setting, small, round, cancel);
            var scanned = peer is null ? (0, double.NaN) : await ScanAsync(setting, peer, big, round, cancel);
            if (round >= 0)
            {
                readers = ours.Readers;
                rounds.Add((ours.Milliseconds, scanned.Item2));
                grown.Add((ours.Words, tenth.Words));
                Console.WriteLine($"{ours.Readers} readers in {ours.Milliseconds:0.0} ms (words and phrases {ours.Words:0.0}), PostgreSQL {scanned.Item1} in {scanned.Item2:0} ms");
            }
        }

        if (peer is not null)
        {
            results.Add(Result.Of("P6", $"an article against {setting.Subscriptions:N0} follows, {readers:N0} readers found", rounds, "ms", "≤ 1/50", ratio => ratio <= 0.02));
        }

        var median = Result.Median(rounds.Select(r => r.Item1));
        results.Add(new Result("P6", "until the list of readers is there", median, 50, "ms", "< 50 ms", median < 50));
        results.Add(Result.Of("P11", $"its words and phrases, among {setting.Subscriptions:N0} follows beside a tenth of them", grown, "ms", "flat: ≤ 1.5×", ratio => ratio <= 1.5));
        return results;
    }

    /// <summary>Another text each round, filed as an article of the newspaper is; what the database keeps of it is written afterwards.</summary>
    private static async Task<(int Readers, double Milliseconds, double Words)> MatchAsync(Setting setting, IServiceProvider services, int round, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var (db, keywords, followers) = (scope.ServiceProvider.GetRequiredService<GazetierDb>(), scope.ServiceProvider.GetRequiredService<MatchKeywords>(), scope.ServiceProvider.GetRequiredService<Followers>());
        var (article, lists) = await AppearedAsync(setting, db, round, cancel);
        await db.Follows.AsNoTracking().FirstAsync(cancel);
        var clock = Stopwatch.GetTimestamp();
        var words = await keywords.FindAsync(article, cancel);
        var wordsTook = Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
        var found = await followers.OfAsync(lists, words, cancel);
        return (found.Count, Stopwatch.GetElapsedTime(clock).TotalMilliseconds, wordsTook);
    }

    private static async Task<(Article Article, List<Guid> Lists)> AppearedAsync(Setting setting, GazetierDb db, int round, CancellationToken cancel)
    {
        var article = await db.Articles.AsNoTracking().OrderBy(a => a.Id).Skip(10 + round).FirstAsync(cancel);
        var texts = await TextsAsync(setting, db, isFollowed: false, cancel);
        article.Body = $"<p>{System.Net.WebUtility.HtmlEncode(texts[(7 * (round + 1)) % texts.Count])}</p>";
        return (article, await db.Listings.Where(l => l.ArticleId == article.Id).Select(l => l.ListId).ToListAsync(cancel));
    }

    private static async Task<(int, double)> ScanAsync(Setting setting, NpgsqlConnection peer, IServiceProvider services, int round, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var (article, lists) = await AppearedAsync(setting, scope.ServiceProvider.GetRequiredService<GazetierDb>(), round, cancel);
        var clock = Stopwatch.GetTimestamp();
        await using var scan = new NpgsqlCommand("SELECT DISTINCT account FROM follows WHERE theme = ANY(@themes) OR query @@ to_tsvector('french', @text)", peer) { CommandTimeout = 600 };
        scan.Parameters.AddWithValue("themes", lists.ToArray());
        scan.Parameters.AddWithValue("text", string.Join('\n', article.Kicker, article.Headline, article.Standfirst, Plain.Of(article.Body)));
        var found = 0;
        await using var reader = await scan.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            found++;
        }

        return (found, Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
    }

    /// <summary>French prose: half of it has the words that are followed, the other half is what appears. Of the newspaper where there is no corpus.</summary>
    private static async Task<List<string>> TextsAsync(Setting setting, GazetierDb db, bool isFollowed, CancellationToken cancel)
    {
        var texts = File.Exists(setting.Corpus)
            ? [.. (await File.ReadAllLinesAsync(setting.Corpus, cancel)).Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("body_markdown").GetString()!)]
            : await db.Articles.OrderBy(a => a.Id).Select(a => a.Body).ToListAsync(cancel);
        return [.. texts.Where((text, n) => text.Length > 2_000 && n % 2 == (isFollowed ? 0 : 1))];
    }

    private static async Task<NpgsqlConnection> PeerAsync(Postgres server, IServiceProvider services, CancellationToken cancel)
    {
        var peer = new NpgsqlConnection(server.Connection);
        await peer.OpenAsync(cancel);
        await peer.DoAsync("CREATE TABLE raw (account uuid, theme uuid, words text)", cancel);
        await using (var scope = services.CreateAsyncScope())
        await using (var copy = await peer.BeginBinaryImportAsync("COPY raw FROM STDIN (FORMAT BINARY)", cancel))
        {
            var follows = scope.ServiceProvider.GetRequiredService<GazetierDb>().Follows.AsNoTracking().Where(f => f.Rhythm == FollowRhythm.AtOnce);
            await foreach (var follow in follows.AsAsyncEnumerable().WithCancellation(cancel))
            {
                await copy.StartRowAsync(cancel);
                await copy.WriteAsync(follow.AccountId, cancel);
                await (follow.Kind == FollowKind.Theme ? copy.WriteAsync(follow.SubjectId, cancel) : copy.WriteNullAsync(cancel));
                await (follow.Label is { } words ? copy.WriteAsync(words, cancel) : copy.WriteNullAsync(cancel));
            }

            await copy.CompleteAsync(cancel);
        }

        await peer.DoAsync("CREATE TABLE follows AS SELECT account, theme, phraseto_tsquery('french', words) AS query FROM raw", cancel);
        await peer.DoAsync("CREATE INDEX ON follows (theme)", cancel);
        await peer.DoAsync("ANALYZE follows", cancel);
        return peer;
    }

    private static async Task<Newspaper> FillAsync(Setting setting, int follows, CancellationToken cancel)
    {
        var source = await Newspaper.OfAsync(setting, Articles, 1, cancel);
        var folder = Path.Combine(setting.Folder, $"matching-{follows}");
        if (!File.Exists(Path.Combine(folder, ".made")))
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            var copy = source.Copy($"-{follows}");
            Directory.Move(copy.Folder, folder);
            await Newspaper.In(folder).AskAsync(db => WriteAsync(setting, db, follows, cancel));
            await File.WriteAllTextAsync(Path.Combine(folder, ".made"), "", cancel);
        }

        return Newspaper.In(folder);
    }

    /// <summary>Four follows a reader.</summary>
    private static async Task<bool> WriteAsync(Setting setting, GazetierDb db, int follows, CancellationToken cancel)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var themes = await db.Themes.Select(t => t.Id).ToListAsync(cancel);
        var keywords = Keywords(await TextsAsync(setting, db, isFollowed: true, cancel), follows / 2);
        var dice = new Random(6);
        await db.Database.OpenConnectionAsync(cancel);
        await using var accounts = Bulk.Of<Account>(db);
        await using var words = Bulk.Of<Keyword>(db);
        await using var rows = Bulk.Of<Follow>(db);
        words.Add(keywords.Select(k => k.Keyword));
        for (var reader = 0; reader < follows / 4; reader++)
        {
            var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"suit{reader}@example.org");
            var account = new Account { Email = name, NormalizedEmail = name.ToUpperInvariant(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = "Une personne", SecurityStamp = "x", EmailConfirmed = true, CreatedAt = now };
            accounts.Add([account]);
            var subjects = new HashSet<Guid>();
            for (var n = 0; n < 4; n++)
            {
                var chosen = keywords[dice.Next(keywords.Count)];
                var isTheme = dice.Next(10) < 4;
                var id = isTheme ? themes[dice.Next(themes.Count)] : chosen.Keyword.Id;
                if (subjects.Add(id))
                {
                    rows.Add([new Follow { AccountId = account.Id, Kind = isTheme ? FollowKind.Theme : FollowKind.Keyword, SubjectId = id, Rhythm = FollowRhythm.AtOnce, Label = isTheme ? null : chosen.Written, CreatedAt = now }]);
                }
            }
        }

        await db.InTransactionAsync(
            async token =>
            {
                await accounts.WriteAsync(token);
                await words.WriteAsync(token);
                await rows.WriteAsync(token);
            },
            cancel);
        await db.Database.ExecuteSqlRawAsync("ANALYZE", cancel);
        return true;
    }

    /// <summary>Runs of one to five words of some texts, each once.</summary>
    private static List<(Keyword Keyword, string Written)> Keywords(List<string> texts, int wanted)
    {
        var found = new Dictionary<string, (Keyword, string)>(StringComparer.Ordinal);
        var dice = new Random(7);
        // Where the articles have fewer than are wanted, those that there are will do.
        for (var tries = 0; found.Count < wanted && tries < wanted / 10; tries++)
        {
            var words = texts[dice.Next(texts.Count)].Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
            for (var n = 0; n < 200 && found.Count < wanted; n++)
            {
                var written = string.Join(' ', words.Skip(dice.Next(words.Length)).Take(dice.Next(1, 6))).Trim('.', ',', ';', ':', '«', '»');
                if (Keyword.Read(written) is { } keyword)
                {
                    found.TryAdd(keyword.Terms, (keyword, written));
                }
            }
        }

        return [.. found.Values];
    }
}
