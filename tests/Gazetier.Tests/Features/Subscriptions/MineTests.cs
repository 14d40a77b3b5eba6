using Shouldly;

namespace Gazetier.Tests.Features.Subscriptions;

public class MineTests
{
    [Fact]
    public async Task A_reader_sees_until_when_the_subscription_runs()
    {
        await using var site = await Site.OpenAsync();
        using var camille = await site.SignInAsync(Newsroom.Camille);
        var page = await camille.GetAsync("/mon-compte/abonnement");
        page.Text("main h2").ShouldBe("Formule Individuelle");
        page.Text("main .status").ShouldBe("En cours");
        page.Texts(".facts dd")[2].ShouldBe("23 août 2027");
    }

    [Fact]
    public async Task Without_one_it_leads_to_the_offers()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync("/mon-compte/abonnement")).Has("main a[href='/abonnement/']").ShouldBeTrue();
    }
}
