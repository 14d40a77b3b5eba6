using CsCheck;
using Gazetier.Text;
using Shouldly;

namespace Gazetier.Tests.Text;

public class ShortenedTests
{
    [Theory]
    [InlineData(40, "La nappe a perdu deux mètres.", "La nappe a perdu deux mètres.")]
    [InlineData(20, "La nappe a perdu deux mètres.", "La nappe a perdu…")]
    [InlineData(13, "Le maire dit : non, et s’en va.", "Le maire dit…")]
    [InlineData(8, "anticonstitutionnellement", "anticon…")]
    [InlineData(8, "abcdef🚰🚰🚰", "abcdef…")]
    public void A_text_is_cut_at_a_word_and_never_through_a_character(int length, string text, string expected) =>
        Shortened.To(length, text).ShouldBe(expected);

    [Fact]
    public void No_text_comes_out_longer_than_asked() =>
        Gen.Select(Gen.Int[10, 200], Gen.String).Sample((length, text) => Shortened.To(length, text).Length <= length);
}
