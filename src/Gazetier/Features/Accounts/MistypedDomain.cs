namespace Gazetier.Features.Accounts;

/// <summary>Guesses what a mistyped webmail was meant to be: "gmial.com" is gmail.com. A guess is offered, never imposed.</summary>
public static class MistypedDomain
{
    private static readonly string[] Webmails =
    [
        "gmail.com", "hotmail.com", "hotmail.fr", "orange.fr", "wanadoo.fr", "free.fr", "yahoo.fr", "yahoo.com", "outlook.com", "outlook.fr",
        "laposte.net", "sfr.fr", "live.fr", "live.com", "icloud.com", "bbox.fr", "neuf.fr", "gmx.fr", "gmx.com", "msn.com", "aol.com", "proton.me",
        "protonmail.com", "numericable.fr", "club-internet.fr", "ymail.com", "me.com", "mac.com", "mail.com", "gmx.de", "gmx.net",
    ];

    /// <summary>The address that was probably meant, or null when there is nothing to guess.</summary>
    /// <param name="email">As <see cref="EmailAddress.Read"/> gives it.</param>
    public static string? Guess(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        var domain = email[(at + 1)..];
        if (Array.IndexOf(Webmails, domain) >= 0)
        {
            return null;
        }

        var meant = domain switch
        {
            "gmail.fr" or "gmail.net" or "googlemail.fr" => "gmail.com",
            "orange.com" => "orange.fr",
            "laposte.fr" or "laposte.com" => "laposte.net",
            _ => Array.Find(Webmails, webmail => webmail.Length > 5 && IsOneSlipAway(domain, webmail)),
        };
        return meant is null ? null : email[..(at + 1)] + meant;
    }

    /// <summary>One letter more, less or other, or two neighbours exchanged.</summary>
    private static bool IsOneSlipAway(string typed, string meant)
    {
        var start = 0;
        while (start < typed.Length && start < meant.Length && typed[start] == meant[start])
        {
            start++;
        }

        var left = typed.AsSpan(start);
        var right = meant.AsSpan(start);
        return (left.Length == right.Length + 1 && left[1..].SequenceEqual(right))
            || (right.Length == left.Length + 1 && right[1..].SequenceEqual(left))
            || (left.Length == right.Length && left.Length > 0 && left[1..].SequenceEqual(right[1..]))
            || (left.Length == right.Length && left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]));
    }
}
