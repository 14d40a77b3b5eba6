using System.Text.RegularExpressions;

namespace Gazetier.Features.Bounces;

/// <summary>The codes in a server's words, and the words on one line.</summary>
public static partial class Words
{
    /// <summary>On one line, without control characters, cut at <see cref="Bounce.LongestDiagnostic"/>.</summary>
    public static string OneLine(string? text)
    {
        var line = Blanks().Replace(text ?? "", " ").Trim();
        return line.Length <= Bounce.LongestDiagnostic ? line : line[..Bounce.LongestDiagnostic].TrimEnd('\uD800');
    }

    /// <summary>"5.1.1"; the first that stands for a failure, "" without one.</summary>
    public static string StatusIn(string text)
    {
        var found = Status().Matches(text).Select(match => match.Groups["code"].Value).ToList();
        return found.Find(code => !code.EndsWith(".0.0", StringComparison.Ordinal)) ?? found.FirstOrDefault() ?? "";
    }

    /// <summary>"550"; the first answer of a server that refuses, "" without one.</summary>
    public static string ReplyIn(string text) => Reply().Match(text) is { Success: true } match ? match.Groups["code"].Value : "";

    [GeneratedRegex(@"(^|[^0-9.])(?<code>[245]\.[0-9]\.[0-9]{1,3})($|[^0-9.]|\.\s)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Status();

    [GeneratedRegex(@"(^|[^0-9.\[])(?<code>[45][0-5][0-9])($|[ \-#:<>])", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex Reply();

    [GeneratedRegex(@"[\s\p{Cc}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
