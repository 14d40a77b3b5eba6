namespace Gazetier.Features.Feeds.Hubs;

/// <summary>What the hub was told of the feeds of one page, and whether it is to be told again.</summary>
public class FeedPing
{
    /// <summary>Attempts, after which it waits for the next change.</summary>
    public const int MostAttempts = 8;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>Path of the page that the feeds belong to, with its slash.</summary>
    public required string Page { get; set; }

    /// <summary>Of what the feed said when the hub was told last; empty: it never was.</summary>
    public string Fingerprint { get; set; } = "";

    /// <summary>UTC; null: nothing is to be told.</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>In vain, since the change.</summary>
    public int Attempts { get; set; }

    /// <summary>UTC; when the hub took it last.</summary>
    public DateTime? ToldAt { get; set; }

    /// <summary>How long after an attempt in vain the next one is made: two minutes, then four times as long each time.</summary>
    public static TimeSpan PauseAfter(int attempts) => TimeSpan.FromMinutes(Math.Min(Longest.TotalMinutes, 2 * Math.Pow(4, Math.Max(0, attempts - 1))));
}

/// <summary>How far the change log was read for the hub. One row.</summary>
public class HubPosition
{
    /// <summary>Always 1.</summary>
    public int Id { get; set; } = 1;

    public long ChangeId { get; set; }
}
