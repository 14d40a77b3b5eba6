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
    [InlineData("n° 467 890", "467890")]
    [InlineData("n° 467 890", "467 890")]
    [InlineData("n°\u00A0467\u202F890", "467890")]
    [InlineData("nos 467 890", "n°s 467\u00A0890")]
    [InlineData("loi n° 2016-1321", "loi 2016-1321")]
    [InlineData("loi n° 78-17", "loi 78-17")]
    [InlineData("12 000 euros", "12000 euros")]
    [InlineData("12\u202F000 euros", "12 000 euros")]
    [InlineData("59 000 Lille", "59000 Lille")]
    [InlineData("1 234 567,50", "1234567,50")]
    [InlineData("n° 2024-03-12", "2024-03-12")]
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

    /// <summary>Of a date, a span of years, a telephone number and two numbers on two lines, each can be looked for alone.</summary>
    [Theory]
    [InlineData("le 2024-03-12", "2024 03 12")]
    [InlineData("12-03-2024", "12 03 2024")]
    [InlineData("budget 2023-2024", "budget 2023 2024")]
    [InlineData("01 23 45 67 89", "01 23 45 67 89")]
    [InlineData("en 2024 150 communes", "2024 150 comun")]
    [InlineData("12\n345", "12 345")]
    [InlineData("12 3456", "12 3456")]
    [InlineData("n° 12", "12")]
    [InlineData("covid-19", "covid 19")]
    public void Numbers_that_are_no_reference_stay_apart(string text, string terms) => string.Join(' ', FrenchTerms.Of(text)).ShouldBe(terms);

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
