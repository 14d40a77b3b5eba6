using System.Security.Cryptography;
using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.WebUtilities;

namespace Gazetier.Features.Gifts;

/// <summary>
/// An article that a subscriber gives: whoever has the link reads that one article. The link says nothing of who gave it. Its
/// token lies here as it is: it opens one article for two weeks, and its giver wants to find it again.
/// </summary>
public class Gift
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>What stands in the link; unique.</summary>
    public string Token { get; set; } = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16));

    public long ArticleId { get; set; }
    public Guid GiverId { get; set; }
    public Account Giver { get; set; } = null!;

    /// <summary>Of the newspaper's calendar: 202611.</summary>
    public int Month { get; set; }

    /// <summary>The first of the giver's in the month, the second…: two tabs cannot both give the last.</summary>
    public int Number { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>UTC, exclusive: from then on it opens nothing, not even where it was opened before.</summary>
    public DateTime ExpiresAt { get; set; }

    /// <summary>Browsers that opened it.</summary>
    public int Openings { get; set; }

    public int MostOpenings { get; set; }

    /// <summary>UTC; the giver took it back.</summary>
    public DateTime? RevokedAt { get; set; }

    public bool IsGood(DateTime now) => RevokedAt is null && now < ExpiresAt;

    public bool CanBeOpened(DateTime now) => IsGood(now) && Openings < MostOpenings;
}
