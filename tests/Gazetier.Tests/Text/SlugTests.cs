using CsCheck;
using Gazetier.Text;
using Shouldly;

namespace Gazetier.Tests.Text;

public class SlugTests
{
    [Theory]
    [InlineData("L'eau, c'est l’affaire de tous !", "l-eau-c-est-l-affaire-de-tous")]
    [InlineData("Cœur de ville : 12 000 € pour Évry", "coeur-de-ville-12-000-pour-evry")]
    [InlineData("  --- ", "sans-titre")]
    [InlineData("", "sans-titre")]
    [InlineData("日本", "sans-titre")]
    public void A_title_becomes_plain_ascii(string title, string slug) => Slug.From(title).ShouldBe(slug);

    [Fact]
    public void A_long_title_is_cut_at_the_end_of_a_word() =>
        Slug.From(string.Concat(Enumerable.Repeat("commune ", 12))).ShouldBe(string.Join('-', Enumerable.Repeat("commune", 10)));

    [Fact]
    public void A_word_that_ends_at_the_limit_is_kept_whole() =>
        Slug.From($"{new string('a', 39)} {new string('b', 40)} c").Length.ShouldBe(Slug.MaxLength);

    [Fact]
    public void A_single_endless_word_is_cut_hard() => Slug.From(new string('a', 300)).Length.ShouldBe(Slug.MaxLength);

    [Fact]
    public void Every_text_has_a_valid_slug_which_is_its_own_slug() =>
        Gen.String.Sample(title =>
        {
            var slug = Slug.From(title);
            slug.Length.ShouldBeInRange(1, Slug.MaxLength);
            slug.Split('-').ShouldAllBe(word => word.Length > 0 && word.All(char.IsAsciiLetterOrDigit));
            slug.ShouldBe(slug.ToLowerInvariant());
            Slug.From(slug).ShouldBe(slug);
        });
}
