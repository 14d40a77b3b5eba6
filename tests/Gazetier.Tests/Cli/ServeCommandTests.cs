using Gazetier.Cli;
using Microsoft.Extensions.Configuration;
using Shouldly;

namespace Gazetier.Tests.Cli;

public class ServeCommandTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080")]
    [InlineData("http://localhost:5000/;http://[::]:80", "http://localhost:5000")]
    [InlineData("http://0.0.0.0:80", null)]
    [InlineData("http://+:80", null)]
    public void On_ones_own_machine_links_lead_to_where_the_newspaper_is_read(string urls, string? expected) =>
        Assumed([], urls)["Gazetier:Url"].ShouldBe(expected);

    [Fact]
    public void A_newcomer_opens_a_name_because_passkeys_belong_to_names() =>
        ServeCommand.Make().Parse("").GetValue<string>("--urls").ShouldBe("http://localhost:8080");

    [Fact]
    public void An_address_that_was_set_stays() =>
        Assumed(new() { ["Gazetier:Url"] = "https://courrier.example" })["Gazetier:Url"].ShouldBe("https://courrier.example");

    [Fact]
    public void The_demonstration_has_a_sender_where_its_mails_stay_on_this_machine()
    {
        Assumed([])["Gazetier:Mail:From"].ShouldNotBeNull().ShouldContain("echelon.example");
        Assumed([], withDemo: false)["Gazetier:Mail:From"].ShouldBeNull();
        Assumed(new() { ["Gazetier:Mail:Smtp"] = "smtp://relais.example" })["Gazetier:Mail:From"].ShouldBeNull();
    }

    private static IConfiguration Assumed(Dictionary<string, string?> settings, string urls = "http://127.0.0.1:8080", bool withDemo = true)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        ServeCommand.Assume(configuration, urls, withDemo);
        return configuration;
    }
}
