using Gazetier.Data;
using Microsoft.Extensions.Options;
using Shouldly;

namespace Gazetier.Tests.Data;

public class CheckProvidersTests
{
    private const string LongSecret = "un-secret-de-plus-de-trente-deux-caracteres";

    [Theory]
    [InlineData("ProConnect:Domain", "https://auth.agentconnect.gouv.fr")]
    [InlineData("ProConnect:Domain", "")]
    [InlineData("ProConnect:Issuer", "http://auth.agentconnect.gouv.fr/api/v2")]
    [InlineData("ProConnect:Issuer", "auth.agentconnect.gouv.fr")]
    [InlineData("ProConnect:ClientId", "")]
    [InlineData("ProConnect:ClientSecret", "")]
    [InlineData("ProConnect:ClientSecret", "court")]
    [InlineData("ProConnect:Algorithm", "none")]
    [InlineData("ProConnect:Algorithm", "PS256")]
    [InlineData("ProConnect:TokenEndpoint", "http://auth.agentconnect.gouv.fr/token")]
    [InlineData("OpenId:mairie:Issuer", "")]
    [InlineData("OpenId:mairie:Issuer", "http://id.mairie.fr")]
    [InlineData("OpenId:mairie:Issuer", "https://nom:secret@id.mairie.fr")]
    [InlineData("OpenId:mairie:Issuer", "https://id.mairie.fr/?a=1")]
    [InlineData("OpenId:mairie:ClientId", "")]
    [InlineData("OpenId:mairie:ClientSecret", "")]
    [InlineData("OpenId:mairie:Algorithm", "none")]
    [InlineData("OpenId:mairie:EndSessionEndpoint", "/logout")]
    public void A_wrong_setting_is_said_with_its_name_what_is_wrong_and_an_example(string name, string value)
    {
        var options = Right();
        var parts = name.Split(':');
        object settings = parts[0] == "ProConnect" ? options.ProConnect : options.OpenId["mairie"];
        settings.GetType().GetProperty(parts[^1])!.SetValue(settings, value);

        var said = new CheckOptions().Validate(null, options).Failures!.ShouldHaveSingleItem();
        said.ShouldStartWith($"Gazetier__{name.Replace(":", "__", StringComparison.Ordinal)} ");
        said.ShouldMatch(" is ");
        said.ShouldContain("Example: ");
        said.ShouldNotContain("court");
    }

    [Theory]
    [InlineData("proconnect")]
    [InlineData("la mairie")]
    [InlineData("a/b")]
    public void A_name_stands_in_addresses(string name)
    {
        var options = Right();
        options.OpenId[name] = options.OpenId["mairie"];
        new CheckOptions().Validate(null, options).Failures!.ShouldHaveSingleItem().ShouldContain($"Gazetier__OpenId__{name}__Issuer");
    }

    [Fact]
    public void HS256_wants_a_long_secret()
    {
        var options = Right();
        (options.OpenId["mairie"].Algorithm, options.OpenId["mairie"].ClientSecret) = ("HS256", "court");
        new CheckOptions().Validate(null, options).Failures!.ShouldHaveSingleItem().ShouldStartWith("Gazetier__OpenId__mairie__ClientSecret");
    }

    [Fact]
    public void This_machine_may_be_asked_without_https()
    {
        var options = Right();
        options.OpenId["mairie"].Issuer = "http://localhost:8081/realms/mairie";
        new CheckOptions().Validate(null, options).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task They_are_read_from_the_environment_and_stop_the_start()
    {
        var stopped = await Should.ThrowAsync<OptionsValidationException>(() => Site.OpenAsync(null, ("OpenId:MAIRIE:ClientId", "x"), ("ProConnect:Domain", "auth.agentconnect.gouv.fr")));
        stopped.Failures.Select(said => said.Split(' ')[0]).ShouldBe(
            ["Gazetier__ProConnect__ClientId", "Gazetier__ProConnect__ClientSecret", "Gazetier__OpenId__MAIRIE__Issuer", "Gazetier__OpenId__MAIRIE__ClientSecret"]);
    }

    private static NewspaperOptions Right()
    {
        var options = new NewspaperOptions();
        (options.ProConnect.Domain, options.ProConnect.ClientId, options.ProConnect.ClientSecret) = ("auth.agentconnect.gouv.fr", "x", LongSecret);
        options.OpenId["mairie"] = new OpenIdOptions { Issuer = "https://id.mairie.fr", ClientId = "x", ClientSecret = "y" };
        return options;
    }
}
