namespace Gazetier.Features.SingleSignOn;

/// <summary>A reader was sent to a provider: what must come back, and what for (P-02).</summary>
/// <param name="Verifier">Of PKCE: whoever steals the code cannot exchange it.</param>
/// <param name="Next">Local path to go to afterwards.</param>
/// <param name="LinkTo">The account that its owner wants the provider to open from now on; null: somebody wants to come in.</param>
/// <param name="Until">UTC.</param>
public sealed record SignOnAttempt(string Provider, string State, string Nonce, string Verifier, string Next, Guid? LinkTo, DateTime Until)
{
    /// <summary>Time to type a password and a code over there.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);
}
