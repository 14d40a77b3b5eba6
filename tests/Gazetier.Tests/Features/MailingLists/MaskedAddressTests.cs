using CsCheck;
using Gazetier.Features.MailingLists;
using Shouldly;

namespace Gazetier.Tests.Features.MailingLists;

public class MaskedAddressTests
{
    [Theory]
    [InlineData("documentation@valmorel.example", "d…n@valmorel.example")]
    [InlineData("lou@example.org", "l…@example.org")]
    [InlineData("a@b.fr", "a…@b.fr")]
    [InlineData("", "…")]
    [InlineData("@b.fr", "…")]
    public void Its_owner_knows_it_again(string email, string masked) => MaskedAddress.Of(email).ShouldBe(masked);

    [Fact]
    public void Of_the_local_part_two_signs_are_shown_at_most() =>
        Gen.String[Gen.Char.AlphaNumeric, 1, 40].Sample(local => MaskedAddress.Of(local + "@x.fr").Length <= 3 + "@x.fr".Length);
}
