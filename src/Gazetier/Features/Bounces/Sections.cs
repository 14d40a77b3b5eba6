using System.Text.RegularExpressions;

namespace Gazetier.Features.Bounces;

/// <summary>The passages of a report that each begin with a recipient: "&lt;mairie@exemple.fr&gt;: 550 …", or the address alone on a line.</summary>
public static partial class Sections
{
    private const int Most = 100;

    /// <summary>Recipient and passage, each recipient once, in order.</summary>
    public static IReadOnlyList<(string Recipient, string Text)> Of(string text)
    {
        var starts = Start().Matches(text).Take(Most * 2).ToList();
        var found = starts.Select((start, n) => (
            Recipient: start.Groups["address"].Value.ToLowerInvariant(),
            Text: text[start.Index..(n + 1 < starts.Count ? starts[n + 1].Index : text.Length)]));
        return [.. found.DistinctBy(section => section.Recipient).Take(Most)];
    }

    [GeneratedRegex(
        @"^[ \t]*(Recipient address:[ ]*)?[<""]?(?<address>[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+)[>""]?[ \t]*(:|\r?$|[ ]on[ ])",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Start();
}
