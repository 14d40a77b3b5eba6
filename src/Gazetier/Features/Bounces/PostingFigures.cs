using Gazetier.Data;
using Gazetier.Features.Deliveries;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Bounces;

/// <summary>What was sent and what came back, by list and by domain (E-05). Counts, and nobody's address.</summary>
public class PostingFigures(GazetierDb db, TimeProvider clock)
{
    /// <summary>Domains that are shown.</summary>
    public const int MostDomains = 20;

    /// <summary>What is looked at for domains: fewer days than for lists, for every delivery has to be looked at.</summary>
    public static readonly TimeSpan OfDomains = TimeSpan.FromDays(7);

    public async Task<IReadOnlyList<PostingLine>> ListsAsync(CancellationToken cancel)
    {
        var since = clock.GetUtcNow().UtcDateTime - ComplaintRate.Looked;
        var sent = await db.Deliveries.Where(d => d.State == DeliveryState.Sent && d.NotBefore >= since)
            .GroupBy(d => d.Issue.List).Select(g => new { Name = g.Key, Count = g.Count() }).ToListAsync(cancel);
        var back = await db.RecordedBounces.Where(b => b.At >= since)
            .GroupBy(b => new { Name = b.List, b.Kind }).Select(g => new { g.Key.Name, g.Key.Kind, Count = g.Count() }).ToListAsync(cancel);
        return Lines(sent.ToDictionary(s => s.Name, s => s.Count, StringComparer.Ordinal), back.Select(b => (b.Name, b.Kind, b.Count)));
    }

    /// <summary>Domains from which something came back, the most first.</summary>
    public async Task<IReadOnlyList<PostingLine>> DomainsAsync(CancellationToken cancel)
    {
        var since = clock.GetUtcNow().UtcDateTime - OfDomains;
        var back = await db.RecordedBounces.Where(b => b.At >= since)
            .GroupBy(b => new { Name = b.Domain, b.Kind }).Select(g => new { g.Key.Name, g.Key.Kind, Count = g.Count() }).ToListAsync(cancel);
        var worst = back.GroupBy(b => b.Name, StringComparer.Ordinal).OrderByDescending(g => g.Sum(b => b.Count)).Take(MostDomains).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        var sent = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in worst)
        {
            var ending = "@" + name;
            sent[name] = await db.Deliveries.CountAsync(d => d.State == DeliveryState.Sent && d.NotBefore >= since && d.Email.EndsWith(ending), cancel);
        }

        return Lines(sent, back.Where(b => worst.Contains(b.Name)).Select(b => (b.Name, b.Kind, b.Count)));
    }

    private static List<PostingLine> Lines(Dictionary<string, int> sent, IEnumerable<(string Name, BounceKind Kind, int Count)> back)
    {
        var counted = back.ToLookup(b => b.Name, StringComparer.Ordinal);
        int Of(string name, BounceKind kind) => counted[name].Where(b => b.Kind == kind).Sum(b => b.Count);
        return
        [
            .. sent.Keys.Union(counted.Select(g => g.Key), StringComparer.Ordinal)
                .Select(name => new PostingLine(name, sent.GetValueOrDefault(name), Of(name, BounceKind.Hard), Of(name, BounceKind.Soft), Of(name, BounceKind.Policy), Of(name, BounceKind.Complaint)))
                .OrderByDescending(line => line.Sent).ThenBy(line => line.Name, StringComparer.Ordinal),
        ];
    }
}

/// <summary>A list or a domain.</summary>
public sealed record PostingLine(string Name, int Sent, int Hard, int Soft, int Policy, int Complaints);
