using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gazetier.Features.Articles;
using Shouldly;

namespace Gazetier.Tests.Features.Articles;

/// <summary>What every body must be, whatever it was made from.</summary>
internal static class CleanHtml
{
    private static readonly string[] Allowed =
    [
        "p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure",
        "figcaption", "img", "picture", "source", "a", "strong", "em", "s", "sup", "sub", "code", "pre", "br", "hr", "abbr",
        "cite", "q", "dl", "dt", "dd", "section", "aside", "div", "video", "audio", "track", "details", "summary",
    ];

    private static readonly string[] Attributes =
    [
        "href", "rel", "id", "class", "src", "alt", "width", "height", "srcset", "sizes", "type", "loading", "decoding", "start",
        "colspan", "rowspan", "scope", "title", "role", "tabindex", "aria-label", "media", "data-kind", "controls", "preload", "poster", "kind", "srclang",
        "label",
    ];

    private const string Phrasing = "a, strong, em, s, sup, sub, code, abbr, cite, q, img, picture, source, br";

    public static IElement Parse(string html) =>
        new HtmlParser().ParseDocument($"<!DOCTYPE html><html><body>{html}</body></html>").Body!;

    public static void ShouldBeClean(this string html, string source = "")
    {
        var body = Parse(html);
        body.InnerHtml.ShouldBe(html, $"not well-formed: {source}");
        Body.Sanitise(html).ShouldBe(html, $"a second pass changes it: {source}");
        foreach (var element in body.QuerySelectorAll("*"))
        {
            Allowed.ShouldContain(element.LocalName, source);
            element.Attributes.ShouldEach(one => Attributes.Contains(one.Name), source);
            CheckAddresses(element, source);
        }

        CheckContent(body, source);
        CheckAccess(body, source);
    }

    private static void CheckAddresses(IElement element, string source)
    {
        if (element.GetAttribute("href") is { } href)
        {
            var scheme = href.Split('/', '?', '#')[0];
            (scheme.Contains(':') ? scheme.Split(':')[0] : "https").ShouldBeOneOf("http", "https", "mailto");
            href.ShouldNotContain(' ', customMessage: source);
        }

        foreach (var name in new[] { "src", "srcset", "poster" })
        {
            element.GetAttribute(name)?.Split(", ").ShouldEach(one => one.StartsWith("/images/", StringComparison.Ordinal) || one.StartsWith("/graphiques/", StringComparison.Ordinal) || one.StartsWith("/fichiers/", StringComparison.Ordinal), source);
        }
    }

    private static void CheckContent(IElement body, string source)
    {
        foreach (var line in body.QuerySelectorAll("p, h2, h3, h4, caption, figcaption, dt, th, a, strong, em"))
        {
            line.QuerySelectorAll("*").ShouldEach(inner => inner.Matches(Phrasing), source);
            (line.TextContent.Trim().Length > 0 || line.LocalName is "strong" or "em" && line.HasChildNodes || line.QuerySelector("img") is not null).ShouldBeTrue($"empty {line.LocalName}: {source}");
        }

        body.QuerySelectorAll("ul > :not(li), ol > :not(li), tr > :not(td, th), figure:not([class]) > :not(img, picture, figcaption), figure.chart > :not(picture, figcaption, div), figure:is(.video, .audio) > :not(video, audio, figcaption, details), a a").ShouldBeEmpty(source);
        body.QuerySelectorAll("li:empty, ul:empty, ol:empty, table:empty, tr:empty, blockquote:empty, section:empty").ShouldBeEmpty(source);
        body.ChildNodes.OfType<IText>().ShouldEach(text => string.IsNullOrWhiteSpace(text.Data), source);
        var ids = body.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        ids.ShouldBeUnique(source);
        ids.ShouldEach(id => id.StartsWith("b-", StringComparison.Ordinal), source);
        body.QuerySelectorAll("a[href^='#']").ShouldEach(link => ids.Contains(link.GetAttribute("href")!.Substring(1)), source);
    }

    private static void CheckAccess(IElement body, string source)
    {
        var before = 1;
        foreach (var heading in body.QuerySelectorAll("h2, h3, h4"))
        {
            var level = heading.LocalName[1] - '0';
            level.ShouldBeLessThanOrEqualTo(before + 1, source);
            before = level;
        }

        body.QuerySelectorAll("img:not([alt]), a:not([href]), th:not([scope])").ShouldBeEmpty(source);
        body.QuerySelectorAll("a").ShouldEach(a => a.TextContent.Trim().Length > 0 || a.QuerySelector("img:not([alt=''])") != null, source);
        foreach (var table in body.QuerySelectorAll("table"))
        {
            table.ParentElement!.GetAttribute("role").ShouldBe("region", source);
            table.QuerySelectorAll("th").ShouldNotBeEmpty(source);
            table.QuerySelectorAll("td").ShouldNotBeEmpty(source);
        }
    }

    /// <summary>ShouldAllBe compiles its expression at each call: half the time of what is asked of a hundred thousand texts.</summary>
    private static void ShouldEach<T>(this IEnumerable<T> all, Func<T, bool> isSo, string source) => all.Where(one => !isSo(one)).ShouldBeEmpty(source);
}
