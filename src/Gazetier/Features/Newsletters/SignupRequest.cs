namespace Gazetier.Features.Newsletters;

/// <summary>
/// Demande d'inscription à une lettre: an address that nobody has proven yet (E-03). Written for known and unknown addresses
/// alike, so that both get the same answer; forgotten when its link is.
/// </summary>
public class SignupRequest
{
    /// <summary>How long the link works from when its mail was written.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(48);

    /// <summary>A mail that could not leave for so long never will.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(7);

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid NewsletterId { get; set; }
    public Newsletter Newsletter { get; set; } = null!;
    public required string Email { get; set; }

    /// <summary>"fr" or "en": of whom it is written to.</summary>
    public required string Language { get; set; }

    /// <summary>The sentence that was agreed to, as it stood there.</summary>
    public required string Text { get; set; }

    /// <summary>Where: "/lettres/la-semaine/inscription".</summary>
    public required string Origin { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>UTC; null until the mail was written.</summary>
    public DateTime? ExpiresAt { get; set; }

    public DateTime? ConfirmedAt { get; set; }

    /// <summary>Whether its link still does anything.</summary>
    public bool IsOpen(DateTime now) => ConfirmedAt is null && now < ExpiresAt;
}
