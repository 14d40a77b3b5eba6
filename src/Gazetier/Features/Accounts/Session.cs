namespace Gazetier.Features.Accounts;

/// <summary>A browser that is signed in (S-05). The cookie carries a random token; here stands only its SHA-256.</summary>
public class Session
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string TokenHash { get; set; }
    public Guid AccountId { get; set; }
    public Account Account { get; set; } = null!;
    public DateTime CreatedAt { get; set; }

    /// <summary>UTC, to the hour or so: written rarely, read to end idle sessions.</summary>
    public DateTime LastSeenAt { get; set; }

    /// <summary>UTC; the absolute limit.</summary>
    public DateTime ExpiresAt { get; set; }

    /// <summary>"Firefox, Linux": enough to recognise one's own device, no more.</summary>
    public string Device { get; set; } = "";
}
