using System.Text.RegularExpressions;
using Shouldly;

namespace Gazetier.Tests.Rules;

/// <summary>
/// What the policy of <c>Web/SecurityHeaders</c> would refuse stands in no source: nothing inline, nothing foreign.
/// A link that a reader may follow is no request, and may lead elsewhere.
/// </summary>
public partial class MarkupTests
{
    private static readonly IReadOnlyList<SourceFile> Pages = SourceFile.OfProgram("cshtml", "razor");

    [Fact]
    public void No_page_has_an_inline_style() =>
        Found(Pages.Where(file => !IsMail(file)), InlineStyle(), "goes to wwwroot/css: the policy refuses inline styles").ShouldBeEmpty();

    [Fact]
    public void No_page_has_an_inline_script() =>
        Found(Pages, InlineScript(), "goes to wwwroot/js: the policy refuses inline scripts").ShouldBeEmpty();

    [Fact]
    public void Nothing_asks_a_foreign_host()
    {
        var wanted = Pages.Where(file => !IsMail(file)).Select(file => file with { Text = Followed().Replace(file.Text, "") })
            .Concat(SourceFile.OfProgram("css", "js"));
        Found(wanted, ForeignHost(), "is a foreign host: whatever a page needs is our own").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<p style=\"color:red\">", true, false, false)]
    [InlineData("<style>p{}</style>", true, false, false)]
    [InlineData("<a onclick='x()'>", false, true, false)]
    [InlineData("<script>alert(1)</script>", false, true, false)]
    [InlineData("<script src=\"https://cdn.example/x.js\"></script>", false, false, true)]
    [InlineData("<img src=\"//cdn.example/x.png\">", false, false, true)]
    [InlineData("<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\"}</script>", false, false, false)]
    [InlineData("<script type=\"application/json\" id=\"x\">{}</script>", false, false, false)]
    [InlineData("<script type=\"module\" src=\"~/js/a.js\"></script><a class=\"x\" href=\"https://www.example.org/\">", false, false, false)]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><input type=\"text\" data-on=\"1\">", false, false, false)]
    public void The_rules_find_what_they_look_for(string markup, bool style, bool script, bool host)
    {
        InlineStyle().IsMatch(markup).ShouldBe(style);
        InlineScript().IsMatch(markup).ShouldBe(script);
        ForeignHost().IsMatch(Followed().Replace(markup, "")).ShouldBe(host);
    }

    private static bool IsMail(SourceFile file) => file.Kind == "razor";

    private static IEnumerable<string> Found(IEnumerable<SourceFile> files, Regex rule, string why) =>
        from file in files
        from match in rule.Matches(file.Text)
        select $"{file.Path}:{file.LineAt(match.Index)}: {match.Value.Trim()} {why}";

    [GeneratedRegex(@"<[^>]*\sstyle\s*=|<style\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex InlineStyle();

    [GeneratedRegex(@"<script\b(?![^>]*(\ssrc\s*=|type\s*=\s*.application/(ld\+)?json))|<[a-z][^>]*\son[a-z]+\s*=|javascript:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InlineScript();

    /// <summary>An address in quotes or brackets; names of vocabularies are no addresses.</summary>
    [GeneratedRegex(@"(?<=[""'(=])(https?:)?//(?!www\.w3\.org/|schema\.org)[a-z0-9-]+\.[a-z0-9.-]+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ForeignHost();

    [GeneratedRegex(@"<a\s[^>]*href\s*=\s*""https://[^""]*""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Followed();
}
