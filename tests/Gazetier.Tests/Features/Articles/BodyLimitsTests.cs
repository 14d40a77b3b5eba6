using System.Diagnostics;
using CsCheck;
using Gazetier.Features.Articles;
using Shouldly;

namespace Gazetier.Tests.Features.Articles;

public class BodyLimitsTests
{
    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<a href=#x>", "<a href=http://a.fr id=x>", "</a>", "<ul>", "</ul>", "<ol start=2>", "<li>", "</li>",
        "<table>", "</table>", "<thead>", "<tr>", "<td>", "<th>", "<td colspan=3>", "<td rowspan=2>", "</td>", "<caption>", "<h1>", "</h1>", "<h2 id=x>", "<h5>",
        "</h5>", "<blockquote>", "</blockquote>", "<div>", "</div>", "<section class=qa>", "</section>", "<aside class=box>", "</aside>", "<div class=footnotes>",
        "<hr>", "<hr class=cut>", "<br>", "<img src=/images/a.png>", "<img src=/images/a.png alt=A>", "<figure>", "</figure>", "<figcaption>", "</figcaption>",
        "<dl>", "<dt>", "<dd>", "</dl>", "<pre>", "</pre>", "<code>", "</code>", "<sup>", "</sup>", "<q>", "<span id=x>", "<a name=x></a>", "<form>", "<svg>", "<math>",
        "<style>", "</style>", "<!--", "-->", "<template>", "<select>", "<button>", "a", "b ", " ", "\n", "&nbsp;", "&lt;", "é", "↩", "\0", "<![CDATA[", "<o:p>",
    ];

    [Fact]
    public void Any_soup_of_tags_comes_out_clean_and_a_second_pass_changes_nothing() =>
        Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]).Array[0, 40].Select(string.Concat)
            .Sample(html => Body.Sanitise(html).ShouldBeClean(html), iter: 2_000);

    [Fact]
    public void Any_text_comes_out_clean() =>
        Gen.String.Sample(html => Body.Sanitise(html).ShouldBeClean(html), iter: 500);

    [Fact]
    public void Five_megabytes_are_refused_at_once()
    {
        var html = new string('a', 5_000_000);
        var started = Stopwatch.GetTimestamp();
        Should.Throw<BodyTooLongException>(() => Body.Sanitise(html)).Length.ShouldBe(5_000_000);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<ul><li>")]
    [InlineData("<blockquote>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<section class=qa>")]
    [InlineData("<a href=#x id=y>")]
    [InlineData("<p>a</p>")]
    [InlineData("<u>a</u>")]
    [InlineData("<a href=#x>a</a>")]
    [InlineData("<br>")]
    [InlineData("</p>")]
    [InlineData("a <")]
    [InlineData("<img src=/images/a.png>")]
    [InlineData("<ul><li>a</ul>")]
    [InlineData("<tr><td>")]
    [InlineData("<div><table></div></table>")]
    public void Endless_repetition_neither_overflows_nor_stalls(string piece)
    {
        var html = string.Concat(Enumerable.Repeat(piece, Body.MaxLength / piece.Length));
        var started = Stopwatch.GetTimestamp();
        Body.Sanitise(html);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void No_hostile_string_gets_through()
    {
        foreach (var payload in Corpus.Payloads)
        {
            var clean = Body.Sanitise(payload);
            clean.ShouldBeClean(payload);
            foreach (var element in CleanHtml.Parse(clean).QuerySelectorAll("*"))
            {
                element.Attributes.Where(one => one.Name.StartsWith("on", StringComparison.Ordinal) || one.Name == "style").ShouldBeEmpty(payload);
            }
        }
    }
}
