using CsCheck;
using Gazetier.Text;
using Shouldly;

namespace Gazetier.Tests.Text;

public class FrenchTermsTests
{
    [Theory]
    [InlineData("finances locales", "Finance locale")]
    [InlineData("éolien", "les éoliennes")]
    [InlineData("intercommunalité", "l’intercommunalité")]
    [InlineData("cœur de ville", "COEURS DE VILLES")]
    [InlineData("loi de finances", "la loi des finances")]
    [InlineData("marché public", "marchés publics")]
    [InlineData("L. 2121-29", "l’article L2121-29")]
    [InlineData("L. 2121-29", "art. L.2121-29")]
    [InlineData("R*421-1", "R. 421-1")]
    [InlineData("l. 2121-29", "L 2121-29")]
    [InlineData("n° 467 890", "no 467890")]
    [InlineData("n° 2024-123", "N°2024-123")]
    public void What_means_the_same_has_the_same_terms(string one, string other) => FrenchTerms.Of(other).ShouldBe(FrenchTerms.Of(one));

    [Theory]
    [InlineData("L. 2121-29", "L. 2121-2")]
    [InlineData("L. 2211-1", "L. 2121-1")]
    [InlineData("L. 123-1", "R. 123-1")]
    [InlineData("maire", "commune")]
    [InlineData("eau", "déchet")]
    public void What_means_something_else_has_other_terms(string one, string other) => FrenchTerms.Of(other).ShouldNotBe(FrenchTerms.Of(one));

    [Fact]
    public void A_reference_is_one_term() => FrenchTerms.Of("selon l’article L. 2121-29 du CGCT").ShouldContain("l2121_29");

    [Fact]
    public void Small_words_and_signs_are_none() => FrenchTerms.Of("de la, du ; les — à !").ShouldBeEmpty();

    [Fact]
    public void Whatever_is_written_has_terms_or_none() =>
        Gen.String.Sample(text => FrenchTerms.Of(text).ShouldAllBe(term => term.Length > 0 && !term.Contains(' ', StringComparison.Ordinal)));

    [Fact]
    public void Every_run_of_a_text_is_found_by_its_number_and_nothing_else_is_taken_for_one()
    {
        var words = new[] { "eau", "ville", "maire", "budget", "impôt", "école", "route", "forêt" };
        var some = Gen.Int[0, words.Length - 1].Array[1, 40].Select(ns => ns.Select(n => words[n]).ToArray());
        Gen.Select(some, Gen.Int[0, words.Length - 1].Array[1, TermRuns.Longest]).Sample((text, phrase) =>
        {
            var terms = FrenchTerms.Of(string.Join(' ', phrase.Select(n => words[n])));
            var whole = string.Join(' ', FrenchTerms.Of(string.Join(' ', text)));
            var runs = new TermRuns([string.Join(' ', text)]);
            var stands = (" " + whole + " ").Contains(" " + string.Join(' ', terms) + " ", StringComparison.Ordinal);
            runs.Contains(string.Join(' ', terms)).ShouldBe(stands);
            runs.Keys.Contains(TermRuns.KeyOf(terms)).ShouldBe(stands);
        });
    }

    [Fact]
    public void No_run_goes_from_one_block_into_the_next() => new TermRuns(["les finances", "locales vont bien"]).Contains("financ local").ShouldBeFalse();

    [Fact]
    public void The_number_of_a_run_is_the_same_for_ever() => TermRuns.KeyOf(["financ", "local"]).ShouldBe(-3690673424365093329L);
}
