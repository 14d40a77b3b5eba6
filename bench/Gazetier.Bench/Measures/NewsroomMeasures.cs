using System.Diagnostics;
using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Manuscripts;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Bench.Measures;

/// <summary>N1: what a long history costs who opens an article to write. N2: how long a publication is on its way to every node.</summary>
internal static class NewsroomMeasures
{
    private const int Words = 5_000;
    private const int History = 100;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Eight pages are asked for again and again: that must not be what keeps the nodes busy.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    /// <summary>Each page of the desk of an article with a hundred revisions of 5 000 words, beside one with a single revision.</summary>
    public static async Task<IReadOnlyList<Result>> OpenAsync(Setting setting, CancellationToken cancel)
    {
        var paper = await Newspaper.OfAsync(setting, setting.Few, 0, cancel);
        var token = SessionCookie.NewToken();
        var (old, young) = await paper.AskAsync(async db =>
        {
            var staff = await HireAsync(db, token, cancel);
            return (await WriteAsync(db, staff, History, cancel), await WriteAsync(db, staff, 1, cancel));
        });
        await using var server = await Child.NewspaperAsync(paper.Folder, cancel);
        using var desk = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(server.Url) };
        desk.DefaultRequestHeaders.Add("Cookie", $"session={token}");
        var results = new List<Result>();
        foreach (var (what, path) in new[] { ("the writing page", ""), ("the list of revisions", "/revisions") })
        {
            var rounds = new List<(double, double)>();
            for (var round = -2; round < setting.Rounds; round++)
            {
                var pair = (await TakeAsync(desk, $"/redaction/articles/{old}{path}", cancel), await TakeAsync(desk, $"/redaction/articles/{young}{path}", cancel));
                if (round >= 0)
                {
                    rounds.Add(pair);
                }
            }

            var result = Result.Of("N1", $"{what} of {Words} words: {History} revisions beside 1", rounds, "ms", "< 1000 ms", _ => true);
            results.Add(result with { IsMet = result.Ours < 1000 });
        }

