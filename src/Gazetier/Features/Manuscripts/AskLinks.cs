using System.Collections.Concurrent;
using System.Net;
using Gazetier.Data;
using Gazetier.Web;

namespace Gazetier.Features.Manuscripts;

/// <summary>
/// Asks pages of other sites whether they are still there, before an article that links to them appears. Only a clear no counts: 404
/// or 410; a site that is slow, closed to programs or not found from here may be there for readers. What was asked is known for
/// ten minutes, answer or none, so that looking at the page of publication again costs nothing.
/// </summary>
public sealed class AskLinks(IHttpClientFactory clients, NewspaperOptions options, TimeProvider clock)
{
    /// <summary>Name of the client; its connections lead to public addresses only (<see cref="OutsideConnections"/>).</summary>
    public const string Client = "links";

    private const int Most = 60;
    private const int AtATime = 8;
    private const int Remembered = 2_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Known = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (bool IsDead, DateTimeOffset At)> _answers = new(StringComparer.Ordinal);

    /// <returns>Those of <paramref name="addresses"/> that lead to nothing; none where the operator wants nobody asked.</returns>
    public async Task<IReadOnlySet<string>> DeadAsync(IReadOnlyList<string> addresses, CancellationToken cancel)
    {
        var dead = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        if (options.AskLinks && addresses.Count > 0)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(Patience);
            await Parallel.ForEachAsync(addresses.Take(Most), new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancel }, async (address, _) =>
            {
                if (await IsDeadAsync(address, limit.Token, cancel))
                {
                    dead[address] = true;
                }
            });
        }

        return dead.Keys.ToHashSet(StringComparer.Ordinal);
    }

    /// <param name="patience">Ends when too much time has passed: that is an answer, too.</param>
    /// <param name="cancel">Ends when nobody wants to know any more: that is none.</param>
    private async Task<bool> IsDeadAsync(string address, CancellationToken patience, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (_answers.TryGetValue(address, out var answer) && now - answer.At < Known)
        {
            return answer.IsDead;
        }

        var isDead = await AskAsync(address, patience);
        cancel.ThrowIfCancellationRequested();
        if (_answers.Count >= Remembered)
        {
            _answers.Clear();
        }

        _answers[address] = (isDead, now);
        return isDead;
    }

    private async Task<bool> AskAsync(string address, CancellationToken cancel)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return true;
        }

        try
        {
            using var client = clients.CreateClient(Client);
            using var head = new HttpRequestMessage(HttpMethod.Head, uri);
            using var answer = await client.SendAsync(head, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Gone))
            {
                return false;
            }

            // Some sites have an answer to GET only.
            using var get = new HttpRequestMessage(HttpMethod.Get, uri);
            using var second = await client.SendAsync(get, HttpCompletionOption.ResponseHeadersRead, cancel);
            return second.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or InvalidOperationException or NotSupportedException)
        {
            return false;
        }
    }
}
