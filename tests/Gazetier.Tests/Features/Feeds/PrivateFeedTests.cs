using System.Net;
using Gazetier.Features.Digests;
using Gazetier.Tests.Features.Digests;
using Shouldly;

namespace Gazetier.Tests.Features.Feeds;

public class PrivateFeedTests
{
    private const string Page = "/mon-compte/ma-gazette/flux";

    [Fact]
    public async Task A_reader_opens_changes_and_closes_their_feed_and_an_old_address_is_dead()
    {
        await using var site = await Site.OpenAsync();
        await site.FollowAsync(Newsroom.Lou, Frequency.Never, Morning.Theme(Newsroom.Water));
        using var lou = await site.SignInAsync(Newsroom.Lou);
        using var reader = site.Visitor();
        (await lou.GetAsync(Page)).Document.QuerySelectorAll("input[readonly]").Length.ShouldBe(0);
        (await lou.PostAsync(Page, ("faire", "ouvrir"))).Location.ShouldBe(Page + "?fait=ouvert");
        var first = await AddressesAsync(lou);
        first.Count.ShouldBe(3);
        foreach (var address in first)
        {
            var feed = await reader.GetAsync(address);
            feed.Status.ShouldBe(HttpStatusCode.OK);
            feed.Headers["Cache-Control"].ShouldContain("private");
            feed.Body.ShouldContain("Le syndicat coupe deux forages");
            feed.Body.ShouldNotContain("Un serveur pour quatorze communes", Case.Sensitive, "Lou does not follow it");
            Newsroom.Secret.Split(' ').ShouldAllBe(word => !feed.Body.Contains(word, StringComparison.Ordinal));
        }

        await lou.PostAsync(Page, ("faire", "changer"));
        (await reader.GetAsync(first[0])).Status.ShouldBe(HttpStatusCode.NotFound);
        var second = await AddressesAsync(lou);
        (await reader.GetAsync(second[0])).Status.ShouldBe(HttpStatusCode.OK);
        await lou.PostAsync(Page, ("faire", "fermer"));
        (await reader.GetAsync(second[0])).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%C3%A9")]
    public async Task What_is_no_key_opens_nothing(string token)
    {
        await using var site = await Site.OpenAsync();
        using var reader = site.Visitor();
        (await reader.GetAsync($"/ma-gazette/flux/{token}/feed/")).Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
    }

    private static async Task<IReadOnlyList<string>> AddressesAsync(Browser lou) =>
        [.. (await lou.GetAsync(Page)).Document.QuerySelectorAll("input[readonly]").Select(i => new Uri(i.GetAttribute("value")!).PathAndQuery)];
}
