using Gazetier.Features.Accounts;

namespace Gazetier.Features.Manuscripts;

/// <summary>Somebody has a manuscript open.</summary>
public class Presence
{
    /// <summary>Who was not heard of for so long has left: three beats of the page.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromSeconds(30);

    public long ArticleId { get; set; }
    public Guid AccountId { get; set; }
    public Account Account { get; set; } = null!;

    /// <summary>UTC; since when they are there.</summary>
    public DateTime Since { get; set; }

    /// <summary>UTC.</summary>
    public DateTime SeenAt { get; set; }
}
