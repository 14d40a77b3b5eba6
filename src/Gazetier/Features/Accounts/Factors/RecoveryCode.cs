using System.Security.Cryptography;

namespace Gazetier.Features.Accounts.Factors;

/// <summary>One of ten codes on paper, for who lost the phone. Works once; here stands only its SHA-256.</summary>
public class RecoveryCode
{
    public const int HowMany = 10;

    // 32 letters and digits that nobody takes for one another; 16 of them are 80 bits, which no hash needs to be slow for.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 16;
    private const int GroupLength = 4;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid AccountId { get; set; }

    public required string Hash { get; set; }

    /// <summary>UTC; null: it still works.</summary>
    public DateTime? UsedAt { get; set; }

    /// <summary>"ABCD-EFGH-JKLM-NPQR".</summary>
    public static string New() =>
        string.Join('-', new string(RandomNumberGenerator.GetItems<char>(Letters, Length)).Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>Of what was typed, with or without hyphens, in either case; null where it can be none.</summary>
    public static string? Read(string? typed)
    {
        var code = typed is { Length: < 40 } ? string.Concat(typed.Where(char.IsLetterOrDigit)).ToUpperInvariant() : "";
        return code.Length == Length && code.All(Letters.Contains) ? code : null;
    }

    /// <summary>The account is part of it: a hash that was moved opens nothing.</summary>
    /// <param name="code">As <see cref="Read"/> gives it.</param>
    public static string HashOf(Guid accountId, string code) => SessionCookie.Hash($"recovery {accountId:N} {code}");
}
