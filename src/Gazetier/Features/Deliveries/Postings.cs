using Gazetier.Data;
using Gazetier.Locales;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Deliveries;

/// <summary>How far issues are. Counts come from the index of the ledger.</summary>
public class Postings(GazetierDb db)
{
    /// <summary>The issues that are asked for, in their order; one query more, however many they are.</summary>
    public async Task<IReadOnlyList<Posting>> OfAsync(IQueryable<Issue> asked, CancellationToken cancel)
    {
        var issues = await asked.AsNoTracking().ToListAsync(cancel);
        var ids = issues.ConvertAll(i => i.Id);
        var counts = (await db.Deliveries.Where(d => ids.Contains(d.IssueId))
            .GroupBy(d => new { d.IssueId, d.State })
            .Select(g => new { g.Key.IssueId, g.Key.State, Number = g.LongCount() })
            .ToListAsync(cancel)).ToLookup(count => count.IssueId);
        return issues.ConvertAll(issue => new Posting(
            issue.Id, issue.Title, issue.List, issue.CreatedAt, issue.State, counts[issue.Id].ToDictionary(count => count.State, count => count.Number)));
    }

    /// <summary>Null: there is no such issue.</summary>
    public Task<string?> TitleAsync(Guid issue, CancellationToken cancel) =>
        db.Issues.Where(i => i.Id == issue).Select(i => (string?)i.Title).FirstOrDefaultAsync(cancel);
}

/// <summary>One issue on its way.</summary>
/// <param name="List">"digest", "alerts", or a newsletter's slug.</param>
/// <param name="At">UTC; when it began.</param>
/// <param name="Counts">Of its deliveries, by what became of them.</param>
public sealed record Posting(Guid Id, string Title, string List, DateTime At, IssueState State, IReadOnlyDictionary<DeliveryState, long> Counts)
{
    /// <summary>An average over more than a day says nothing of now.</summary>
    private static readonly TimeSpan SaysSomething = TimeSpan.FromDays(1);

    public long Sent => Of(DeliveryState.Sent);

    public long Failed => Of(DeliveryState.Failed);

    public long Dropped => Of(DeliveryState.Dropped);

    public long Waiting => Of(DeliveryState.Waiting) + Of(DeliveryState.InFlight);

    public bool HasEnded => State is IssueState.Stopped or IssueState.Done || (State == IssueState.Running && Waiting == 0);

    public string StateIn(Phrases t) => State switch
    {
        IssueState.Paused => t["suspendu"],
        IssueState.Stopped => t["arrêté"],
        _ => Waiting == 0 ? t["terminé"] : t["en cours"],
    };

    /// <summary>"120 par seconde, encore 4 min"; null where there is nothing to say.</summary>
    /// <param name="now">UTC.</param>
    public string? Pace(DateTime now, Phrases t)
    {
        var elapsed = now - At;
        if (State != IssueState.Running || Waiting == 0 || Sent == 0 || elapsed <= TimeSpan.Zero || elapsed > SaysSomething)
        {
            return null;
        }

        var perSecond = Sent / elapsed.TotalSeconds;
        var left = TimeSpan.FromSeconds(Waiting / perSecond);
        return t["{0} par seconde, encore {1} min environ", perSecond.ToString(perSecond < 10 ? "0.0" : "0", t.Culture), (long)Math.Ceiling(left.TotalMinutes)];
    }

    private long Of(DeliveryState state) => Counts.GetValueOrDefault(state);
}
