namespace Gazetier.Features.Accounts;

/// <summary>How somebody showed that an account is theirs.</summary>
public enum Proof
{
    Password,

    /// <summary>A link in a mail.</summary>
    Link,

    /// <summary>A passkey whose device asked for a finger, a face or a PIN: two factors at once.</summary>
    Passkey,

    /// <summary>A code of an application (TOTP).</summary>
    TimeCode,

    RecoveryCode,

    /// <summary>An identity provider's word. It may have asked nobody for anything: whoever sits at the desk comes in.</summary>
    Provider,
}

public static class ProofStrength
{
    public static bool IsSecondFactor(this Proof proof) => proof is Proof.Passkey or Proof.TimeCode or Proof.RecoveryCode;
}
