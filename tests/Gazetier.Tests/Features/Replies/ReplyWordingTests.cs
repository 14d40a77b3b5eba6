using CsCheck;
using Gazetier.Data;
using Gazetier.Features.Replies;
using Gazetier.Text;
using Shouldly;

namespace Gazetier.Tests.Features.Replies;

public class ReplyWordingTests
{
    [Theory]
    [InlineData("Je n'ai \"rien\" dit...", "Je n’ai « rien » dit…")]
    [InlineData("A l'etat - enfin", "À l’État – enfin")]
    [InlineData("Un.\n\nDeux.", "Un. Deux.")]
    [InlineData("Non !", "Non\u202F!")]
    public void Typography_is_no_other_wording(string before, string after) => ReplyWording.IsSame(before, after).ShouldBeTrue();

    [Theory]
    [InlineData("Je n’ai rien dit.", "J’ai tout dit.")]
    [InlineData("Coupable, non pas innocent.", "Coupable ? Non, pas innocent.")]
    [InlineData("Un deux", "Undeux")]
    [InlineData("Le 12.", "Le 13.")]
    [InlineData("Un texte.", "")]
    public void Another_word_or_stop_is(string before, string after) => ReplyWording.IsSame(before, after).ShouldBeFalse();

    [Fact]
    public void Setting_a_text_keeps_its_wording() => Gen.String[Gen.Char["aeé  :;!?'\"12.,…-«»\n\u00A0"], 0, 40].Sample(text =>
        ReplyWording.IsSame(text, French.TypesetText(text)).ShouldBeTrue(text));

    [Theory]
    [InlineData(10, 50)]
    [InlineData(80, 80)]
    [InlineData(500, 200)]
    public void A_reply_may_be_as_long_as_its_article_within_the_limits_of_the_law(int lines, int allowed) =>
        new ReplyLength(0, 0, lines).Allowed(new NewspaperOptions.ReplyOptions()).ShouldBe(allowed);

    [Fact]
    public void Lines_are_counted_by_paragraph()
    {
        ReplyLength.Of([new string('x', 61), "un mot"], 60).ShouldBe(new ReplyLength(3, 67, 3));
        ReplyLength.OfHtml("<p>Un deux.</p><ul><li>Trois</li></ul>", 60).Lines.ShouldBe(2);
    }
}
