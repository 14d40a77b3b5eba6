using CsCheck;
using Gazetier.Features.Search.Asking;
using Gazetier.Text;
using Shouldly;

namespace Gazetier.Tests.Features.Search;

public class SnippetsTests
{
    [Fact]
    public void The_passage_that_has_most_of_the_words_is_shown_with_them_marked()
    {
        var text = string.Concat(Enumerable.Repeat("Rien de tel ici, rien du tout dans cette phrase. ", 20)) + "Les communes paient l’eau selon l’article L. 2121-29 du code. " + string.Concat(Enumerable.Repeat("Et puis rien. ", 30));
        var pieces = Of("eau commune L. 2121-29").Of(text);
        pieces.Where(p => p.IsFound).Select(p => p.Text.Trim().Replace('\u00A0', ' ')).ShouldBe(["communes", "l’eau", "L. 2121-29"]);
        string.Concat(pieces.Select(p => p.Text)).Length.ShouldBeLessThan(2 * Snippets.Length);
        Of("lune").Of(text).ShouldBeEmpty();
    }

    [Fact]
    public void Whatever_the_text_marks_take_nothing_from_it()
    {
        Gen.String.Sample(text => string.Concat(new Snippets(new HashSet<string> { "a", "eau" }).Mark(text).Select(p => p.Text)).Replace(" ", "", StringComparison.Ordinal)
            .ShouldBe(text.Replace(" ", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("L. 2121-29", "Selon l’article L. 2121-29, oui.", "l’article L. 2121-29")]
    [InlineData("n° 467890", "Arrêt n° 467 890 du Conseil.", "n° 467 890")]
    [InlineData("œuvre", "Une œuvre d’art.", "œuvre")]
    [InlineData("allées", "Dans l’allée du parc.", "l’allée")]
    [InlineData("chevaux", "Un cheval, seul.", "cheval")]
    [InlineData("Éducation", "ÉDUCATION nationale.", "ÉDUCATION")]
    [InlineData("porte-monnaie", "Son porte-monnaie.", "porte-monnaie")]
    public void However_it_is_written_what_was_looked_for_is_marked(string sought, string text, string marked) =>
        Of(sought).Mark(text).Where(p => p.IsFound).Select(p => p.Text).ShouldBe([marked]);

    /// <summary>The short way, word by word, counts what reading the whole text counts.</summary>
    [Fact]
    public void Word_by_word_as_many_are_found_as_in_the_whole()
    {
        string[] words = ["l’eau", "eaux", "Commune,", "communes", "(L. 2121-29)", "n° 12 345", "d’école", "Écoles.", "aujourd’hui", "porte-à-porte", "2024", "de", "«\u00A0chevaux\u00A0»"];
        var word = Gen.Int[0, words.Length - 1].Select(n => words[n]);
        Gen.Select(word.Array[1, 12], word.Array[1, 3]).Sample((text, sought) =>
        {
            var (whole, terms) = (string.Join(' ', text), FrenchTerms.Of(string.Join(' ', sought)).ToHashSet());
            new Snippets(terms).Count(whole).ShouldBe(FrenchTerms.Of(whole).Where(terms.Contains).Distinct().Count());
        });
    }

    private static Snippets Of(string sought) => new(FrenchTerms.Of(sought).ToHashSet());
}
