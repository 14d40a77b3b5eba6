using Ganss.Xss;

namespace Gazetier.Features.Articles.Bodies;

/// <summary>
/// The second lock: the rebuilt body is parsed anew, as a browser will, and checked by HtmlSanitizer against the same
/// vocabulary. It should find nothing; what it finds is a mistake of ours and goes all the same.
/// </summary>
internal static class BodyGate
{
    private static readonly HtmlSanitizerOptions Vocabulary = new()
    {
        AllowedTags = Set(
            "p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "table", "caption", "thead", "tbody", "tr", "th", "td",
            "figure", "figcaption", "img", "picture", "source", "a", "strong", "em", "s", "sup", "sub", "code", "pre", "br",
            "hr", "abbr", "cite", "q", "dl", "dt", "dd", "section", "aside", "div", "span", "video", "audio", "track", "details", "summary"),
        AllowedAttributes = Set(
            "href", "rel", "id", "class", "src", "alt", "width", "height", "srcset", "sizes", "type", "loading", "decoding",
            "start", "colspan", "rowspan", "scope", "title", "role", "tabindex", "aria-label", "media", "data-kind", "controls", "preload",
            "poster", "kind", "srclang", "label"),
        AllowedSchemes = Set("http", "https", "mailto"),
        AllowedClasses = Set("qa", "box", "footnotes", "table", "cut", "credit", "chart", "video", "audio", "transcript", "document"),
        UriAttributes = Set("href", "src", "poster"),
        AllowedCssProperties = Set(),
        AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
    };

    public static string Pass(string html, out bool refused)
    {
        var found = false;
        var sanitiser = new HtmlSanitizer(Vocabulary);
        sanitiser.RemovingTag += (_, _) => found = true;
        sanitiser.RemovingAttribute += (_, _) => found = true;
        sanitiser.RemovingCssClass += (_, _) => found = true;
        var page = sanitiser.SanitizeDom(html);
        refused = found;
        // Written anew only if need be: the library's writer takes the square of the number of siblings.
        return refused ? page.Body!.InnerHtml : html;
    }

    private static HashSet<string> Set(params string[] names) => new(names, StringComparer.OrdinalIgnoreCase);
}
