using AngleSharp.Html.Parser;

namespace Gazetier.Features.Feeds;

/// <summary>The body of an article as it is read elsewhere: its links and pictures name the newspaper's own address.</summary>
public static class AbsoluteLinks
{
    private static readonly string[] Addresses = ["href", "src", "cite", "poster"];

    /// <param name="html">Sanitised.</param>
    /// <param name="article">Absolute address of the article: "#note-1" leads there.</param>
    public static string In(string html, Uri article)
    {
        var document = new HtmlParser().ParseDocument("<!doctype html><body>" + html);
        foreach (var element in document.Body!.QuerySelectorAll("[href], [src], [cite], [poster], [srcset]"))
        {
            foreach (var name in Addresses)
            {
                if (element.GetAttribute(name) is { } value)
                {
                    element.SetAttribute(name, Absolute(value, article));
                }
            }

            if (element.GetAttribute("srcset") is { } candidates)
            {
                element.SetAttribute("srcset", string.Join(", ", candidates.Split(',', StringSplitOptions.TrimEntries).Select(c => Absolute(c, article))));
            }
        }

        return document.Body.InnerHtml;
    }

    /// <summary>Resolves the address at the head of <paramref name="value"/>; what follows a blank ("640w") stays.</summary>
    private static string Absolute(string value, Uri article)
    {
        var parts = value.Trim().Split(' ', 2);
        var resolved = Uri.TryCreate(article, parts[0], out var uri) ? uri.AbsoluteUri : parts[0];
        return parts.Length == 1 ? resolved : $"{resolved} {parts[1]}";
    }
}
