using System.Diagnostics;
using System.Net;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Conversation;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Bench.Measures;

/// <summary>
/// C1: a wave of 10 000 comments a minute under one article, by accounts that nobody knows. What a reader of that article waits for its
/// page, beside quiet; and whether those who have a history are published meanwhile.
/// </summary>
internal static class WaveMeasure
{
    private const int Articles = 500;
    private const int Spammers = 400;
    private const int Honest = 20;
    private const double PerSecond = 10_000 / 60.0;
    private const double Limit = 25;

    public static async Task<IReadOnlyList<Result>> RunAsync(Setting setting, CancellationToken cancel)
    {
        // A copy: what was said once would be said before in the next run.
        var paper = (await Newspaper.OfAsync(setting, Articles, 0, cancel)).Copy("-wave");
        try
        {
            var (article, tokens) = await paper.AskAsync(db => FillAsync(db, cancel));
            await using var server = await Child.NewspaperAsync(paper.Folder, cancel);
            return await MeasureAsync(setting, paper, server, article, tokens, cancel);
        }
        finally
        {
            Directory.Delete(paper.Folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Result>> MeasureAsync(Setting setting, Newspaper paper, Child server, Article article, IReadOnlyList<string> tokens, CancellationToken cancel)
    {
        var rounds = new List<(double, double)>();
        var path = server.Url + ArticleAddress.Of(article.Id, article.Slug);
        var taken = new List<double>();
        for (var round = -1; round < setting.Rounds; round++)
        {
            var quiet = await ReadAsync(path, setting.Seconds, cancel);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var wave = PourAsync(server, article.Id, tokens, round, setting.Seconds, stop.Token);
            var within = await ReadAsync(path, setting.Seconds, cancel);
            await stop.CancelAsync();
            var answered = await wave;
            Console.WriteLine($"a page in {quiet:0.0} ms, within the wave in {within:0.0} ms (99th of a hundred); {answered:0} comments answered in a second");
            if (round >= 0)
            {
                rounds.Add((within, quiet));
                taken.Add(answered);
            }
        }

        var published = await paper.AskAsync(db => db.Comments.Where(c => c.ArticleId == article.Id && c.State == CommentState.Published && c.Name.StartsWith("Connue")).Select(c => c.AccountId).Distinct().CountAsync(cancel));
        var slowest = Result.Median(rounds.Select(r => r.Item1));
        return
        [
            Result.Of("C1", "an article's page within a wave, beside quiet, 99th of a hundred", rounds, "ms", $"< {Limit} ms", _ => slowest < Limit),
            new Result("C1", "comments answered in a second, beside those that were sent", Result.Median(taken), PerSecond, "/s", "all", Result.Median(taken) > 0.95 * PerSecond),
            new Result("C1", "people with a history whose comment was published at once", published, Honest, "", "all", published == Honest),
        ];
    }

    /// <summary>One page after the other, a reader each twentieth of a second.</summary>
    /// <returns>Milliseconds: the 99th of a hundred.</returns>
    private static async Task<double> ReadAsync(string url, int seconds, CancellationToken cancel)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip });
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        var took = new List<double>();
        for (var until = Stopwatch.StartNew(); until.Elapsed < TimeSpan.FromSeconds(seconds); await Task.Delay(20, cancel))
        {
            var clock = Stopwatch.GetTimestamp();
            await client.GetByteArrayAsync(new Uri(url), cancel);
            took.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }

        took.Sort();
        return took[(int)(took.Count * 0.99)];
    }

    /// <summary>Sends comments at the pace of the wave until it is stopped; the honest ones spread among them.</summary>
    /// <returns>Answers in a second.</returns>
    private static async Task<double> PourAsync(Child server, long article, IReadOnlyList<string> tokens, int round, int seconds, CancellationToken stop)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 64 }) { BaseAddress = new Uri(server.Url) };
        var (clock, answers, sent) = (Stopwatch.StartNew(), 0, new List<Task>());
        var every = Math.Max(1, (int)(PerSecond * seconds / (2 * Honest)));
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            var honest = round == 0 && n % every == 0 && n / every < Honest;
            var token = honest ? tokens[n / every] : tokens[Honest + (n % Spammers)];
            sent.Add(SendAsync(token, honest ? $"Chez nous, la facture a pris {n} euros : on le dit en conseil." : $"Vague {round} numéro {n} : profitez-en vite."));
            var ahead = TimeSpan.FromSeconds(n / PerSecond) - clock.Elapsed;
            if (ahead > TimeSpan.FromMilliseconds(5))
            {
                await Task.Delay(ahead, CancellationToken.None);
            }
        }

        var took = clock.Elapsed.TotalSeconds;
        await Task.WhenAll(sent);
        return answers / Math.Max(took, 0.001);

        async Task SendAsync(string token, string text)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/reactions/{article}/ecrire") { Content = new FormUrlEncodedContent([new("texte", text)]) };
            request.Headers.Add("Cookie", "session=" + token);
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            using var response = await client.SendAsync(request, CancellationToken.None);
            if ((int)response.StatusCode < 500)
            {
                Interlocked.Increment(ref answers);
            }
        }
    }

    /// <summary>Accounts with sessions: first those who were published before, then those whom nobody knows.</summary>
    private static async Task<(Article Article, IReadOnlyList<string> Tokens)> FillAsync(GazetierDb db, CancellationToken cancel)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var articles = await db.Articles.AsNoTracking().Published(now).Where(a => a.Access == Requirement.None).NewestFirst().Take(2).ToListAsync(cancel);
        var tokens = new List<string>();
        for (var n = 0; n < Honest + Spammers; n++)
        {
            var token = SessionCookie.NewToken();
            var name = n < Honest ? $"Connue {n}" : $"Inconnu {n}";
            var account = new Account { UserName = token, NormalizedUserName = token, DisplayName = name, CreatedAt = now.AddYears(-1) };
            db.Add(new Session { TokenHash = SessionCookie.Hash(token), Account = account, CreatedAt = now, LastSeenAt = now, ExpiresAt = now.AddDays(1) });
            tokens.Add(token);
            for (var said = 1; n < Honest && said <= 3; said++)
            {
                db.Add(new Comment { ArticleId = articles[1].Id, AccountId = account.Id, Name = name, Text = $"Dit {said}, il y a longtemps.", PostedAt = now.AddDays(-30 * said), PublishedAt = now.AddDays(-30 * said), State = CommentState.Published });
            }
        }

        await db.SaveChangesAsync(cancel);
        return (articles[0], tokens);
    }
}
