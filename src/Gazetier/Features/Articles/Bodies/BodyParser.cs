using System.Diagnostics;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using Gazetier.Text;

namespace Gazetier.Features.Articles.Bodies;

/// <summary>
/// Parses a body as a browser would parse it inside a page. A body that opens a thousand elements without closing
/// them was written to stall the parser, whose time grows with the square of the depth: of such, only the text is read.
/// </summary>
internal static class BodyParser
{
    // Deeper elements are lifted to this depth by the parser: every walk over the tree recurses.
    private const int MaxDepth = 200;

    /// <summary>The element that holds the body's nodes.</summary>
    public static IElement Parse(string html)
    {
        try
        {
            return Parse(html, new Watch());
        }
        catch (TangledException)
        {
            return Parse(TextOf(html), new Watch());
        }
    }

    private static IElement Parse(string html, Watch watch)
    {
        var parser = new HtmlParser(new HtmlParserOptions
        {
            MaximumDepth = MaxDepth,
            SkipComments = true,
            OnToken = (token, _) => watch.See(token),
        });
        var body = parser.ParseDocument("<!DOCTYPE html>").Body!;
        // Not moved into the body: moving takes the square of their number.
        return parser.ParseFragment(html, body).FirstOrDefault()?.ParentElement ?? body;
    }

    private static string TextOf(string html)
    {
        var text = new StringBuilder();
        foreach (var piece in new HtmlPieces(html))
        {
            text.Append(piece.Kind == HtmlPieceKind.Text ? WebUtility.HtmlDecode(piece.Of(html).ToString()) : " ");
        }

        return WebUtility.HtmlEncode(text.ToString());
    }

    private sealed class Watch
    {
        private const int MaxOpen = 1000;

        // For tangles the count does not see; an honest body of the greatest length takes a twentieth of it.
        private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(10);

        private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
        private readonly long _started = Stopwatch.GetTimestamp();
        private int _total;

        public void See(HtmlToken token)
        {
            if (token is HtmlTagToken tag && !BodyNames.ClosesItself(tag.Name))
            {
                Count(tag.Name, tag.Type == HtmlTokenType.StartTag ? 1 : -1);
            }

            if (_total > MaxOpen || Stopwatch.GetElapsedTime(_started) > MaxTime)
            {
                throw new TangledException();
            }
        }

        private void Count(string name, int change)
        {
            var before = _open.GetValueOrDefault(name);
            var after = Math.Max(0, before + change);
            _open[name] = after;
            _total += after - before;
        }
    }

    private sealed class TangledException : Exception;
}
