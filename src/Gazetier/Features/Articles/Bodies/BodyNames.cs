using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Gazetier.Features.Articles.Bodies;

/// <summary>Elements by their fate in a body.</summary>
internal static class BodyNames
{
    private static readonly FrozenSet<string> Dropped = FrozenSet.ToFrozenSet(
    [
        "applet", "area", "audio", "base", "basefont", "bgsound", "button", "canvas", "datalist", "dialog", "embed",
        "form", "frame", "frameset", "head", "iframe", "input", "link", "map", "meta", "nav", "noembed", "noframes",
        "noscript", "object", "optgroup", "option", "param", "plaintext", "portal", "script", "select", "slot", "source",
        "style", "template", "textarea", "title", "track", "video", "xmp",
    ]);

    private static readonly FrozenSet<string> Blocks = FrozenSet.ToFrozenSet(
    [
        "p", "h1", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "div", "table", "caption", "thead", "tbody", "tr",
        "th", "td", "figure", "figcaption", "pre", "hr", "dl", "dt", "dd", "section", "aside", "details", "summary",
    ]);

    private static readonly FrozenDictionary<string, string> Wrappers = new Dictionary<string, string>
    {
        ["strong"] = "strong",
        ["b"] = "strong",
        ["em"] = "em",
        ["i"] = "em",
        ["dfn"] = "em",
        ["var"] = "em",
        ["s"] = "s",
        ["strike"] = "s",
        ["del"] = "s",
        ["code"] = "code",
        ["kbd"] = "code",
        ["samp"] = "code",
        ["tt"] = "code",
        ["sup"] = "sup",
        ["sub"] = "sub",
        ["cite"] = "cite",
        ["q"] = "q",
        ["abbr"] = "abbr",
        ["acronym"] = "abbr",
    }.ToFrozenDictionary();

    // Inline elements that leave without a trace; what is neither here nor known is taken for a block.
    private static readonly FrozenSet<string> Transparent = FrozenSet.ToFrozenSet(
    [
        "a", "bdi", "bdo", "big", "blink", "data", "font", "ins", "label", "mark", "meter", "nobr", "output", "progress",
        "rb", "rp", "rt", "rtc", "ruby", "small", "span", "time", "u", "wbr",
    ]);

    // Elements that have no end tag, or may go without.
    private static readonly FrozenSet<string> Closing = FrozenSet.ToFrozenSet(
    [
        "area", "base", "br", "col", "colgroup", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "optgroup",
        "option", "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
    ]);

    public static bool ClosesItself(string name) => Closing.Contains(name);

    /// <summary>True where the content goes with the element: it is no prose, or comes from elsewhere.</summary>
    public static bool IsDropped(IElement element) =>
        Dropped.Contains(element.LocalName) || element.NamespaceUri != NamespaceNames.HtmlUri;

    public static bool IsBlock(string name) => Blocks.Contains(name);

    public static bool IsWrapper(string name) => name is "a" or "span" || Wrappers.ContainsKey(name);

    public static bool IsTransparent(string name) => Transparent.Contains(name) || name.AsSpan().ContainsAny('-', ':');

    /// <summary>The inline element of our vocabulary that stands for one of the source, or null.</summary>
    public static string? WrapperFor(string name) => Wrappers.GetValueOrDefault(name);
}
