using System.Security.Cryptography;

namespace Gazetier.Features.Subscriptions;

/// <summary>The names that subscriptions have in letters: short, read out on the telephone, not to be guessed.</summary>
public static class SubscriptionReference
{
    // Without the letters and figures that are taken for one another.
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <param name="kind">Three letters: what it is the name of.</param>
    public static string New(string kind = "ABO") => $"{kind}-{RandomNumberGenerator.GetString(Signs, 5)}-{RandomNumberGenerator.GetString(Signs, 5)}";

    /// <summary>A reference as somebody typed it, as it is kept: "abo 7k3f9 2qdx5" is "ABO-7K3F9-2QDX5". Null: none.</summary>
    public static string? Read(string? typed, string kind = "ABO")
    {
        var signs = new string([.. (typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
        signs = signs.StartsWith(kind, StringComparison.Ordinal) ? signs[kind.Length..] : signs;
        return signs.Length == 10 && signs.All(Signs.Contains) ? $"{kind}-{signs[..5]}-{signs[5..]}" : null;
    }
}
