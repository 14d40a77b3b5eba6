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

    /// <summary>How it was proven last whose session this is; null: too long ago.</summary>
    public Proof? Proof { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? ProvenAt { get; set; }

    /// <summary>Hash of the cookie by which a browser is known again (<see cref="BrowserCookie"/>); null for most readers.</summary>
    public string? BrowserHash { get; set; }

    /// <summary>UTC; when a newer session of an account that reads by a seat took its place. Null: that never happened.</summary>
    public DateTime? CutAt { get; set; }

    /// <summary>The browser was told why.</summary>
    public bool IsCutTold { get; set; }

    /// <summary>Whether the cookie stays when the browser closes.</summary>
    public bool IsRemembered => ExpiresAt - CreatedAt > OpenSession.ShortLifetime;
}
