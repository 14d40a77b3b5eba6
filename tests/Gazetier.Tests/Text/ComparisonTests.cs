using CsCheck;
using Gazetier.Text;
using Shouldly;

namespace Gazetier.Tests.Text;

public class ComparisonTests
{
    private static readonly Gen<string> SomeParagraph =
        Gen.Int[0, 6].Select(n => n switch { 0 => "", 1 => "le maire ", 2 => "vote", 3 => " le budget", _ => $"mot{n}" }).Array[0, 12].Select(words => string.Join(' ', words));

    private static readonly Gen<string[]> SomeText = SomeParagraph.Array[0, 12];

    [Fact]
    public void What_goes_and_what_stays_is_the_old_text_and_what_comes_and_stays_the_new() =>
        Gen.Select(SomeText, SomeText).Sample((before, after) =>
        {
            var rows = Comparison.Of(before, after);
            Text(rows.Select(row => row.Before)).ShouldBe(string.Concat(before));
            Text(rows.Select(row => row.After)).ShouldBe(string.Concat(after));
            rows.SelectMany(row => row.Before).ShouldNotContain(words => words.Fate == Fate.Come);
            rows.SelectMany(row => row.After).ShouldNotContain(words => words.Fate == Fate.Gone);
        });

    [Fact]
    public void The_same_text_has_no_difference() =>
        SomeText.Sample(text => Comparison.Of(text, text).ShouldAllBe(row => row.IsSame));

    [Fact]
    public void A_word_that_changed_is_found_within_its_paragraph()
    {
        var row = Comparison.Of(["Un.", "Le maire a voté le budget."], ["Un.", "Le conseil a voté le budget."])[1];
        row.Before.ShouldContain(new ComparedWords(Fate.Gone, "maire "));
        row.After.ShouldContain(new ComparedWords(Fate.Come, "conseil "));
        row.After.ShouldContain(new ComparedWords(Fate.Stays, "a voté le budget."));
    }

    [Fact]
    public void Two_texts_without_a_word_in_common_are_compared_too()
    {
        var before = string.Join(' ', Enumerable.Range(0, 20_000).Select(n => $"a{n}"));
        var after = string.Join(' ', Enumerable.Range(0, 20_000).Select(n => $"b{n}"));
        var row = Comparison.Of([before], [after]).ShouldHaveSingleItem();
        row.Before.ShouldHaveSingleItem().Text.ShouldBe(before);
        row.After.ShouldHaveSingleItem().Text.ShouldBe(after);
    }

    private static string Text(IEnumerable<IReadOnlyList<ComparedWords>> sides) => string.Concat(sides.SelectMany(words => words).Select(words => words.Text));
}
