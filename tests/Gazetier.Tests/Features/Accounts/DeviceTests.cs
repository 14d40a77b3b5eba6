using System.Net;
using Gazetier.Features.Accounts;
using Shouldly;

namespace Gazetier.Tests.Features.Accounts;

public class DeviceTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge, Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari, iPhone")]
    [InlineData("<script>alert(1)</script>", Device.Unknown)]
    [InlineData("", Device.Unknown)]
    [InlineData(null, Device.Unknown)]
    public void A_browser_is_named_in_words_and_nothing_of_the_header_is_kept(string? agent, string name) => Device.Of(agent).ShouldBe(name);

    [Theory]
    [InlineData("203.0.113.77", "203.0.113.0/24")]
    [InlineData("::ffff:203.0.113.77", "203.0.113.0/24")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    public void A_network_is_as_coarse_as_attempts_are_counted(string address, string network) =>
        Network.Of(IPAddress.Parse(address)).ShouldBe(network);
}
