using Gazetier.Features.Offers;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Offers;

public class IndexTests
{
    [Fact]
    public async Task An_offer_says_its_price_a_year_and_a_month_taxes_included_and_how_to_ask_for_it()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var page = await visitor.GetAsync("/abonnement/");
        page.Texts(".offer h3").ShouldBe(["Individuel"]);
        page.Text(".offer .for").ShouldBe("Pour un lecteur");
        page.Text(".offer .price").ShouldBe("199 € par an, toutes taxes comprises soit 16,58 € par mois");
        var letter = new Uri(page.Document.QuerySelector(".offer a")!.GetAttribute("href")!);
        letter.Scheme.ShouldBe("mailto");
        Uri.UnescapeDataString(letter.Query).ShouldStartWith("?subject=Abonnement\u00A0: formule Individuel&body=Bonjour,\r\n");
        page.Has("form[action='/abonnement/']").ShouldBeFalse();
    }

    [Fact]
    public async Task The_price_is_written_as_the_reader_writes_it()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        await visitor.PostAsync("/langue", ("langue", "en"), ("retour", "/"));
        (await visitor.GetAsync("/abonnement/")).Text(".offer .price").ShouldBe("€199 a year, all taxes included that is €16.58 a month");
    }

    [Fact]
    public async Task A_free_offer_leads_to_registration_and_offers_stand_in_their_order()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            db.Add(new Offer { Slug = "decouverte", Name = "Découverte", Audience = "Moins de 20 000 habitants", PriceCents = 0, Position = 0, Description = "Ma Gazette\nLes articles libres" });
            await db.SaveChangesAsync();
        });
        using var visitor = site.Visitor();
        var page = await visitor.GetAsync("/abonnement/");
        page.Texts(".offer h3").ShouldBe(["Découverte", "Individuel"]);
        page.Document.QuerySelector(".offer a")!.GetAttribute("href").ShouldBe("/inscription");
        page.Texts(".offer li").ShouldBe(["Ma Gazette", "Les articles libres"]);
        page.Document.QuerySelector(".offer .for")!.TextContent.ShouldBe("Moins de 20\u202F000 habitants");
        page.Document.QuerySelector(".offer a.accent")!.ParentElement!.QuerySelector("h3")!.TextContent.ShouldBe("Individuel");
    }

    [Fact]
    public async Task Without_an_offer_the_page_says_so_and_leads_to_the_desk()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(db => db.Offers.ExecuteDeleteAsync());
        using var visitor = site.Visitor();
        var page = await visitor.GetAsync("/abonnement/");
        page.Has(".offer").ShouldBeFalse();
        page.Text("main .notice").ShouldStartWith("Aucune formule n’est proposée pour le moment.");
        page.Document.QuerySelector("main .notice a")!.GetAttribute("href").ShouldBe("/contact");
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1900, 1, 1900)]
    [InlineData(19900, 12, 1658)]
    [InlineData(1000, 3, 333)]
    [InlineData(2000, 3, 667)]
    public void The_month_is_rounded_to_the_nearest_cent(int cents, int months, int expected) =>
        new Offer { Slug = "a", Name = "A", PriceCents = cents, TermMonths = months }.CentsAMonth().ShouldBe(expected);

    [Theory]
    [InlineData(19900, "EUR", Language.French, "199\u00a0€")]
    [InlineData(1658, "EUR", Language.French, "16,58\u00a0€")]
    [InlineData(159000, "CHF", Language.French, "1\u202f590\u00a0CHF")]
    [InlineData(1658, "EUR", Language.English, "€16.58")]
    public void A_price_keeps_its_currency_in_either_language(int cents, string currency, Language language, string expected) =>
        Price.Of(cents, currency, new Phrases(language).Culture).ShouldBe(expected);
}
