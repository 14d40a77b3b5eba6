using Gazetier.Features.Accounts;

namespace Gazetier.Features.Newsletters;

/// <summary>Inscription à une lettre: one reader of one newsletter. Who left keeps the row; the proof is their consents.</summary>
public class NewsletterSignup
{
    public Guid NewsletterId { get; set; }
    public Newsletter Newsletter { get; set; } = null!;
    public Guid AccountId { get; set; }
    public Account Account { get; set; } = null!;

    /// <summary>UTC; when they signed up last.</summary>
    public DateTime JoinedAt { get; set; }

    /// <summary>UTC; null for who gets it.</summary>
    public DateTime? LeftAt { get; set; }
}
