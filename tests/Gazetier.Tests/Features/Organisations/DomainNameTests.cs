using Gazetier.Features.Organisations;
using Shouldly;

namespace Gazetier.Tests.Features.Organisations;

public class DomainNameTests
{
    [Theory]
    [InlineData("Valmorel.FR", "valmorel.fr")]
    [InlineData(" @valmorel.fr ", "valmorel.fr")]
    [InlineData("agent@agents.valmorel.fr", "agents.valmorel.fr")]
    [InlineData("forêt.fr", "xn--fort-ipa.fr")]
    [InlineData("fr", null)]
    [InlineData("https://valmorel.fr/", null)]
    [InlineData("valmorel", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void It_is_read_as_it_is_kept(string? typed, string? domain) => DomainName.Read(typed).ShouldBe(domain);

    [Theory]
    [InlineData("gmail.com", DomainRefusal.Webmail)]
    [InlineData("orange.fr", DomainRefusal.Webmail)]
    [InlineData("laposte.net", DomainRefusal.Webmail)]
    [InlineData("mairie.wanadoo.fr", DomainRefusal.Webmail)]
    [InlineData("gouv.fr", DomainRefusal.Suffix)]
    [InlineData("asso.fr", DomainRefusal.Suffix)]
    [InlineData("finances.gouv.fr", null)]
    [InlineData("notgmail.com", null)]
    [InlineData("valmorel.fr", null)]
    public void A_04_what_everybody_has_is_nobodys(string domain, DomainRefusal? refusal) => DomainName.Refusal(domain).ShouldBe(refusal);
}
