namespace Gazetier.Features.Accounts;

/// <summary>A single-use link in a mail. The link carries a random token; here stands only its SHA-256.</summary>
public class MailedLink
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string TokenHash { get; set; }
    public MailedLinkPurpose Purpose { get; set; }

    /// <summary>The account it acts on; null for a registration that is not yet one.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>The registration it confirms, or null.</summary>
    public Guid? RegistrationId { get; set; }

    /// <summary>The new address, for a change of address.</summary>
    public string? NewEmail { get; set; }

    /// <summary>Local path to go to afterwards.</summary>
    public string? ReturnPath { get; set; }

    public DateTime CreatedAt { get; set; }
    public DateTime ExpiresAt { get; set; }
    public DateTime? ConsumedAt { get; set; }

    /// <summary>Whether it still opens anything at <paramref name="now"/> (UTC).</summary>
    public bool IsOpen(DateTime now) => ConsumedAt is null && now < ExpiresAt;
}

/// <summary>What following the link, and pressing its button, does.</summary>
public enum MailedLinkPurpose
{
    ConfirmRegistration,
    SignIn,
    ResetPassword,
    ChangeEmail,
}
