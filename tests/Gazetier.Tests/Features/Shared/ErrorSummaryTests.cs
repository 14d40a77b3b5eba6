using System.Net;
using Shouldly;

namespace Gazetier.Tests.Features.Shared;

public class ErrorSummaryTests
{
    [Fact]
    public async Task Errors_stand_in_the_order_of_their_fields()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        // In the order in which the page has them, as a browser sends them.
        var page = await ines.PostAsync(
            "/redaction/articles/nouveau", ("titre", ""), ("rubrique", Guid.Empty.ToString()), ("genre", "News"), ("qui", ""), ("echeance", "31 février"), ("longueur", "-3"));

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var named = page.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")![1..]).ToList();
        named.Count.ShouldBe(4);
        named.ShouldBe(page.Document.QuerySelectorAll("form [id]").Select(field => field.Id!).Where(named.Contains));
    }
}
