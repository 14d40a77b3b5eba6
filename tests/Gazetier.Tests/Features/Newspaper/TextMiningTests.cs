using Gazetier.Features.Newspaper;
using Gazetier.Web;
using Microsoft.AspNetCore.Http;
using Shouldly;

namespace Gazetier.Tests.Features.Newspaper;

public class TextMiningTests
{
    private static readonly PublicAddress Address = new(new() { Url = "https://courrier.example" });

    [Fact]
    public void An_article_says_that_mining_is_reserved_in_the_words_of_both_protocols()
    {
        var response = new DefaultHttpContext().Response;
        response.ReserveTextMining(new Imprint(), Address);
        response.Headers["tdm-reservation"].ToString().ShouldBe("1");
        response.Headers["tdm-policy"].ToString().ShouldBe("https://courrier.example/mentions-legales#fouille");
        response.Headers["Content-Usage"].ToString().ShouldBe("train-ai=n");
    }

    [Fact]
    public void Where_nothing_is_reserved_nothing_is_said()
    {
        var response = new DefaultHttpContext().Response;
        response.ReserveTextMining(new Imprint { ReservesTextMining = false }, Address);
        response.Headers.ShouldBeEmpty();
    }
}
