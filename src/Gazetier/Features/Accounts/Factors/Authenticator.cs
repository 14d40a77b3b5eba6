namespace Gazetier.Features.Accounts.Factors;

/// <summary>The application on somebody's phone that shows another code every 30 seconds (TOTP, RFC 6238). One an account.</summary>
public class Authenticator
{
    public Guid AccountId { get; set; }

    /// <summary>In Base32, closed by <see cref="Data.Seal"/> for <see cref="Purpose"/>.</summary>
    public required string ClosedSecret { get; set; }

    /// <summary>Number of the last step whose code was taken: no code counts twice.</summary>
    public long LastStep { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>Made with the demonstration: whoever sits at the machine is shown its codes, beside the mails.</summary>
    public bool IsDemonstration { get; set; }

    public static string Purpose(Guid accountId) => $"authenticator {accountId:N}";
}