        return results;
    }

    /// <summary>Published by a third process: until the front page, the feed and the sitemap for news of two nodes carry it, and until it is found on both.</summary>
    public static async Task<IReadOnlyList<Result>> PublishAsync(Setting setting, CancellationToken cancel)
    {
        var paper = await Newspaper.OfAsync(setting, setting.Few, 0, cancel);
        await using var first = await Child.NewspaperAsync(paper.Folder, cancel);
        await using var second = await Child.NewspaperAsync(paper.Folder, cancel);
        using var reader = new HttpClient(new SocketsHttpHandler());
        var pages = new[] { first, second }.SelectMany(node => new[] { "/", "/feed/", "/sitemap-news.xml" }.Select(path => node.Url + path)).ToList();
        var questions = new[] { first, second }.Select(node => node.Url + "/recherche?q=mesure+reprise&tri=date").ToList();
        var (taken, found) = (new List<double>(), new List<double>());
        // The index is opened after the start.
        await Task.WhenAll(questions.Select(question => ComesAsync(reader, question, "id=\"resultats\"", Stopwatch.GetTimestamp(), cancel)));
        for (var round = -1; round < setting.Rounds; round++)
        {
            var article = await paper.AskAsync(async db =>
            {
                var staff = await HireAsync(db, SessionCookie.NewToken(), cancel);
                var number = await WriteAsync(db, staff, 1, cancel);
                var outcome = await new PublishArticle(db, TimeProvider.System).RunAsync(number, new Publication(new StartingPoint(1)), staff, cancel);
                return outcome == PublishOutcome.Done ? number : throw new InvalidOperationException($"{outcome}");
            });
            var clock = Stopwatch.GetTimestamp();
            var seconds = await Task.WhenAll(pages.Concat(questions).Select(page => ComesAsync(reader, page, $"/{article}/", clock, cancel)));
            Console.WriteLine($"carried after {seconds[..pages.Count].Max():0.00} s, found after {seconds[pages.Count..].Max():0.00} s");
            // The first is compiled on its way.
            if (round >= 0)
            {
                taken.Add(seconds[..pages.Count].Max());
                found.Add(seconds[pages.Count..].Max());
            }
        }

        return
        [
            new Result("N2", "published, until 2 nodes' front page, feed and news sitemap carry it", taken.Max(), 2, "s", "< 2 s, the slowest", taken.Max() < 2),
            new Result("N2", "published, until it is found on both", found.Max(), 2, "s", "< 2 s, the slowest", found.Max() < 2),
        ];
    }

    /// <summary>Seconds until it does.</summary>
    private static async Task<double> ComesAsync(HttpClient reader, string page, string what, long since, CancellationToken cancel)
    {
        while (!(await reader.GetStringAsync(page, cancel)).Contains(what, StringComparison.Ordinal))
        {
            if (Stopwatch.GetElapsedTime(since) > Limit)
            {
                throw new TimeoutException($"{page} does not carry {what}.");
            }

            await Task.Delay(Between, cancel);
        }

        return Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    /// <summary>Milliseconds to the last byte.</summary>
    private static async Task<double> TakeAsync(HttpClient desk, string path, CancellationToken cancel)
    {
        var clock = Stopwatch.GetTimestamp();
        using var response = await desk.GetAsync(path, HttpCompletionOption.ResponseContentRead, cancel);
        return response.StatusCode == System.Net.HttpStatusCode.OK
            ? Stopwatch.GetElapsedTime(clock).TotalMilliseconds
            : throw new InvalidOperationException($"{path} answers {response.StatusCode}.");
    }

    /// <summary>An editor-in-chief whose session is proven.</summary>
    private static async Task<SignedIn> HireAsync(GazetierDb db, string token, CancellationToken cancel)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var account = new Account { UserName = token, NormalizedUserName = token, DisplayName = "Rédaction", Role = StaffRole.EditorInChief, CreatedAt = now };
        var session = new Session
        {
            TokenHash = SessionCookie.Hash(token),
            Account = account,
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now.AddDays(1),
            Proof = Proof.Passkey,
            ProvenAt = now,
        };
        db.Add(session);
        await db.SaveChangesAsync(cancel);
        return new SignedIn(account.Id, session.Id, account.DisplayName, account.Role, Language.French, session.Proof, session.ProvenAt, HasSecondFactor: true);
    }

    private static async Task<long> WriteAsync(GazetierDb db, SignedIn staff, int revisions, CancellationToken cancel)
    {
        var section = await db.Sections.Select(s => s.Id).FirstAsync(cancel);
        var clock = new Worked(TimeSpan.FromDays(-2));
        var content = new Content { Headline = $"Une mesure, {revisions} fois reprise", MainSection = section, Body = Text(0) };
        var number = await new BeginManuscript(db, clock).RunAsync(content, new Order(staff.AccountId, null, null, "", null), staff, cancel);
        var save = new SaveManuscript(db, clock);
        for (var revision = 1; revision < revisions; revision++)
        {
            // Long enough after the last that it does not grow that one.
            clock.Pass(Revision.Growth + TimeSpan.FromMinutes(1));
            await save.RunAsync(number, new StartingPoint(revision), content with { Body = Text(revision) }, staff, cancel: cancel);
            db.ChangeTracker.Clear();
        }

        return number;
    }

    private static string Text(int revision) => string.Concat(Enumerable.Range(0, Words / 50).Select(paragraph => string.Create(
        CultureInfo.InvariantCulture,
        $"<p>Paragraphe {paragraph}, repris {(paragraph + revision) % 7} fois. {string.Join(' ', Enumerable.Range(0, 45).Select(word => $"mot{((paragraph * 31) + word) % 997}"))}.</p>")));

    private sealed class Worked(TimeSpan offset) : TimeProvider
    {
        private TimeSpan _offset = offset;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _offset;

        public void Pass(TimeSpan time) => _offset += time;
    }
}
