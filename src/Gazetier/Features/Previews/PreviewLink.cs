using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;

namespace Gazetier.Features.Previews;

/// <summary>
/// Lien de relecture: lets somebody outside, mostly a source, read over one article that is not out. The link carries a token of
/// which only the hash is kept; it opens this article whole and nothing else, for a week, or until it is revoked.
/// </summary>
public class PreviewLink
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>How long the row tells the newsroom, after its end, to whom the article was shown.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    public const int LongestReader = 120;

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public long ArticleId { get; set; }
    public Article Article { get; set; } = null!;

    /// <summary>Hexadecimal SHA-256 of the token.</summary>
    public required string TokenHash { get; set; }

    /// <summary>Whom it is for, as the newsroom calls them.</summary>
    public required string Reader { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>Null once the account is deleted.</summary>
    public Guid? ById { get; set; }
    public Account? By { get; set; }

    /// <summary>UTC, exclusive.</summary>
    public DateTime ExpiresAt { get; set; }

    /// <summary>UTC; null while nobody revoked it.</summary>
    public DateTime? RevokedAt { get; set; }

    public bool IsOpen(DateTime now) => RevokedAt is null && now < ExpiresAt;
}
