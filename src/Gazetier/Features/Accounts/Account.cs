using Microsoft.AspNetCore.Identity;

namespace Gazetier.Features.Accounts;

/// <summary>Who can sign in: a reader, and staff when <see cref="Role"/> is set. Its user name is its address.</summary>
public class Account : IdentityUser<Guid>
{
    /// <summary>Years without signing in and without a subscription after which an account goes (L-40; CNIL, décision 2021-131).</summary>
    public const int DormantYears = 3;

    public Account() => Id = Guid.CreateVersion7();

    /// <summary>How mails and pages address the reader.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>"fr" or "en".</summary>
    public string Language { get; set; } = "fr";

    /// <summary>Null for a reader.</summary>
    public StaffRole? Role { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>Day of the last sign-in, for the retention of dormant accounts; no finer.</summary>
    public DateOnly? LastSignInOn { get; set; }

    /// <summary>When its reader was told that it is about to go, for it sleeps; UTC.</summary>
    public DateTime? WarnedAt { get; set; }

    /// <summary>For colleagues: the name, or the address of who gave none.</summary>
    public string CalledName => DisplayName.Length > 0 ? DisplayName : Email!;
}

/// <summary>What a member of the newsroom or of the desk is.</summary>
public enum StaffRole
{
    Journalist,
    SubEditor,
    SectionEditor,
    EditorInChief,
    SubscriptionDesk,
    Moderator,
    Administrator,
}
