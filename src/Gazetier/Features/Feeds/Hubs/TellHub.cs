using System.Security.Cryptography;
using Gazetier.Data;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Feeds.Hubs;

/// <summary>
/// Tells the hub which feeds say something else than when it was told last (WebSub, W3C 2018). Claimed by a conditional update: of several
/// nodes one tells; what is told twice does no harm. A hub that does not answer is asked again, later each time.
/// </summary>
public class TellHub(GazetierDb db, PublicFeeds feeds, IServiceProvider services, IHttpClientFactory clients, NewspaperOptions options, PublicAddress address, TimeProvider clock)
{
    /// <summary>Name of the client.</summary>
    public const string Client = "hub";

    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const int AtOnce = 50;

    /// <returns>Pages of whose feeds it was told.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.FeedPings.AsNoTracking().Where(p => p.DueAt <= now).OrderBy(p => p.DueAt).ThenBy(p => p.Page).Take(AtOnce).ToListAsync(cancel);
        var told = 0;
        foreach (var ping in due)
        {
            told += await TellAsync(ping, cancel) ? 1 : 0;
        }

        return told;
    }

    private async Task<bool> TellAsync(FeedPing ping, CancellationToken cancel)
    {
        // Whole seconds: PostgreSQL keeps fewer digits than we count, and the time is what is compared.
        var again = new DateTime((clock.GetUtcNow().UtcDateTime + FeedPing.PauseAfter(ping.Attempts + 1)).Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
        var mine = db.FeedPings.Where(p => p.Page == ping.Page && p.DueAt == ping.DueAt);
        if (await mine.ExecuteUpdateAsync(p => p.SetProperty(x => x.DueAt, again).SetProperty(x => x.Attempts, x => x.Attempts + 1), cancel) == 0)
        {
            return false;
        }

        var claimed = db.FeedPings.Where(p => p.Page == ping.Page && p.DueAt == again);
        if (await FingerprintAsync(ping.Page, cancel) is not { } fingerprint || fingerprint == ping.Fingerprint)
        {
            // Gone, or a change that no feed shows.
            await claimed.ExecuteUpdateAsync(p => p.SetProperty(x => x.DueAt, (DateTime?)null).SetProperty(x => x.Attempts, 0), cancel);
            return false;
        }

        if (!await AskAsync(ping.Page, cancel))
        {
            await claimed.Where(p => p.Attempts >= FeedPing.MostAttempts).ExecuteUpdateAsync(p => p.SetProperty(x => x.DueAt, (DateTime?)null), cancel);
            return false;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        await db.FeedPings.Where(p => p.Page == ping.Page).ExecuteUpdateAsync(p => p.SetProperty(x => x.Fingerprint, fingerprint).SetProperty(x => x.ToldAt, now), cancel);
        // What changed meanwhile stays due.
        await claimed.ExecuteUpdateAsync(p => p.SetProperty(x => x.DueAt, (DateTime?)null).SetProperty(x => x.Attempts, 0), cancel);
        return true;
    }

    /// <summary>Of what the feed says; null: it is gone.</summary>
    private async Task<string?> FingerprintAsync(string page, CancellationToken cancel)
    {
        var context = new DefaultHttpContext { RequestServices = services, RequestAborted = cancel };
        // An empty feed is always as new as the clock.
        return await feeds.FindAsync(page, context) is { } feed
            ? Convert.ToHexStringLower(SHA256.HashData(AtomWriter.Write(feed with { UpdatedAt = DateTime.UnixEpoch }, ""))[..16])
            : null;
    }

    private async Task<bool> AskAsync(string page, CancellationToken cancel)
    {
        try
        {
            using var client = clients.CreateClient(Client);
            foreach (var format in FeedFormat.All)
            {
                var topic = address.Of(page + format.Suffix);
                // The protocol leaves the words to the hub; hubs understand one of these two names, or both.
                using var said = new FormUrlEncodedContent([new("hub.mode", "publish"), new("hub.topic", topic), new("hub.url", topic)]);
                using var answer = await client.PostAsync(new Uri(options.Hub), said, cancel);
                if (!answer.IsSuccessStatusCode)
                {
                    return false;
                }
            }

            return true;
        }
        catch (Exception error) when (!cancel.IsCancellationRequested && error is HttpRequestException or OperationCanceledException or IOException)
        {
            return false;
        }
    }
}
