namespace Gazetier.Features.SenderHealth;

/// <summary>Follows an SPF record through its inclusions, and counts what a receiver would have to look up (RFC 7208, 4.6.4).</summary>
public sealed class SpfWalk(IAskDns dns)
{
    /// <summary>More, and receivers take the record for broken.</summary>
    public const int MostLookUps = 10;

    /// <summary>Where we stop counting.</summary>
    private const int Enough = 40;

    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

    public int LookUps { get; private set; }

    /// <summary>Names that are included and have no record.</summary>
    public List<string> Missing { get; } = [];

    public static bool IsSpf(string text) => text.Equals("v=spf1", StringComparison.OrdinalIgnoreCase) || text.StartsWith("v=spf1 ", StringComparison.OrdinalIgnoreCase);

    public async Task FollowAsync(string record, CancellationToken cancel)
    {
        foreach (var term in record.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).TakeWhile(_ => LookUps < Enough))
        {
            var (name, target) = Term(term);
            if (name is "a" or "mx" or "ptr" or "exists")
            {
                LookUps++;
            }
            else if (name is "include" or "redirect")
            {
                LookUps++;
                await IncludeAsync(target, cancel);
            }
        }
    }

    /// <summary>"~all" gives "~all"; null: the record does not say what of the others.</summary>
    public static string? EndOf(string record) =>
        record.Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault(term => term.TrimStart('+', '-', '~', '?').Equals("all", StringComparison.OrdinalIgnoreCase));

    public static bool IsRedirected(string record) => record.Contains(" redirect=", StringComparison.OrdinalIgnoreCase);

    private async Task IncludeAsync(string target, CancellationToken cancel)
    {
        // What depends on the mail cannot be followed without one.
        if (target.Length == 0 || target.Contains('%', StringComparison.Ordinal) || !_seen.Add(target))
        {
            return;
        }

        if ((await dns.TextsAsync(target, cancel)).FirstOrDefault(IsSpf) is { } included)
        {
            await FollowAsync(included, cancel);
        }
        else
        {
            Missing.Add(target);
        }
    }

    private static (string Name, string Target) Term(string term)
    {
        var bare = term.TrimStart('+', '-', '~', '?');
        var at = bare.IndexOfAny([':', '=', '/']);
        return at < 0 ? (bare.ToLowerInvariant(), "") : (bare[..at].ToLowerInvariant(), bare[at] == '/' ? "" : bare[(at + 1)..]);
    }
}
