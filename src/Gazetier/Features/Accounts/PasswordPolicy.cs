using System.Text;

namespace Gazetier.Features.Accounts;

/// <summary>
/// What a password must be (S-02): long, and not one that is tried first. No rule says which characters it holds. Pure.
/// </summary>
public static class PasswordPolicy
{
    /// <summary>Characters, as Unicode counts them after NFC.</summary>
    public const int Shortest = 15;

    /// <inheritdoc cref="Shortest"/>
    public const int Longest = 256;

    // Rows of keyboards and the alphabet: neighbours in one of them make a walk.
    private static readonly string[] Rows =
        ["abcdefghijklmnopqrstuvwxyz", "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "1234567890", "0123456789"];

    /// <summary>What is wrong with <paramref name="password"/>, or null.</summary>
    /// <param name="words">What it must not consist of: the reader's address and its parts, the newspaper's name.</param>
    public static PasswordWeakness? Of(string password, params IEnumerable<string> words)
    {
        if (password.Length > 8 * Longest)
        {
            return PasswordWeakness.TooLong;
        }

        var normal = Argon2PasswordHasher.Normal(password);
        var length = normal.EnumerateRunes().Count();
        if (length is < Shortest or > Longest)
        {
            return length < Shortest ? PasswordWeakness.TooShort : PasswordWeakness.TooLong;
        }

        var folded = CommonPasswords.Fold(normal);
        return IsSimple(folded) ? PasswordWeakness.TooSimple
            : IsCommon(folded) || IsCommon(CommonPasswords.Fold(normal, isSpelled: true)) ? PasswordWeakness.TooCommon
            : IsMadeOf(folded, words) ? PasswordWeakness.AboutYou
            : null;
    }

    /// <summary>A few characters over and over, or a walk along the keyboard.</summary>
    private static bool IsSimple(string folded) =>
        folded.Length < 8 || folded.Distinct().Count() < 5 || Period(folded) <= 5 || Jumps(folded) * 5 <= folded.Length;

    private static bool IsCommon(string folded)
    {
        var unit = folded[..Period(folded)];
        var core = unit.Trim([.. "0123456789!?.,;:*#$+-_/&%()="]);
        return CommonPasswords.Contains(folded) || CommonPasswords.Contains(unit) || CommonPasswords.Contains(core)
            || Enumerable.Range(3, Math.Max(0, core.Length - 5)).Any(cut => CommonPasswords.Contains(core[..cut]) && CommonPasswords.Contains(core[cut..]));
    }

    /// <summary>Nothing much is left without the words.</summary>
    private static bool IsMadeOf(string folded, IEnumerable<string> words)
    {
        var rest = new StringBuilder(folded);
        foreach (var word in words.Select(w => CommonPasswords.Fold(w)).Where(w => w.Length > 3).OrderByDescending(w => w.Length))
        {
            rest.Replace(word, "");
        }

        return rest.Length < folded.Length && rest.Length < 6;
    }

    /// <summary>The length of the shortest part that, repeated, gives the whole; the last repetition may be cut.</summary>
    private static int Period(string text)
    {
        for (var period = 1; period <= text.Length / 2; period++)
        {
            if (text.AsSpan(period).SequenceEqual(text.AsSpan(0, text.Length - period)))
            {
                return period;
            }
        }

        return text.Length;
    }

    /// <summary>How often the next character is not a neighbour of the one before.</summary>
    private static int Jumps(string text) => Enumerable.Range(1, text.Length - 1).Count(i => !AreNeighbours(text[i - 1], text[i]));

    private static bool AreNeighbours(char one, char other) => one == other || Rows.Any(row =>
    {
        var at = row.IndexOf(one, StringComparison.Ordinal);
        return at >= 0 && ((at > 0 && row[at - 1] == other) || (at + 1 < row.Length && row[at + 1] == other));
    });
}

/// <summary>Why a password is refused.</summary>
public enum PasswordWeakness
{
    TooShort,
    TooLong,

    /// <summary>A repetition, or a walk along the keyboard or the alphabet.</summary>
    TooSimple,

    TooCommon,

    /// <summary>The reader's address, or the newspaper's name.</summary>
    AboutYou,
}
