using CsCheck;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Tests.Features.Articles;
using Gazetier.Text;
using Shouldly;

namespace Gazetier.Tests.Features.Access;

public class CutTests
{
    private const string Long = "Six mots de plus ici encore. ";

    private static readonly string[] Blocks =
    [
        "<p>Une phrase. Une autre ! Et la troisième ?</p>", "<p>M. Dupont cite l'art. 12 et l'art. L. 2121-29.</p>", "<h2 id=t>Titre</h2>",
        "<p>Un <a href=#t>lien</a> et <em>deux mots. Encore.</em> Puis la suite.</p>", "<ul><li>Un. Deux.</li><li>Trois.</li></ul>",
        "<p>« Il a dit. Puis redit. » Elle répond.</p>", "<figure><img src=/images/a.jpg alt=A><figcaption>Légende. Ici.</figcaption></figure>",
        "<table><tr><td>A</td></tr><tr><td>1</td></tr></table>", "<blockquote>Cité. Ici.</blockquote>", "<hr>", "<p>Sans point</p>",
        "<section class=qa><h3>Pourquoi ?</h3><p>Parce que. Voilà.</p></section>", "<p>Appel.<sup><a id=r href=#n>1</a></sup> Suite &amp; fin.</p>",
    ];

    private static readonly Gen<string> Bodies = Gen.Int[0, Blocks.Length - 1].Array[0, 12]
        .Select(picks => Body.Sanitise(string.Concat(picks.Select(at => Blocks[at]))
            + "<section class=footnotes><ol><li id=n>Note. <a href=#r>↩</a></li></ol></section>"));

    [Fact]
    public void A_paragraph_is_cut_after_the_sentence_nearest_to_the_share()
    {
        var cut = Cut.Of($"<p>{Long}{Long}{Long}</p><p>{Long}</p>", 0.25);
        cut.Open.ShouldBe("<p>Six mots de plus ici encore.</p>");
        cut.Withheld.ShouldStartWith("<p>Six mots de plus ici encore. Six");
        (cut.Words, cut.WordsWithheld, cut.PercentWithheld, cut.MinutesWithheld).ShouldBe((24, 18, 75, 1));
    }

    [Theory]
    [InlineData("M. Dupont vote. Suite ici même.", "M. Dupont vote.")]
    [InlineData("L'art. L. 2121-29 dit. Suite ici même oui.", "L'art. L. 2121-29 dit.")]
    [InlineData("Coût de 3.5 millions, etc. Total dit. Suite ici même oui oui oui oui.", "Coût de 3.5 millions, etc. Total dit.")]
    [InlineData("Voir p. 12 et n° 3. Suite ici même encore et encore.", "Voir p. 12 et n° 3.")]
    [InlineData("« Un. Deux. » Suite ici.", "« Un. Deux. »")]
    [InlineData("« Un ! » dit-il. Suite ici même.", "« Un ! » dit-il.")]
    [InlineData("Quoi ? Suite ici.", "Quoi ?")]
    [InlineData("Vraiment… Suite ici.", "Vraiment…")]
    public void An_abbreviation_or_a_quotation_is_not_cut(string text, string open) =>
        Cut.Of($"<p>{text}</p>").Open.ShouldBe($"<p>{open}</p>");

    [Fact]
    public void The_mark_overrides_the_share_and_leaves_both_halves()
    {
        var cut = Cut.Of("<p>Un.</p><p>Deux.</p><p>Trois.</p><hr class=\"cut\"><h2>Titre</h2><p>Quatre.</p>");
        cut.Open.ShouldBe("<p>Un.</p>\n<p>Deux.</p>\n<p>Trois.</p>");
        cut.Withheld.ShouldBe("<h2>Titre</h2>\n<p>Quatre.</p>");
        cut.HeadingsWithheld.ShouldBe(["Titre"]);
    }

    [Fact]
    public void A_mark_with_nothing_behind_it_is_not_heard() =>
        Cut.Of("<p>Un. Deux. Trois.</p><hr class=\"cut\">").Withheld.ShouldBe("<p>Deux. Trois.</p>");

