using System.Text;
using CsCheck;
using Gazetier.Features.Accounts;
using Shouldly;

namespace Gazetier.Tests.Features.Accounts;

public class PasswordPolicyTests
{
    [Theory]
    [InlineData("Les hirondelles rentrent tard")]
    [InlineData("correct cheval pile agrafe")]
    [InlineData("trois petits pots de beurre")]
    [InlineData("x7!Kq-93vTz_pLm0")]
    [InlineData("493817205566218")]
    [InlineData("日本語のパスワードは長いほど良い")]
    public void A_long_password_of_any_characters_is_good(string password) => PasswordPolicy.Of(password).ShouldBeNull();

    [Theory]
    [InlineData("aaaaaaaaaaaaaaa", PasswordWeakness.TooSimple)]
    [InlineData("azertyuiopqsdfgh", PasswordWeakness.TooSimple)]
    [InlineData("qwertyuiopasdfghjkl", PasswordWeakness.TooSimple)]
    [InlineData("123456789012345", PasswordWeakness.TooSimple)]
    [InlineData("abcabcabcabcabcabc", PasswordWeakness.TooSimple)]
    [InlineData("               a", PasswordWeakness.TooSimple)]
    [InlineData("motdepassemotdepasse", PasswordWeakness.TooCommon)]
    [InlineData("MotDePasse MotDePasse", PasswordWeakness.TooCommon)]
    [InlineData("p@ssw0rdp@ssw0rd", PasswordWeakness.TooCommon)]
    [InlineData("motdepasse12345", PasswordWeakness.TooCommon)]
    [InlineData("jetaimepourtoujours", PasswordWeakness.TooCommon)]
    [InlineData("chocolatcaramel", PasswordWeakness.TooCommon)]
    [InlineData("quatorze carac", PasswordWeakness.TooShort)]
    [InlineData("", PasswordWeakness.TooShort)]
    [InlineData("camille.dupont@example.org", PasswordWeakness.AboutYou)]
    [InlineData("lecourrierlecourrier", PasswordWeakness.AboutYou)]
    [InlineData("Le Courrier Le Courrier 26", PasswordWeakness.AboutYou)]
    public void What_is_tried_first_is_refused(string password, PasswordWeakness why) =>
        PasswordPolicy.Of(password, "camille.dupont@example.org", "camille.dupont", "Le Courrier").ShouldBe(why);

    [Fact]
    public void Length_counts_characters_after_composition_and_not_what_encodes_them()
    {
        PasswordPolicy.Of("é à ü ñ ç ô ï ê â è ù".Normalize(NormalizationForm.FormD)[..^6]).ShouldNotBe(PasswordWeakness.TooLong);
        PasswordPolicy.Of("e\u0301a\u0300u\u0308n\u0303c\u0327o\u0302i\u0308e").ShouldBe(PasswordWeakness.TooShort);
        PasswordPolicy.Of("🦊🌲🚲🍄🐝🌧🧀🪵🐐🛶🌻🎻🦔🐚🍐").ShouldBeNull();
    }

    [Fact]
    public void Whatever_is_typed_gets_an_answer_that_keeps_the_limits() => Gen.String[0, 300].Sample(password =>
    {
        var weakness = PasswordPolicy.Of(password, "anne@example.org");
        var length = Argon2PasswordHasher.Normal(password).EnumerateRunes().Count();
        (length < PasswordPolicy.Shortest).ShouldBe(weakness == PasswordWeakness.TooShort);
        (length > PasswordPolicy.Longest).ShouldBe(weakness == PasswordWeakness.TooLong);
    });

    [Fact]
    public void A_repetition_of_up_to_five_characters_is_never_good() =>
        Gen.Select(Gen.String[Gen.Char['a', 'z'], 1, 5], Gen.Int[15, 200]).Sample((unit, length) =>
            PasswordPolicy.Of(string.Concat(Enumerable.Repeat(unit, length))[..length]).ShouldBe(PasswordWeakness.TooSimple));

    [Fact]
    public void Random_characters_are_good() =>
        Gen.String[Gen.Char['!', '~'], 20, 128].Sample(password => PasswordPolicy.Of(password, "anne@example.org", "Le Courrier").ShouldBeNull());

    [Fact]
    public void The_list_holds_what_many_people_choose()
    {
        CommonPasswords.Count.ShouldBeGreaterThan(1500);
        new[] { "azerty", "motdepasse", "soleil", "123456" }.ShouldAllBe(word => CommonPasswords.Contains(word));
    }
}
