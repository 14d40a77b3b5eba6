using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gazetier.Tests.Rules;

/// <summary>A French sentence that a page or a class says through <c>T["…"]</c> or <c>T.Plural(n, "…", "…")</c>.</summary>
/// <param name="Where">"Features/Articles/Home.cshtml:12".</param>
public sealed partial record Phrase(string French, string Where)
{
    /// <summary>All phrases of a file: each literal of the first argument, or of the last two of a plural.</summary>
    public static IEnumerable<Phrase> Of(SourceFile file)
    {
        foreach (Match call in Call().Matches(file.Text))
        {
            if (IsComment(file, call.Index))
            {
                continue;
            }

            var arguments = Arguments(file.Text, call.Index + call.Length);
            var said = call.Groups["plural"].Success ? arguments.Skip(1) : arguments.Take(1);
            foreach (var literal in said.SelectMany(Literals))
            {
                yield return new Phrase(literal, $"{file.Path}:{file.LineAt(call.Index)}");
            }
        }
    }

    /// <summary>All string literals of a text of C# or Razor.</summary>
    public static IEnumerable<string> Literals(string text) =>
        Literal().Matches(text).Select(match => Unescaped(match.Groups["text"].Value));

    /// <summary>"{0}", "{1:N0}": the numbers that a sentence leaves room for.</summary>
    public static IEnumerable<string> Placeholders(string sentence) =>
        Placeholder().Matches(sentence).Select(match => match.Groups["number"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>Splits what stands between here and the bracket that closes the call.</summary>
    private static List<string> Arguments(string text, int start)
    {
        var arguments = new List<string>();
        var argument = new StringBuilder();
        var depth = 0;
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] == '"' && Literal().Match(text, at) is { Success: true } literal && literal.Index == at)
            {
                argument.Append(literal.Value);
                at += literal.Length - 1;
                continue;
            }

            depth += text[at] is '(' or '[' or '{' ? 1 : text[at] is ')' or ']' or '}' ? -1 : 0;
            if (depth < 0)
            {
                break;
            }

            if (text[at] == ',' && depth == 0)
            {
                arguments.Add(argument.ToString());
                argument.Clear();
                continue;
            }

            argument.Append(text[at]);
        }

        arguments.Add(argument.ToString());
        return arguments;
    }

    private static bool IsComment(SourceFile file, int index) =>
        file.Kind == "cs" && file.Text.AsSpan(file.Text.LastIndexOf('\n', index) + 1).TrimStart().StartsWith("//", StringComparison.Ordinal);

    private static string Unescaped(string literal) => Escape().Replace(literal, match => match.Value switch
    {
        "\\n" => "\n",
        "\\t" => "\t",
        ['\\', 'u', .. var code] => ((char)int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
        _ => match.Value[1..],
    });

    /// <summary>A phrase book is called T in pages, t or phrases in classes.</summary>
    [GeneratedRegex(@"\b(T|t|phrases|Phrases|_phrases)(\[|(?<plural>\.Plural\())", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Call();

    [GeneratedRegex(@"""(?<text>(\\.|[^""\\\n])*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\\(u[0-9a-fA-F]{4}|.)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escape();

    [GeneratedRegex(@"\{(?<number>\d+)(:[^}]*)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
