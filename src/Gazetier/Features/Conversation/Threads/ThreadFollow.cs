namespace Gazetier.Features.Conversation.Threads;

/// <summary>That a reader is told by mail of what comes in one thread, or under a whole article.</summary>
public class ThreadFollow
{
    public Guid AccountId { get; set; }
    public long ArticleId { get; set; }

    /// <summary>The comment that began the thread; empty: all of the article.</summary>
    public Guid ThreadId { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }
}

/// <summary>Whether a reader left the list of conversations; what they follow stays followed.</summary>
public class ThreadSettings
{
    public Guid AccountId { get; set; }

    public bool IsOff { get; set; }
}
