using Gazetier.Text;

namespace Gazetier.Features.Search.Asking;

/// <summary>One piece of what somebody typed.</summary>
/// <param name="Operator">"auteur" in <c>auteur:dupont</c>; null where there is none.</param>
/// <param name="IsPhrase">It stood between quotation marks.</param>
/// <param name="IsUnwanted">A minus stood before it.</param>
internal readonly record struct QuestionToken(string Text, string? Operator, bool IsPhrase, bool IsUnwanted);

/// <summary>Takes what somebody typed apart, at blanks and quotation marks. A mark that nobody closed ends with the line. Pure.</summary>
internal static class QuestionTokens
{
    /// <summary>As they are typed, accents and plural left aside.</summary>
    private static readonly Dictionary<string, string> Operators = new(StringComparer.Ordinal)
    {
        ["titre"] = "titre",
        ["title"] = "titre",
        ["auteur"] = "auteur",
        ["auteure"] = "auteur",
        ["author"] = "auteur",
        ["theme"] = "theme",
        ["rubrique"] = "rubrique",
        ["club"] = "rubrique",
        ["section"] = "rubrique",
        ["dossier"] = "dossier",
        ["lieu"] = "lieu",
        ["place"] = "lieu",
        ["genre"] = "genre",
        ["format"] = "genre",
        ["avant"] = "avant",
        ["before"] = "avant",
        ["apres"] = "apres",
        ["depuis"] = "depuis",
        ["after"] = "apres",
        ["since"] = "depuis",
    };

    public static IEnumerable<QuestionToken> Of(string line)
    {
        for (var at = 0; at < line.Length;)
        {
            if (line[at] == ' ')
            {
                at++;
                continue;
            }

            var isUnwanted = line[at] == '-' && at + 1 < line.Length && line[at + 1] != ' ';
            at += isUnwanted ? 1 : 0;
            var name = OperatorAt(line, ref at);
            var (text, isPhrase) = TextAt(line, ref at);
            if (text.Length > 0)
            {
                yield return new QuestionToken(text, name, isPhrase, isUnwanted);
            }
        }
    }

    private static string? OperatorAt(string line, ref int at)
    {
        var end = at;
        while (end < line.Length && char.IsLetter(line[end]))
        {
            end++;
        }

        // "auteur : dupont" is French; a lone colon at the end of the line asks for nothing.
        var colon = end < line.Length && line[end] is ' ' or '\u00A0' or '\u202F' && end + 1 < line.Length && line[end + 1] == ':' ? end + 1 : end;
        if (end == at || colon >= line.Length || line[colon] != ':' || !Operators.TryGetValue(Fold.Of(line[at..end]), out var name))
        {
            return null;
        }

        at = colon + 1;
        while (at < line.Length && line[at] is ' ' or '\u00A0' or '\u202F')
        {
            at++;
        }

        return name;
    }

    private static (string Text, bool IsPhrase) TextAt(string line, ref int at)
    {
        if (at < line.Length && ClosingOf(line[at]) is { } closing)
        {
            var start = at + 1;
            var end = line.IndexOf(closing, start);
            end = end < 0 ? line.Length : end;
            at = Math.Min(end + 1, line.Length);
            return (line[start..end].Trim(), true);
        }

        var from = at;
        while (at < line.Length && line[at] != ' ' && ClosingOf(line[at]) is null)
        {
            at++;
        }

        return (line[from..at], false);
    }

    private static char? ClosingOf(char sign) => sign switch
    {
        '"' => '"',
        '«' => '»',
        '“' => '”',
        _ => null,
    };
}
