namespace Gazetier.Features.Alerts;

/// <summary>That an article was matched against what readers follow, once over all nodes.</summary>
public class Matching
{
    public long ArticleId { get; set; }

    /// <summary>Of the article when its words were looked at last.</summary>
    public int Version { get; set; }

    /// <summary>UTC; when every reader's alert was written to the ledger. Null: a node is at it, or died at it.</summary>
    public DateTime? DoneAt { get; set; }

    /// <summary>UTC; until then the node that began goes on alone.</summary>
    public DateTime ClaimedUntil { get; set; }
}
