using CsCheck;
using Gazetier.Features.Search.Asking;
using Shouldly;

namespace Gazetier.Tests.Features.Search;

public class SnippetTests
{
    [Fact]
    public void The_passage_that_has_most_of_the_words_is_shown_with_them_marked()
    {
        var text = string.Concat(Enumerable.Repeat("Rien de tel ici, rien du tout dans cette phrase. ", 20)) + "Les communes paient l’eau selon l’article L. 2121-29 du code. " + string.Concat(Enumerable.Repeat("Et puis rien. ", 30));
        var pieces = Snippet.Of(text, Gazetier.Text.FrenchTerms.Of("eau commune L. 2121-29").ToHashSet());
        pieces.Where(p => p.IsFound).Select(p => p.Text.Trim()).ShouldBe(["communes", "l’eau", "l’article L. 2121-29"]);
        string.Concat(pieces.Select(p => p.Text)).Length.ShouldBeLessThan(2 * Snippet.Length);
        Snippet.Of(text, new HashSet<string> { "lune" }).ShouldBeEmpty();
    }

    [Fact]
    public void Whatever_the_text_marks_take_nothing_from_it()
    {
        Gen.String.Sample(text => string.Concat(Snippet.Mark(text, new HashSet<string> { "a", "eau" }).Select(p => p.Text)).Replace(" ", "", StringComparison.Ordinal)
            .ShouldBe(text.Replace(" ", "", StringComparison.Ordinal)));
    }
}
