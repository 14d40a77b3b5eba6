namespace Gazetier.Features.MailingLists;

/// <summary>An address as much as its owner knows it again, and nobody else learns it: "d…n@valmorel.example". Pure.</summary>
public static class MaskedAddress
{
    /// <summary>A local part of three signs or less shows its first only.</summary>
    public static string Of(string email)
    {
        var at = email.LastIndexOf('@');
        return at <= 0 ? "…" : $"{email[0]}…{(at > 3 ? email[at - 1] : "")}{email[at..]}";
    }
}