    [Theory]
    [InlineData("<p>Une seule phrase sans suite.</p>")]
    [InlineData("<ul><li>Un. Deux.</li></ul>")]
    [InlineData("<p>Une première phrase bien trop longue pour être ouverte. Fin.</p>")]
    public void What_cannot_be_cut_below_half_is_withheld_whole(string html)
    {
        var cut = Cut.Of(html);
        (cut.Open, cut.Withheld, cut.PercentWithheld).ShouldBe(("", html, 100));
    }

    [Fact]
    public void Nothing_gives_nothing() => Cut.Of("").ShouldSatisfyAllConditions(
        cut => cut.Open.ShouldBeEmpty(), cut => cut.Withheld.ShouldBeEmpty(), cut => cut.PercentWithheld.ShouldBe(0));

    [Fact]
    public void A_list_goes_to_the_withheld_half_unless_nothing_else_would_be_open()
    {
        Cut.Of($"<p>Un mot.</p><ul><li>{Long}</li></ul><p>{Long}{Long}</p>", 0.4).Open.ShouldBe("<p>Un mot.</p>");
        Cut.Of($"<ul><li>Un mot.</li></ul><p>{Long}</p>").Open.ShouldBe("<ul><li>Un mot.</li></ul>");
    }

    [Fact]
    public void The_open_half_does_not_end_with_a_heading() =>
        Cut.Of($"<p>Un mot.</p><h2>Titre</h2><p>{Long}</p>").Withheld.ShouldStartWith("<h2>Titre</h2>");

    [Fact]
    public void The_call_of_a_withheld_footnote_loses_its_link_and_keeps_its_id()
    {
        var cut = Cut.Of(Body.Sanitise($"<p>Un.<a id=r href=#n><sup>1</sup></a> {Long}</p><div class=footnotes><ol><li id=n>N <a href=#r>↩</a></ol></div>"));
        cut.Open.ShouldBe("<p>Un.<sup id=\"b-r\">1</sup></p>");
        cut.Withheld.ShouldContain("href=\"#b-r\"");
    }

    [Fact]
    public void The_halves_have_the_words_and_the_text_of_the_body() =>
        Bodies.Sample(body =>
        {
            var cut = Cut.Of(body);
            Letters(cut.Open + cut.Withheld).ShouldBe(Letters(body));
            (Words.CountHtml(cut.Open) + cut.WordsWithheld).ShouldBe(cut.Words);
            cut.Words.ShouldBe(Words.CountHtml(body));
            (cut.Words - cut.WordsWithheld).ShouldBeLessThanOrEqualTo(cut.Words / 2);
            cut.Withheld.ShouldNotBeEmpty();
            CleanHtml.Parse(cut.Open).InnerHtml.ShouldBe(cut.Open);
            CleanHtml.Parse(cut.Withheld).InnerHtml.ShouldBe(cut.Withheld);
            var ids = CleanHtml.Parse(cut.Open).QuerySelectorAll("[id]").Select(one => $"#{one.Id}").ToList();
            CleanHtml.Parse(cut.Open).QuerySelectorAll("a[href^='#']").ShouldAllBe(a => ids.Contains(a.GetAttribute("href")!));
        }, iter: 1_000);

    [Fact]
    public void No_withheld_sentence_stands_in_the_open_half() =>
        Gen.Int[2, 60].Sample(count =>
        {
            var sentences = Enumerable.Range(0, count).Select(n => $"Phrase{n}x dit ceci.").ToList();
            var cut = Cut.Of($"<p>{string.Join(' ', sentences)}</p>");
            var open = sentences.TakeWhile(one => cut.Open.Contains(one)).Count();
            open.ShouldBeInRange(1, Math.Max(1, count / 2));
            sentences.Skip(open).ShouldAllBe(one => !cut.Open.Contains(one) && cut.Withheld.Contains(one));
        });

    [Fact]
    public void A_description_is_made_of_the_open_part_only()
    {
        var body = $"<p>Un <em>mot</em> &amp; deux. Le secret.</p><p>{Long}{Long}</p>";
        Cut.PlainOpening(body, 100).ShouldBe("Un mot & deux.");
        Cut.PlainOpening(body, 8).ShouldBe("Un mot…");
        Cut.Of(body).PlainOpening(100).ShouldBe("Un mot & deux.");
    }

    private static string Letters(string html) => string.Concat(CleanHtml.Parse(html).TextContent.Where(c => !char.IsWhiteSpace(c)));
}
