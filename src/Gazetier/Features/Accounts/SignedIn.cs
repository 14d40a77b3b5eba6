using Gazetier.Web;

namespace Gazetier.Features.Accounts;

/// <summary>
/// Who a request comes from, when it comes from somebody who is signed in. A session that has not passed the second factor is
/// half: it reads, and opens neither the newsroom nor an account that has one (S-03, docs/decisions/0013).
/// </summary>
/// <param name="DisplayName">Of staff never empty.</param>
/// <param name="Proof">How it was proven last; null: too long ago.</param>
/// <param name="ProvenAt">UTC.</param>
public sealed record SignedIn(
    Guid AccountId, Guid SessionId, string DisplayName, StaffRole? Role, Language Language, Proof? Proof, DateTime? ProvenAt, bool HasSecondFactor)
{
    /// <summary>How long staff need not prove it again, when they work on.</summary>
    public static readonly TimeSpan StaffLimit = TimeSpan.FromDays(7);

    /// <summary>Staff who were away for longer prove it again.</summary>
    public static readonly TimeSpan StaffIdleLimit = TimeSpan.FromHours(12);

    /// <summary>What cannot be undone asks for a proof that is younger.</summary>
    public static readonly TimeSpan FreshLimit = TimeSpan.FromMinutes(15);

    /// <summary>The second factor was passed, and not too long ago.</summary>
    public bool IsProven(DateTime now) => Proof?.IsSecondFactor() == true && ProvenAt is { } at && (Role is null || now - at < StaffLimit);

    /// <summary>The account has a second factor, and this session has yet to pass it.</summary>
    public bool OwesProof(DateTime now) => HasSecondFactor && !IsProven(now);

    /// <summary>Staff work with a second factor only.</summary>
    public bool EntersNewsroom(DateTime now) => Role is not null && IsProven(now);

    /// <summary>It was this very person a moment ago, by the best proof that the account has. A provider's word is none of a moment ago.</summary>
    public bool IsFresh(DateTime now) => ProvenAt is { } at && now - at < FreshLimit && Proof is not (null or Accounts.Proof.Provider) && !OwesProof(now);
}

public static class SignedInOfRequest
{
    /// <summary>Null for a visitor.</summary>
    public static SignedIn? SignedIn(this HttpContext context) => context.Features.Get<SignedIn>();
}
