namespace Gazetier.Features.Accounts.Factors;

/// <summary>A question to a passkey that was answered: the same answer does not sign in twice.</summary>
public class SpentChallenge
{
    public required string Hash { get; set; }

    /// <summary>UTC; later nobody could send it again anyway.</summary>
    public DateTime ExpiresAt { get; set; }
}
