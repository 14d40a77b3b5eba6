namespace Gazetier.Changes;

/// <summary>
/// A line of the change log: something that readers see has changed. Written in the transaction of the change itself,
/// followed by every node in the order of <see cref="Id"/>.
/// </summary>
public class Change
{
    public long Id { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>What happened, "article.published": for people who read the log and followers that care.</summary>
    public required string What { get; set; }

    /// <summary>What it touches, separated by blanks: "article:12 section:… front". Pages carry the same tags.</summary>
    public required string Tags { get; set; }
}
