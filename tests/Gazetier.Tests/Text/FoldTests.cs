using CsCheck;
using Gazetier.Text;
using Shouldly;

namespace Gazetier.Tests.Text;

public class FoldTests
{
    [Theory]
    [InlineData("Été à Œuvre", "ete a oeuvre")]
    [InlineData("L’eau", "l'eau")]
    [InlineData("12\u202F000\u00A0€", "12 000 €")]
    [InlineData("e\u0301cole", "ecole")]
    [InlineData("Straße, Łódź, Ærø", "strasse, lodz, aero")]
    [InlineData("ﬁn\u00ADance", "finance")]
    [InlineData("bud\0get\u0007\tvoté", "budget vote")]
    public void Accents_case_ligatures_and_typography_do_not_count(string text, string folded) =>
        Fold.Of(text).ShouldBe(folded);

    [Fact]
    public void What_is_no_text_is_replaced() => Fold.Of("a\uFFFEb\uD800c").ShouldBe("a\uFFFDb\uFFFDc");

    [Fact]
    public void Folding_twice_changes_nothing() =>
        Gen.String.Sample(text => Fold.Of(Fold.Of(text)) == Fold.Of(text));

    [Theory]
    [InlineData("  Camille.Durand@Valmorel.FR ", "camille.durand@valmorel.fr")]
    [InlineData("MAIRIE@Évry-Ville.fr", "mairie@xn--vry-ville-93a.fr")]
    [InlineData("re\u0301my@ville.fr", "rémy@ville.fr")]
    [InlineData("\"a@b\"@ville.fr", "\"a@b\"@ville.fr")]
    [InlineData("personne", "personne")]
    [InlineData("x@..", "x@..")]
    public void An_address_has_one_form(string address, string folded) => Fold.Email(address).ShouldBe(folded);

    [Fact]
    public void Folding_an_address_twice_changes_nothing() =>
        Gen.Select(Gen.String, Gen.String, (local, domain) => $"{local}@{domain}")
            .Sample(address => Fold.Email(Fold.Email(address)) == Fold.Email(address));
}
