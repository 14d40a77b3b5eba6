using AngleSharp.Html.Parser;
using CsCheck;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Text;
using Shouldly;

namespace Gazetier.Tests.Features.Access;

public class CutTests
{
    private static readonly string[] Blocks =
    [
        "<p>La nappe baisse. Les élus, dit M. Morel, attendent. L’art. 3 et l’article L. 2121-29 s’appliquent !</p>",
        "<p>Une phrase seule avec assez de mots pour compter.</p>",
        "<h2>Un intertitre</h2>",
        "<h3>Un autre</h3>",
        "<ul><li>Un point.</li><li>Un autre point.</li></ul>",
        "<section class=\"qa\"><h3>Que faites-vous ?</h3><p>Rien. Puis tout. Puis rien de plus.</p><p>Encore un peu.</p></section>",
        "<aside class=\"box\"><h3>Encadré</h3><p>Une liste de choses. Une autre.</p></aside>",
        "<blockquote><p>Il a dit non. Puis oui.</p></blockquote>",
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Tableau\"><table><thead><tr><th scope=\"col\">An</th></tr></thead><tbody><tr><td>2026</td></tr></tbody></table></div>",
        "<p>Avec <strong>du gras. Et une suite</strong> puis <a href=\"/x\">un lien. Encore</a> deux mots.</p>",
    ];

    private static readonly Gen<string> AnyBody = Gen.Int[0, Blocks.Length - 1].Array[0, 25].Select(picked => Body.Sanitise(string.Concat(picked.Select(i => Blocks[i]))));

    [Fact]
    public void Nothing_is_lost_and_nothing_stands_on_both_sides() =>
        Gen.Select(AnyBody, Gen.Double[0.01, 0.6]).Sample((body, share) =>
        {
            var cut = Cut.Of(body, share);
            Letters(cut.Open + cut.Withheld).ShouldBe(Letters(body));
            (Words.CountHtml(cut.Open) + cut.WordsWithheld).ShouldBe(cut.Words);
        });

    [Fact]
    public void Without_a_mark_at_most_half_is_open() =>
        Gen.Select(AnyBody, Gen.Double[0.01, 0.99]).Sample((body, share) =>
        {
            var cut = Cut.Of(body, share);
            Words.CountHtml(cut.Open).ShouldBeLessThanOrEqualTo(cut.Words / 2);
        });

    [Fact]
    public void Both_halves_are_well_formed() =>
        Gen.Select(AnyBody, Gen.Double[0.01, 0.6]).Sample((body, share) =>
        {
            var cut = Cut.Of(body, share);
            new HtmlParser().ParseDocument("<body>" + cut.Open).Body!.InnerHtml.ShouldBe(cut.Open);
            new HtmlParser().ParseDocument("<body>" + cut.Withheld).Body!.InnerHtml.ShouldBe(cut.Withheld);
            cut.Open.ShouldNotContain("class=\"cut\"");
        });

    [Fact]
    public void The_open_part_never_ends_on_a_heading() =>
        Gen.Select(AnyBody, Gen.Double[0.01, 0.6]).Sample((body, share) =>
            (new HtmlParser().ParseDocument("<body>" + Cut.Of(body, share).Open).Body!.LastElementChild?.LocalName ?? "p").ShouldNotBeOneOf("h2", "h3", "h4"));

    [Fact]
    public void A_tenth_is_open_at_a_sentence_border()
    {
        var body = "<p>" + string.Concat(Enumerable.Range(1, 20).Select(n => $"Phrase numéro {n} de cinq mots. ")) + "</p>";
        var cut = Cut.Of(body);
        cut.Open.ShouldBe("<p>Phrase numéro 1 de cinq mots. Phrase numéro 2 de cinq mots. </p>");
        cut.Withheld.ShouldStartWith("<p>Phrase numéro 3 de cinq mots.");
        cut.PercentWithheld.ShouldBe(90);
    }

    [Fact]
    public void A_mark_overrides_the_share_even_inside_a_question()
    {
        var cut = Cut.Of("<p>Un.</p><section class=\"qa\"><h3>Quoi ?</h3><p>Oui.</p><hr class=\"cut\"><p>Non.</p></section><p>Fin.</p>");
        cut.Open.ShouldBe("<p>Un.</p><section class=\"qa\"><h3>Quoi ?</h3><p>Oui.</p></section>");
        cut.Withheld.ShouldBe("<section class=\"qa\"><p>Non.</p></section><p>Fin.</p>");
    }

    [Theory]
    [InlineData("M. Morel a parlé. Puis il est parti.", 18)]
    [InlineData("L’article L. 2121-29 dit tout. Et rien.", 31)]
    [InlineData("Il coûte 3.5 millions. C’est trop.", 23)]
    [InlineData("« Pourquoi ? » Il sourit. Fin.", 15)]
    [InlineData("Selon l’art. 12 du C. rur., oui. Non.", 33)]
    public void Abbreviations_end_no_sentence(string text, int first) => SentenceCut.Borders(text).First().ShouldBe(first);

    [Fact]
    public void Notes_that_are_withheld_are_not_linked_to()
    {
        var cut = Cut.Of("<p>Un fait<sup><a href=\"#b-n1\">1</a></sup>. Et puis.</p><hr class=\"cut\"><section class=\"footnotes\"><ol><li id=\"b-n1\">Source.</li></ol></section>");
        cut.OpenAlone().ShouldBe("<p>Un fait<sup>1</sup>. Et puis.</p>");
    }

    [Fact]
    public void A_single_sentence_is_withheld_whole() => Cut.Of("<p>Une phrase seule.</p>").Open.ShouldBe("");

    [Fact]
    public void An_empty_body_withholds_nothing() => Cut.Of("").PercentWithheld.ShouldBe(0);

    private static string Letters(string html) =>
        string.Concat(new HtmlParser().ParseDocument("<body>" + html).Body!.TextContent.Where(char.IsLetterOrDigit));
}
