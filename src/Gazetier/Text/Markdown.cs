using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Gazetier.Text;

/// <summary>
/// Markdown to HTML: tables, footnotes, code, definition lists, and our own <c>::: qa</c>, <c>::: box</c> and a line
/// <c>[[libre]]</c> where the free part ends. What comes out is not yet safe: callers pass it to <c>Body.Sanitise</c>.
/// </summary>
public static partial class Markdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseGridTables()
        .UseFootnotes()
        .UseDefinitionLists()
        .UseEmphasisExtras()
        .UseAutoLinks()
        .UseCustomContainers()
        .UseGenericAttributes()
        .UseAutoIdentifiers(Markdig.Extensions.AutoIdentifiers.AutoIdentifierOptions.GitHub)
        .Build();

    /// <param name="markdown">As journalists and imports write it.</param>
    /// <param name="picture">
    /// Gives the HTML of a picture (source, alternative text, title), a figure where it stands alone; null leaves it out.
    /// </param>
    public static string ToHtml(string markdown, Func<string, string, string?, string?> picture)
    {
        var document = Markdig.Markdown.Parse(Prepare(markdown), Pipeline);
        foreach (var image in document.Descendants<LinkInline>().Where(link => link.IsImage).ToList())
        {
            ReplacePicture(image, picture);
        }

        return Finish(document.ToHtml(Pipeline));
    }

    /// <summary>Constructs of other dialects, said in ours: admonitions become boxes, template tags go.</summary>
    private static string Prepare(string markdown)
    {
        var text = markdown.ReplaceLineEndings("\n").Replace("[[libre]]", "<hr class=\"cut\">", StringComparison.Ordinal);
        text = TemplateTag().Replace(text, "");
        return Admonition().Replace(text, match =>
        {
            var title = match.Groups["title"].Value;
            var inside = Indented().Replace(match.Groups["inside"].Value, "");
            return $"::: box\n{(title.Length > 0 ? $"### {title}\n\n" : "")}{inside.TrimEnd()}\n:::\n";
        });
    }

    /// <summary>A picture alone in its paragraph stands as a block; else it goes to the end of what it stood in.</summary>
    private static void ReplacePicture(LinkInline image, Func<string, string, string?, string?> picture)
    {
        var alternative = string.Concat(image.Descendants<LiteralInline>().Select(text => text.Content.ToString()));
        var html = picture(image.Url ?? "", alternative, image.Title);
        if (html is null)
        {
            image.Remove();
        }
        else
        {
            image.ReplaceBy(new HtmlInline(html), copyChildren: false);
        }
    }

    /// <summary>Markdig's containers become the body's vocabulary; figures leave the paragraphs they were written in.</summary>
    private static string Finish(string html)
    {
        html = FigureAlone().Replace(html, "${figure}");
        html = FigureInside().Replace(html, match => $"<p>{match.Groups["before"].Value}</p>{match.Groups["figure"].Value}<p>{match.Groups["after"].Value}</p>");
        return Containers(html);
    }

    /// <summary><c>div.qa … /div</c> becomes a section, <c>div.box</c> an aside; containers nest, so ends are matched by depth.</summary>
    private static string Containers(string html)
    {
        var ends = new Stack<string>();
        return Division().Replace(html, match =>
        {
            if (match.Value == "</div>")
            {
                return ends.TryPop(out var end) ? end : "";
            }

            var name = match.Groups["name"].Value;
            var (start, closing) = name switch
            {
                "qa" => ("<section class=\"qa\">", "</section>"),
                "box" or "encadre" or "note" or "info" or "tip" or "warning" => ("<aside class=\"box\">", "</aside>"),
                "footnotes" => ("<section class=\"footnotes\">", "</section>"),
                _ => ("<div>", "</div>"),
            };
            ends.Push(closing);
            return start;
        });
    }

    [GeneratedRegex(@"\{\{[<%].*?[%>]\}\}|\{%.*?%\}", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TemplateTag();

    [GeneratedRegex(@"^(!!!|\?\?\?\+?)[ ]+\w+([ ]+""(?<title>[^""\n]*)"")?[^\n]*\n(?<inside>([ ]{4}[^\n]*\n?|[ \t]*\n)+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Admonition();

    [GeneratedRegex("^[ ]{4}", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Indented();

    [GeneratedRegex(@"<p>\s*(?<figure>(<figure>((?!</figure>).)*</figure>\s*)+)</p>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FigureAlone();

    [GeneratedRegex(@"<p>(?<before>((?!</?p>|<figure>).)*)(?<figure><figure>((?!</figure>).)*</figure>)(?<after>((?!</p>).)*)</p>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FigureInside();

    [GeneratedRegex(@"<div(\s+class=""(?<name>[a-z]+)[^""]*"")?[^>]*>|</div>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Division();
}
