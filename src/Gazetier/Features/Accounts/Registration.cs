namespace Gazetier.Features.Accounts;

/// <summary>
/// A request for an account, before its address is proven. Written for known and unknown addresses alike, so that both
/// cost the same time and get the same answer (S-01); the mail that follows tells its owner which it was.
/// </summary>
public class Registration
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Email { get; set; }
    public string DisplayName { get; set; } = "";

    /// <summary>Empty: none was chosen, for an identity provider is to open the account.</summary>
    public required string PasswordHash { get; set; }
    public string Language { get; set; } = "fr";

    /// <summary>Local path that the reader came from, where confirmation leads back to.</summary>
    public string? ReturnPath { get; set; }

    public DateTime CreatedAt { get; set; }
    public DateTime? ConfirmedAt { get; set; }
}
