using Gazetier.Features.Articles;
using Shouldly;

namespace Gazetier.Tests.Features.Articles;

public class BodyTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Texte nu", "<p>Texte nu</p>")]
    [InlineData("<p>Un</p><p> </p><p>&nbsp;</p>", "<p>Un</p>")]
    [InlineData("<div>Un<div>deux</div></div>", "<p>Un</p>\n<p>deux</p>")]
    [InlineData("un<br>deux<br><br>trois<br>", "<p>un<br>deux</p>\n<p>trois</p>")]
    [InlineData("<b>gras <i>et</i></b><u>nu</u>", "<p><strong>gras <em>et</em></strong>nu</p>")]
    [InlineData("<p><strong>a<p>b</strong>c", "<p><strong>a</strong></p>\n<p><strong>b</strong>c</p>")]
    [InlineData("<strong>a<ul><li>b</li></ul>c</strong>", "<p><strong>a</strong></p>\n<ul>\n<li>b</li>\n</ul>\n<p><strong>c</strong></p>")]
    [InlineData("<s>ancien</s> <del>prix</del>", "<p><s>ancien</s> <s>prix</s></p>")]
    [InlineData("1 < 2 & \"3\"", "<p>1 &lt; 2 &amp; \"3\"</p>")]
    [InlineData("<abbr title='Code général'>CG</abbr>", "<p><abbr title=\"Code général\">CG</abbr></p>")]
    [InlineData("<pre>  a\n<b>b</b> &lt;</pre>", "<pre tabindex=\"0\"><code>  a\nb &lt;</code></pre>")]
    [InlineData("a<hr>b", "<p>a</p>\n<hr>\n<p>b</p>")]
    public void Text_stands_in_paragraphs_of_the_vocabulary(string html, string clean) => Sanitised(html).ShouldBe(clean);

    [Theory]
    [InlineData("<h1>A</h1><h2>B</h2><h6>C</h6>", "<h2>A</h2>\n<h3>B</h3>\n<h4>C</h4>")]
    [InlineData("<h4>A</h4><h4>B</h4>", "<h2>A</h2>\n<h3>B</h3>")]
    [InlineData("<h3></h3><h2> <br> </h2><p>a", "<p>a</p>")]
    [InlineData("<blockquote><h2>A</h2>b</blockquote>", "<blockquote>\n<p><strong>A</strong></p>\n<p>b</p>\n</blockquote>")]
    public void Headings_start_at_two_and_skip_no_level(string html, string clean) => Sanitised(html).ShouldBe(clean);

    [Theory]
    [InlineData("<ul><li><p>a</p><li>b<ul><li>c</ul></ul>", "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>")]
    [InlineData("<ul><li>a</li><ul><li>b</li></ul>c <b>d</b></ul>", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c <strong>d</strong></li>\n</ul>")]
    [InlineData("<ol start=3><li>a<li></ol><ul></ul>", "<ol start=\"3\">\n<li>a</li>\n</ol>")]
    [InlineData("<ol start=1 onclick=x><li>a</ol>", "<ol>\n<li>a</li>\n</ol>")]
    [InlineData("<dl><dt>a<dd>b</dl>", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>")]
    [InlineData("<dl><dd>b</dl>", "<p>b</p>")]
    public void Lists_hold_entries_only(string html, string clean) => Sanitised(html).ShouldBe(clean);

    [Theory]
    [InlineData("<a href='https://a.fr/x y'>a</a>", "<p><a href=\"https://a.fr/x%20y\" rel=\"noopener\">a</a></p>")]
    [InlineData("<a href='//a.fr' target=_blank>a</a>", "<p><a href=\"https://a.fr\" rel=\"noopener\">a</a></p>")]
    [InlineData("<a href=/12/titre/>a</a>", "<p><a href=\"/12/titre/\">a</a></p>")]
    [InlineData("<a href='mailto:a@b.fr'>a</a>", "<p><a href=\"mailto:a@b.fr\">a</a></p>")]
    [InlineData("<a href='java\tscript:alert(1)'>a</a>", "<p>a</p>")]
    [InlineData("<a href='/\\evil.fr'>a</a>", "<p>a</p>")]
    [InlineData("<a href='https://'>a</a>", "<p>a</p>")]
    [InlineData("<a href=/x></a>b<a href=/y> </a>c", "<p>b c</p>")]
    [InlineData("<a href='#rien'>a</a>", "<p>a</p>")]
    [InlineData("<a href='#%C3%89t%C3%A9'>a</a><h2 id=Été>b</h2>", "<p><a href=\"#b-ete\">a</a></p>\n<h2 id=\"b-ete\">b</h2>")]
    [InlineData("<a name=x></a><p>a</p><p id=x>b</p><a href=#x>c</a>", "<p id=\"b-x\">a</p>\n<p>b</p>\n<p><a href=\"#b-x\">c</a></p>")]
    [InlineData("<a id=m href=#rien>a</a><a href=#m>b</a>", "<p>ab</p>")]
    public void A_link_leads_somewhere_and_has_a_name(string html, string clean) => Sanitised(html).ShouldBe(clean);

    [Theory]
    [InlineData("<img src=/images/a.jpg>", "<p><img alt=\"\" src=\"/images/a.jpg\"></p>")]
    [InlineData("<img src=https://a.fr/a.jpg alt=x>", "")]
    [InlineData("<img src=/images/../a.jpg>", "")]
    [InlineData("<figure><div><img src=/images/a.jpg alt=A width=3 height=x></div><figcaption><p>L</p></figcaption></figure>",
        "<figure><img alt=\"A\" src=\"/images/a.jpg\" width=\"3\">\n<figcaption>L</figcaption>\n</figure>")]
    [InlineData("<figure><figcaption>L</figcaption></figure>", "<p>L</p>")]
    [InlineData("<figure>t<img src=/images/a.jpg alt=A></figure>", "<figure><img alt=\"A\" src=\"/images/a.jpg\"></figure>\n<p>t</p>")]
    [InlineData("<picture><source type=image/avif srcset='/images/a.avif 480w, /images/b.avif 960w' sizes='100vw'><img src=/images/a.jpg alt=A></picture>",
        "<p><picture><source sizes=\"100vw\" srcset=\"/images/a.avif 480w, /images/b.avif 960w\" type=\"image/avif\"><img alt=\"A\" src=\"/images/a.jpg\"></picture></p>")]
    public void Pictures_come_from_our_shelf(string html, string clean) => Sanitised(html).ShouldBe(clean);

    [Theory]
    [InlineData("<table><tr><td>A<td>B<tr><td>1<td>2</table>", "thead>tr>th[scope=col]", 2)]
    [InlineData("<table><tr><th>A<th>B<tr><th>1<td>2</table>", "tbody>tr>th[scope=row]", 1)]
    [InlineData("<table><thead><tr><th><th>B</thead><tr><th>1<td>2</table>", "thead>tr>td:empty", 1)]
    [InlineData("<table><tr><td colspan=2>A<tr><td colspan=2>1</table>", "[colspan]", 0)]
    [InlineData("<table><tr><td>A<td>B<tr><td rowspan=9>1<td>2<tr><td>3</table>", "td[rowspan='2']", 1)]
    [InlineData("<table><thead><tr><td rowspan=2>A<tr><td>1</table>", "[rowspan]", 0)]
    [InlineData("<table><tr><td>A<tr><td><tr><td>1<table><tr><td>x</table></table>", "table", 1)]
    [InlineData("<table><tr><td>A<td>B</table>", "table", 0)]
    [InlineData("<table><caption>C</caption><tr><td>A<tr><td>B</table><table><tr><td>A<tr><td>B</table>", "[aria-label='Tableau 2']", 1)]
    public void A_table_has_headers_and_true_spans(string html, string selector, int count) =>
        CleanHtml.Parse(Sanitised(html)).QuerySelectorAll(selector).Length.ShouldBe(count);

    [Theory]
    [InlineData("<section class=qa><h3>Q ?</h3>R</section>", "<section class=\"qa\">\n<h2>Q ?</h2>\n<p>R</p>\n</section>")]
    [InlineData("<section class=qa>R</section>", "<p>R</p>")]
    [InlineData("<div class='box x'><h2>T</h2><p>a</div>", "<aside class=\"box\">\n<h2>T</h2>\n<p>a</p>\n</aside>")]
    [InlineData("<p>a<hr class=cut><p>b<hr class=cut>", "<p>a</p>\n<hr class=\"cut\">\n<p>b</p>")]
    [InlineData("<ul><li>a<hr class=cut>b</ul>", "<ul>\n<li>ab</li>\n</ul>")]
    public void Sections_are_ours(string html, string clean) => Sanitised(html).ShouldBe(clean);

    [Fact]
    public void Footnotes_link_both_ways() =>
        Sanitised("<p>a<a id=fnref:1 href=#fn:1><sup>1</sup></a></p><div class=footnotes><hr><ol><li id=fn:1><p>b <a href=#fnref:1>↩</a></p></ol></div>")
            .ShouldBe("<p>a<a href=\"#b-fn-1\" id=\"b-fnref-1\"><sup>1</sup></a></p>\n<section aria-label=\"Notes\" class=\"footnotes\">\n<ol>\n"
                + "<li id=\"b-fn-1\">b <a aria-label=\"Retour à l'appel de note\" href=\"#b-fnref-1\">↩</a></li>\n</ol>\n</section>");

    [Theory]
    [InlineData("script")]
    [InlineData("style")]
    [InlineData("iframe")]
    [InlineData("form")]
    [InlineData("object")]
    [InlineData("svg")]
    [InlineData("noscript")]
    [InlineData("template")]
    public void What_is_no_prose_goes_with_its_content(string name) =>
        Sanitised($"<p>a<{name} onload=x()><x>mal</x></{name}></p>").ShouldBe("<p>a</p>");

    private static string Sanitised(string html)
    {
        var clean = Body.Sanitise(html);
        clean.ShouldBeClean(html);
        return clean;
    }
}
