namespace Gazetier.Features.Feeds;

/// <summary>
/// A reader's key to their private feed. The address holds no account and cannot be guessed; a new key makes the old address dead.
/// </summary>
public class FeedKey
{
    public Guid AccountId { get; set; }

    /// <summary>In the address it carries the newspaper's own seal: nobody can count it up.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public DateTime CreatedAt { get; set; }
}
