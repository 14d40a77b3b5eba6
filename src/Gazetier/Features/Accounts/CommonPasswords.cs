using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Gazetier.Features.Accounts;

/// <summary>The passwords that everybody tries first, from <c>CommonPasswords.txt</c> in the program itself (S-02, ASVS 6.2.4).</summary>
public static class CommonPasswords
{
    private static readonly Lazy<FrozenSet<string>> All = new(Load);

    public static int Count => All.Value.Count;

    /// <param name="folded">See <see cref="Fold"/>.</param>
    public static bool Contains(string folded) => All.Value.Contains(folded);

    /// <summary>Small letters without accents or blanks; the figures that stand for letters ("p@ssw0rd") become letters.</summary>
    public static string Fold(string password, bool isSpelled = false)
    {
        var folded = new StringBuilder(password.Length);
        foreach (var letter in Gazetier.Text.Fold.WellFormed(password).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && !char.IsWhiteSpace(letter))
            {
                folded.Append(isSpelled ? Spell(char.ToLowerInvariant(letter)) : char.ToLowerInvariant(letter));
            }
        }

        return folded.ToString();
    }

    private static char Spell(char letter) => letter switch
    {
        '@' or '4' => 'a',
        '0' => 'o',
        '1' or '!' => 'i',
        '3' or '€' => 'e',
        '5' or '$' => 's',
        '7' => 't',
        _ => letter,
    };

    private static FrozenSet<string> Load()
    {
        using var file = typeof(CommonPasswords).Assembly.GetManifestResourceStream("Gazetier.CommonPasswords.txt")!;
        using var reader = new StreamReader(file, Encoding.UTF8);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                lines.Add(Fold(line));
            }
        }

        return lines.ToFrozenSet(StringComparer.Ordinal);
    }
}
