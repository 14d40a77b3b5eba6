using System.Net;
using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Rules;

/// <summary>The newsroom opens to who passed the second factor and has the role, and to nobody else: each of its addresses is asked (S-03).</summary>
public class HalfSessionsTests
{
    [Theory]
    [InlineData(Proof.Password)]
    [InlineData(Proof.Link)]
    [InlineData(null)]
    public async Task A_half_session_opens_no_address_of_the_newsroom(Proof? proof)
    {
        await using var site = await Site.OpenAsync();
        using var half = await site.SignInAsync(Newsroom.Odile, proof);
        var entrances = (await site.EntrancesAsync()).Where(e => e.Pattern.RawText!.TrimStart('/').StartsWith("redaction", StringComparison.Ordinal)).ToList();
        entrances.Count.ShouldBeGreaterThan(5);
        foreach (var entrance in entrances)
        {
            var address = entrance.Address();
            foreach (var answer in new[] { await half.GetAsync(address), await half.PostAsync(address) })
            {
                var isClosed = answer.Status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed
                    || answer.Location?.StartsWith("/connexion/second-facteur?", StringComparison.Ordinal) == true;
                isClosed.ShouldBeTrue($"{address} answers a half session {answer.Status}");
            }
        }
    }

    [Fact]
    public async Task A_page_for_one_act_does_not_exist_for_whose_role_may_not_do_it()
    {
        await using var site = await Site.OpenAsync();
        foreach (var (who, role) in new[] { (Newsroom.Paul, StaffRole.Journalist), (Newsroom.Dora, StaffRole.SubscriptionDesk), (Newsroom.Ines, StaffRole.EditorInChief) })
        {
            using var browser = await site.SignInAsync(who);
            var closed = (await site.PagesAsync())
                .Where(page => page.Model.GetCustomAttributes(typeof(StaffMayAttribute), true).OfType<StaffMayAttribute>().Any(may => !role.May(may.Act))).ToList();
            closed.ShouldNotBeEmpty();
            foreach (var page in closed)
            {
                (await browser.GetAsync(page.Address)).Status.ShouldBe(HttpStatusCode.NotFound, $"{page.Address} for {role}");
                (await browser.PostAsync(page.Address)).Status.ShouldBe(HttpStatusCode.NotFound, $"POST {page.Address} for {role}");
            }
        }
    }

    [Fact]
    public async Task Every_endpoint_of_the_newsroom_asks_for_staff()
    {
        await using var site = await Site.OpenAsync();
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("redaction", StringComparison.Ordinal)))
        {
            endpoint.Metadata.OfType<Microsoft.AspNetCore.Authorization.IAuthorizeData>()
                .ShouldContain(rule => rule.Policy == Gazetier.Web.NewsroomIsForStaff.StaffPolicy, endpoint.RoutePattern.RawText);
        }
    }
}
