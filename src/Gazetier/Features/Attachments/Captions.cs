using System.Text;
using System.Text.RegularExpressions;

namespace Gazetier.Features.Attachments;

/// <summary>
/// Checks captions (WebVTT): readable, each cue in its time and with something to say. Players pass over what they cannot read
/// without a word, so it is said here.
/// </summary>
public static partial class Captions
{
    /// <returns>Null where all is right; else the first line, from 1, that is not.</returns>
    public static int? FaultOf(ReadOnlySpan<byte> content)
    {
        string text;
        try
        {
            text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return 1;
        }

        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var cues = 0;
        for (var at = 0; at < lines.Length; at++)
        {
            if (!lines[at].Contains("-->", StringComparison.Ordinal))
            {
                continue;
            }

            var isSilent = at + 1 >= lines.Length || string.IsNullOrWhiteSpace(lines[at + 1]);
            if (Times().Match(lines[at]) is not { Success: true } cue || Seconds(cue, "from") >= Seconds(cue, "to") || isSilent)
            {
                return at + 1;
            }

            cues++;
        }

        return cues > 0 ? null : lines.Length;
    }

    private static double Seconds(Match cue, string name)
    {
        var parts = cue.Groups[name].Value.Split(':', '.').Select(part => double.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return parts[^1] / 1000 + parts[^2] + (parts[^3] * 60) + (parts.Count > 3 ? parts[^4] * 3600 : 0);
    }

    [GeneratedRegex(@"^\s*(?<from>(\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})\s+-->\s+(?<to>(\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})(\s.*)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Times();
}
