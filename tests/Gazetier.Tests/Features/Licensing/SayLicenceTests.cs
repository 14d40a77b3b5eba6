using Gazetier.Features.Licensing;
using Gazetier.Web;
using Microsoft.AspNetCore.Http;
using Shouldly;

namespace Gazetier.Tests.Features.Licensing;

public class SayLicenceTests
{
    private static readonly PublicAddress Address = new(new() { Url = "https://courrier.example" });

    [Fact]
    public void An_answer_says_that_mining_is_reserved_in_the_words_of_each_protocol()
    {
        var response = new DefaultHttpContext().Response;
        response.Say(RobotLine.Usual, Address);
        response.Headers["tdm-reservation"].ToString().ShouldBe("1");
        response.Headers["tdm-policy"].ToString().ShouldBe("https://courrier.example/licence");
        response.Headers["Content-Usage"].ToString().ShouldBe("train-ai=n");
        response.Headers.Link.ToString().ShouldBe("<https://courrier.example/licence-rsl.xml>; rel=\"license\"; type=\"application/rsl+xml\"");
        response.Headers.ShouldNotContainKey("X-Robots-Tag");
    }

    [Fact]
    public void Where_nothing_is_reserved_nothing_is_said()
    {
        var response = new DefaultHttpContext().Response;
        response.Say(default, Address);
        response.Headers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(RobotChoice.Allowed, RobotChoice.Allowed, null, null)]
    [InlineData(RobotChoice.Allowed, RobotChoice.Refused, null, "noarchive")]
    [InlineData(RobotChoice.Preview, RobotChoice.Allowed, null, "noarchive, max-snippet:160")]
    [InlineData(RobotChoice.Licensed, RobotChoice.Allowed, "search=n", "noindex")]
    [InlineData(RobotChoice.Refused, RobotChoice.Refused, "search=n", "noindex")]
    public void Search_engines_are_told_what_they_may_show(RobotChoice search, RobotChoice archive, string? usage, string? tag)
    {
        var response = new DefaultHttpContext().Response;
        response.Say(new RobotLine(search, default, default, default, archive), Address);
        ((string?)response.Headers["Content-Usage"]).ShouldBe(usage);
        ((string?)response.Headers["X-Robots-Tag"]).ShouldBe(tag);
    }
}
