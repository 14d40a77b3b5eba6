using System.Collections.Frozen;
using Gazetier.Features.Accounts;

namespace Gazetier.Features.Organisations;

/// <summary>A domain of mail addresses, and whether one organisation can have it to itself (A-04). Pure.</summary>
public static class DomainName
{
    public const int Longest = 253;

    private static readonly FrozenSet<string> Webmail = Load("webmail");
    private static readonly FrozenSet<string> Suffixes = Load("suffixe");

    /// <summary>The domain of what somebody typed, "@Valmorel.fr" and "agent@valmorel.fr" too: small letters, in ASCII. Null: it is none.</summary>
    public static string? Read(string? typed)
    {
        var domain = (typed ?? "").Trim();
        domain = domain[(domain.LastIndexOf('@') + 1)..];
        return EmailAddress.Read("x@" + domain) is { } address ? Of(address) : null;
    }

    /// <summary>The domain of an address as we keep it.</summary>
    public static string Of(string email) => email[(email.LastIndexOf('@') + 1)..];

    /// <summary>Null: it can be an organisation's own.</summary>
    public static DomainRefusal? Refusal(string domain) =>
        Suffixes.Contains(domain) ? DomainRefusal.Suffix
        : Webmail.Contains(domain) || Webmail.Any(shared => domain.EndsWith("." + shared, StringComparison.Ordinal)) ? DomainRefusal.Webmail
        : null;

    private static FrozenSet<string> Load(string kind)
    {
        using var file = typeof(DomainName).Assembly.GetManifestResourceStream("Gazetier.SharedDomains.txt")!;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.StartsWith(kind + " ", StringComparison.Ordinal))
            .Select(line => line[(kind.Length + 1)..].Trim())
            .ToFrozenSet(StringComparer.Ordinal);
    }
}

/// <summary>Why a domain is not taken.</summary>
public enum DomainRefusal
{
    NoDomain,

    /// <summary>Anybody gets an address there.</summary>
    Webmail,

    /// <summary>Not a domain but what domains end with: "fr", "gouv.fr".</summary>
    Suffix,

    /// <summary>It is another organisation's.</summary>
    Taken,

    /// <summary>It is this one's already.</summary>
    Had,
}
