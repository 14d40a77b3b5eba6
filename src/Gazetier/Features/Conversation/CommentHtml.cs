using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Gazetier.Text;

namespace Gazetier.Features.Conversation;

/// <summary>
/// HTML of a comment: paragraphs, lines, French typography, and addresses of the web as links that pass nothing on (L-61). Nothing
/// that was typed is ever markup. Pure.
/// </summary>
public static partial class CommentHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(string text)
    {
        var html = new StringBuilder(text.Length + 64);
        foreach (var paragraph in ParagraphsOf(text))
        {
            html.Append("<p>").Append(string.Join("<br>", paragraph.Split('\n').Select(Line))).Append("</p>");
        }

        return French.Typeset(html.ToString());
    }

    /// <summary>What empty lines part.</summary>
    public static IReadOnlyList<string> ParagraphsOf(string text) =>
        BlankLines().Split(Printable.Only(text).ReplaceLineEndings("\n")).Select(paragraph => paragraph.Trim()).Where(paragraph => paragraph.Length > 0).ToList();

    /// <summary>The addresses that readers could follow.</summary>
    public static IReadOnlyList<string> LinksIn(string text) => [.. Address().Matches(text).Select(match => match.Value)];

    private static string Line(string line)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (Match match in Address().Matches(line))
        {
            html.Append(Encoder.Encode(line[at..match.Index])).Append(Link(match.Value));
            at = match.Index + match.Length;
        }

        return html.Append(Encoder.Encode(line[at..])).ToString();
    }

    private static string Link(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0
        ? $"<a href=\"{Encoder.Encode(uri.AbsoluteUri)}\" rel=\"ugc nofollow\">{Encoder.Encode(address)}</a>"
        : Encoder.Encode(address);

    /// <summary>A stop or a bracket at the end belongs to the sentence.</summary>
    [GeneratedRegex(@"\bhttps?://[^\s<>""«»]*[^\s<>""«».,;:!?…)\]'’]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"\n[ \t\u00A0]*\n", RegexOptions.None, 1000)]
    private static partial Regex BlankLines();
}
