using System.Net;
using System.Text.RegularExpressions;

namespace Gazetier.Features.Bounces;

/// <summary>The text of a report as it is read: where the returned mail begins, what its head says.</summary>
public static partial class TextOfReport
{
    /// <summary>What servers write above the mail that they return.</summary>
    private static readonly string[] Seams =
    [
        "--- Below this line is a copy of the message", "------ This is a copy of the message", "--- The header of the original message", "Original message follows", "----- Original message -----", "---- Unsent message",
        "Received: from", "----- Message header follows -----", "--- Original message", "-- original message", "----- Original Message -----", "Original message headers:", "Original Message Headers", "Content-Type: message/rfc822", "The original message headers follow",
        "--- Mensaje original adjunto", "Message header follows", "------ Original Message", "Original message header:", "Received: by",
    ];

    /// <summary>Cuts off what is returned, and hands its head's fields on.</summary>
    public static string Cut(string text, List<KeyValuePair<string, string>> returned)
    {
        var seams = Seams.Select(seam => text.IndexOf(seam, StringComparison.OrdinalIgnoreCase)).Where(at => at > 0).ToList();
        if (seams.Count == 0)
        {
            return text;
        }

        var cut = seams.Min();
        returned.AddRange(Headers(text[cut..]));
        return text[..cut];
    }

    /// <summary>"Name: value" lines, folded ones joined; whatever else stands between them is passed over.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Headers(string text)
    {
        var (name, value) = ("", "");
        foreach (var line in text.Split('\n').Take(400).Select(line => line.TrimEnd('\r')))
        {
            if (line.Length > 0 && line[0] is ' ' or '\t' && name.Length > 0)
            {
                value += " " + line.Trim();
                continue;
            }

            if (name.Length > 0)
            {
                yield return KeyValuePair.Create(name, value);
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var isField = colon is > 0 and < 60 && !line.AsSpan(0, colon).ContainsAny(' ', '\t', '<');
            (name, value) = isField ? (line[..colon], line[(colon + 1)..].Trim()) : ("", "");
        }

        if (name.Length > 0)
        {
            yield return KeyValuePair.Create(name, value);
        }
    }

    public static string WithoutTags(string html) => WebUtility.HtmlDecode(Tag().Replace(Unseen().Replace(html, " "), " "));

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex("<style[^>]*>[^<]*</style>|<!--[^>]*-->", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Unseen();
}
