using CsCheck;
using Gazetier.Text;
using Shouldly;

namespace Gazetier.Tests.Text;

public class WordsTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("  \n ", 0)]
    [InlineData("L'eau coule.", 2)]
    [InlineData("« Un rendez-vous ! » — dit-elle", 3)]
    [InlineData("12\u202F000\u00A0€", 2)]
    [InlineData("🤔 mot", 1)]
    public void A_word_stands_between_spaces_and_holds_a_letter_or_digit(string text, int words) =>
        Words.Count(text).ShouldBe(words);

    [Theory]
    [InlineData("<p>Un</p><p>deux</p>", 2)]
    [InlineData("<p>in<em>sé</em>parable</p>", 1)]
    [InlineData("un<br>deux", 2)]
    [InlineData("<p title=\"a > b c\">un</p>", 1)]
    [InlineData("un<!-- deux trois -->", 1)]
    [InlineData("<script>var a = 1;</script><STYLE>p { }</STYLE>un", 1)]
    [InlineData("un&nbsp;deux &eacute;t&eacute; &amp; &lt;", 3)]
    [InlineData("3 < 4 ou 5", 4)]
    [InlineData("<p>non fermé", 2)]
    [InlineData("un <", 1)]
    public void Markup_is_not_counted(string html, int words) => Words.CountHtml(html).ShouldBe(words);

    [Fact]
    public void Text_counts_the_same_in_html_as_alone() =>
        Gen.String[Gen.Char["aé1 '-.!\u00A0\n"], 0, 60].Sample(text => Words.CountHtml($"<p>{text}</p>") == Words.Count(text));

    [Fact]
    public void Pieces_joined_are_the_source() =>
        Gen.String[Gen.Char["<>/!-\"'=apscrit &;"], 0, 80].Sample(html => Joined(html) == html);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(344, 1)]
    [InlineData(690, 3)]
    public void Minutes_are_rounded_and_never_zero_for_a_text(int words, int minutes) => Words.Minutes(words).ShouldBe(minutes);

    private static string Joined(string html)
    {
        var joined = new System.Text.StringBuilder();
        foreach (var piece in new HtmlPieces(html))
        {
            joined.Append(piece.Of(html));
        }

        return joined.ToString();
    }
}
