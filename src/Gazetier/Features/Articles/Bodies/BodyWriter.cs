using System.Text;

namespace Gazetier.Features.Articles.Bodies;

/// <summary>Writes the tree; each block starts a line, so that texts of neighbours never touch and diffs are readable.</summary>
internal static class BodyWriter
{
    public static string Write(BodyNode root)
    {
        var html = new StringBuilder();
        Children(root, html);
        return html.ToString().Trim('\n');
    }

    private static void Write(BodyNode node, StringBuilder html)
    {
        if (node.Text is not null)
        {
            html.Append(Escape(node.Text.ToString()));
            return;
        }

        html.Append('<').Append(node.Name);
        // In one order, whichever way they came: a second pass must write the same.
        foreach (var (name, value) in node.Attributes.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            html.Append(' ').Append(name).Append("=\"").Append(EscapeValue(value)).Append('"');
        }

        html.Append('>');
        if (node.Name is not ("br" or "hr" or "img" or "source" or "track"))
        {
            Children(node, html);
            html.Append("</").Append(node.Name).Append('>');
        }
    }

    private static void Children(BodyNode node, StringBuilder html)
    {
        var hasBlocks = false;
        foreach (var child in node.Children)
        {
            if (BodyNames.IsBlock(child.Name))
            {
                html.Append('\n');
                hasBlocks = true;
            }

            Write(child, html);
        }

        html.Append(hasBlocks ? "\n" : "");
    }

    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\u00A0", "&nbsp;", StringComparison.Ordinal);

    private static string EscapeValue(string value) => Escape(value).Replace("\"", "&quot;", StringComparison.Ordinal);
}
