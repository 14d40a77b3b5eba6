using System.Net;
using Shouldly;

namespace Gazetier.Tests.Features.Figures;

/// <summary>A reader asks not to be measured.</summary>
public class RefuseTests
{
    private const string Page = "/donnees-personnelles/mesure";

    [Fact]
    public async Task A_button_takes_one_out_of_the_count_and_in_again()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await visitor.ReadAsync("/donnees-personnelles")).Has($"#mesure ~ p a[href='{Page}']").ShouldBeTrue();
        (await visitor.ReadAsync(Page)).Text(".notice").ShouldStartWith("Vos lectures dans ce navigateur entrent dans le compte");

        var answer = await visitor.FillAsync(Page, ("choix", "non"));
        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers["Set-Cookie"].ShouldBe("mesure=non; max-age=31536000; path=/; samesite=lax; httponly");
        (await visitor.ReadAsync(Page)).Text(".notice").ShouldStartWith("C’est fait");
        await visitor.ReadAsync(Reading.Free);
        (await site.CountsAsync()).ShouldBeEmpty();

        await visitor.FillAsync(Page, ("choix", "oui"));
        await visitor.ReadAsync(Reading.Free);
        (await site.CountsAsync()).ShouldBe(["1 Read Visitor: 1", "1 From Direct: 1"]);
    }

    [Fact]
    public async Task A_browser_that_asks_already_is_told_that_it_is_heard()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();

        var page = await visitor.ReadAsync(Page, ("Sec-GPC", "1"));

        page.Text(".notice").ShouldStartWith("Votre navigateur le demande déjà");
        page.Has("main form").ShouldBeFalse();
    }

    [Fact]
    public async Task Another_answer_is_refused()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();

        var answer = await visitor.FillAsync(Page, ("choix", "peut-être"));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Headers.ShouldNotContainKey("Set-Cookie");
    }
}
