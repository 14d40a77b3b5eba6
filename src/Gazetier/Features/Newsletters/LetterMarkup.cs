using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gazetier.Features.Articles;
using Gazetier.Text;

namespace Gazetier.Features.Newsletters;

/// <summary>
/// The texts of a newsletter: from Markdown, or the HTML that an editor pasted, to the few elements that every mail program shows:
/// paragraphs, headings, lists, quotations, tables, links, stress. Without names, classes or pictures: what stands beside it on a page keeps its own.
/// Rebuilt element by element, after <see cref="Body.Sanitise"/>.
/// </summary>
public static class LetterMarkup
{
    private const string Serif = "Georgia,serif";
    private const string Sans = "Arial,sans-serif";

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "p", "h3", "h4", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "strong", "em", "sup", "sub", "s", "code", "br",
    };

    private static readonly HashSet<string> Dropped = new(StringComparer.Ordinal)
    {
        "figure", "picture", "img", "svg", "video", "audio", "iframe", "script", "style", "template", "math", "object", "select", "noscript",
    };

    /// <summary>Colours stand on the elements, for half of the mail programs drop style sheets.</summary>
    private static readonly Dictionary<string, string> Styles = new(StringComparer.Ordinal)
    {
        ["p"] = $"margin:0 0 12px;font:17px/1.5 {Serif}",
        ["h3"] = $"margin:18px 0 8px;font:500 20px/1.25 {Serif}",
        ["h4"] = $"margin:16px 0 6px;font:600 17px/1.3 {Sans}",
        ["ul"] = $"margin:0 0 12px;padding:0 0 0 24px;font:17px/1.5 {Serif}",
        ["ol"] = $"margin:0 0 12px;padding:0 0 0 24px;font:17px/1.5 {Serif}",
        ["li"] = "margin:0 0 4px",
        ["blockquote"] = "margin:0 0 12px;padding:0 0 0 16px;border-left:3px solid #d8d2c5",
        ["table"] = $"margin:0 0 12px;border-collapse:collapse;font:15px/1.4 {Sans}",
        ["th"] = "padding:6px 12px 6px 0;border-bottom:1px solid #d8d2c5;text-align:left",
        ["td"] = "padding:6px 12px 6px 0;border-bottom:1px solid #d8d2c5;text-align:left",
        ["a"] = "color:#a3241b",
    };

    /// <summary>The clean text; empty where nothing of it may stay.</summary>
    public static string Clean(string written) =>
        string.IsNullOrWhiteSpace(written) ? "" : Write(Body.Sanitise(Markdown.ToHtml(Printable.Only(written), (_, _, _) => null)), link: Link, element: name => $"<{name}>");

    /// <summary>A sanitised body in the same few elements: for a place where several stand below one another.</summary>
    public static string OfBody(string body) => Write(body, Link, element: name => $"<{name}>");

    /// <summary>For a mail: whole addresses, styles on the elements.</summary>
    /// <param name="root">Of the site, without a slash.</param>
    public static string ForMail(string clean, string root) =>
        Write(clean, href => $"<a href=\"{WebUtility.HtmlEncode(Absolute(href, root))}\" style=\"{Styles["a"]}\">", name => Styles.TryGetValue(name, out var style) ? $"<{name} style=\"{style}\">" : $"<{name}>");

    /// <summary>For the text of a mail: paragraphs, with addresses behind the words that lead to them.</summary>
    public static string ForText(string clean, string root)
    {
        var text = new StringBuilder();
        foreach (var node in Parse(clean).ChildNodes)
        {
            Tell(node, text, root);
        }

        return text.ToString().Trim('\n');
    }

    /// <summary>Marks that its links are paid for.</summary>
    public static string Sponsored(string clean) => clean.Replace("<a href=", "<a rel=\"sponsored noopener\" href=", StringComparison.Ordinal);

    private static string Write(string html, Func<string, string> link, Func<string, string> element)
    {
        var written = new StringBuilder(html.Length);
        foreach (var node in Parse(html).ChildNodes)
        {
            Write(node, written, link, element);
        }

        return written.ToString();
    }

    private static void Write(INode node, StringBuilder html, Func<string, string> link, Func<string, string> element)
    {
        if (node is IText text)
        {
            html.Append(Encoded(text.Data));
        }
        else if (node is IElement e && !Dropped.Contains(e.LocalName))
        {
            var name = NameOf(e.LocalName);
            var opening = name == "a" ? (e.GetAttribute("href") is { } href && Leads(href) ? link(href) : null) : Kept.Contains(name) ? element(name) : null;
            html.Append(opening);
            foreach (var child in e.ChildNodes)
            {
                Write(child, html, link, element);
            }

            html.Append(opening is null || name == "br" ? "" : $"</{name}>");
        }
    }

    private static void Tell(INode node, StringBuilder text, string root)
    {
        if (node is IText plain)
        {
            text.Append(string.Join(' ', plain.Data.Split('\n', '\r')));
        }
        else if (node is IElement e)
        {
            text.Append(e.LocalName switch { "li" => "- ", "blockquote" => "> ", _ => "" });
            foreach (var child in e.ChildNodes)
            {
                Tell(child, text, root);
            }

            text.Append(e.LocalName switch
            {
                "a" when e.GetAttribute("href") is { } href && Absolute(href, root) is var whole && whole != e.TextContent => $" ({whole})",
                "p" or "h3" or "h4" or "blockquote" or "ul" or "ol" or "table" => "\n\n",
                "li" or "tr" or "br" => "\n",
                "td" or "th" => "  ",
                _ => "",
            });
        }
    }

    private static IElement Parse(string html) => new HtmlParser().ParseDocument("<!doctype html><body>" + html).Body!;

    private static string NameOf(string name) => name switch { "h1" or "h2" => "h3", "h5" or "h6" => "h4", "b" => "strong", "i" => "em", "del" => "s", _ => name };

    private static string Link(string href) => $"<a href=\"{WebUtility.HtmlEncode(href)}\">";

    /// <summary>Whether it leads somewhere from a mail: not to a place on the page.</summary>
    private static bool Leads(string href) =>
        (href.StartsWith('/') && !href.StartsWith("//", StringComparison.Ordinal) && !href.StartsWith("/\\", StringComparison.Ordinal))
        || (Uri.TryCreate(href, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto");

    private static string Absolute(string href, string root) => href.StartsWith('/') ? root + href : href;

    private static string Encoded(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
