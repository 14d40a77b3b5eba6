namespace Gazetier.Features.Feeds;

/// <summary>
/// A reader's key to their private feed. The address holds no account and cannot be guessed; a new key makes the old address dead.
/// </summary>
public class FeedKey
{
    public Guid AccountId { get; set; }

    /// <summary>Version 4: nobody can count it up. What is in the address is made of it and the newspaper's own secret.</summary>
    public Guid Id { get; set; } = Guid.NewGuid();

    public DateTime CreatedAt { get; set; }
}
