using CsCheck;
using Gazetier.Features.Accounts;
using Shouldly;

namespace Gazetier.Tests.Features.Accounts;

public class EmailAddressTests
{
    [Theory]
    [InlineData(" Camille@Example.ORG ", "camille@example.org")]
    [InlineData("dgs+journal@ville-de-l-isle.fr", "dgs+journal@ville-de-l-isle.fr")]
    [InlineData("o'neil@mairie.example", "o'neil@mairie.example")]
    [InlineData("contact@évian.fr", "contact@xn--vian-9oa.fr")]
    public void An_address_is_read(string typed, string address) => EmailAddress.Read(typed).ShouldBe(address);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("camille")]
    [InlineData("camille@")]
    [InlineData("@example.org")]
    [InlineData("camille@localhost")]
    [InlineData("a@b@example.org")]
    [InlineData("camille@example.org\r\nBcc: all@example.org")]
    [InlineData("camille@example..org")]
    [InlineData("camille@[127.0.0.1]")]
    [InlineData("ca mille@example.org")]
    [InlineData(".camille@example.org")]
    [InlineData("camille\0@example.org")]
    [InlineData("camille@example.org,other@example.org")]
    [InlineData("<camille@example.org>")]
    public void What_no_mail_reaches_is_refused(string? typed) => EmailAddress.Read(typed).ShouldBeNull();

    [Fact]
    public void Too_long_is_refused() => EmailAddress.Read("a@" + string.Concat(Enumerable.Repeat("abcdefg.", 40)) + "fr").ShouldBeNull();

    [Fact]
    public void Reading_twice_changes_nothing() => Gen.Select(Gen.String[Gen.Char['!', '~'], 1, 70], Gen.String[Gen.Char['-', 'z'], 1, 70])
        .Sample((local, domain) =>
        {
            if (EmailAddress.Read($"{local}@{domain}.fr") is { } address)
            {
                EmailAddress.Read(address).ShouldBe(address);
                address.Length.ShouldBeLessThanOrEqualTo(EmailAddress.Longest);
                address.ShouldAllBe(letter => letter > ' ' && letter < '\u007f');
            }
        });

    [Theory]
    [InlineData("lou@gmial.com", "lou@gmail.com")]
    [InlineData("lou@hotmial.com", "lou@hotmail.com")]
    [InlineData("lou@orange.rf", "lou@orange.fr")]
    [InlineData("lou@wanado.fr", "lou@wanadoo.fr")]
    [InlineData("lou@gmail.fr", "lou@gmail.com")]
    [InlineData("lou@laposte.nett", "lou@laposte.net")]
    public void A_mistyped_webmail_is_guessed(string typed, string meant) => MistypedDomain.Guess(typed).ShouldBe(meant);

    [Theory]
    [InlineData("lou@gmail.com")]
    [InlineData("lou@mairie-valmorel.fr")]
    [InlineData("lou@example.org")]
    [InlineData("lou@hotmail.fr")]
    public void Other_domains_are_left_alone(string typed) => MistypedDomain.Guess(typed).ShouldBeNull();
}
