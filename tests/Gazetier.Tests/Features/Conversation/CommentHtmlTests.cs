using AngleSharp.Html.Parser;
using CsCheck;
using Gazetier.Features.Conversation;
using Shouldly;

namespace Gazetier.Tests.Features.Conversation;

/// <summary>L-61: no HTML, links that pass nothing on, French typography.</summary>
public class CommentHtmlTests
{
    private static readonly string[] Pieces = ["", "https://a.fr/", "<script>", "http://x.y\"onclick=", "https://u:p@h/"];

    [Theory]
    [InlineData("Bonjour !\n\nC'est vrai", "<p>Bonjour\u202F!</p><p>C’est vrai</p>")]
    [InlineData("une\ndeux", "<p>une<br>deux</p>")]
    [InlineData("<b>gras</b> & co", "<p>&lt;b&gt;gras&lt;/b&gt; &amp; co</p>")]
    [InlineData("voir https://exemple.fr/a?b=1&c=2.", "<p>voir <a href=\"https://exemple.fr/a?b=1&amp;c=2\" rel=\"ugc nofollow\">https://exemple.fr/a?b=1&amp;c=2</a>.</p>")]
    [InlineData("javascript:alert(1)", "<p>javascript:alert(1)</p>")]
    public void A_text_becomes_paragraphs_lines_and_links(string text, string html) => CommentHtml.Of(text).ShouldBe(html);

    [Fact]
    public void Whatever_is_typed_nothing_but_paragraphs_lines_and_links_comes_out() =>
        Gen.String[Gen.Char["aeé<>&\"'/=:. \n\u00A0«»!hps;x?#@"], 0, 80].Select(Gen.Int[0, Pieces.Length - 1], (text, more) => text + Pieces[more] + text).Sample(text =>
        {
            var body = new HtmlParser().ParseDocument(CommentHtml.Of(text)).Body!;
            foreach (var element in body.QuerySelectorAll("*"))
            {
                element.LocalName.ShouldBeOneOf("p", "br", "a", "sup");
                element.Attributes.Select(a => a.Name).ShouldBeSubsetOf(element.LocalName == "a" ? ["href", "rel"] : []);
                if (element.LocalName == "a")
                {
                    element.GetAttribute("rel").ShouldBe("ugc nofollow");
                    element.GetAttribute("href")!.ShouldMatch("^https?://");
                }
            }
        });

    [Fact]
    public void The_same_words_have_the_same_key_whatever_stands_between_them() =>
        Gen.String[Gen.Char["abcé 12"], 1, 40].Sample(text =>
        {
            var other = string.Concat(text.Select(sign => sign + " .")).ToUpperInvariant();
            TextKey.Of(other).ShouldBe(TextKey.Of(text.Any(char.IsLetterOrDigit) ? text : other));
            TextKey.Of(text).Length.ShouldBe(32);
        });
}
