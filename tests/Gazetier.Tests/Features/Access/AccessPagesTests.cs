using System.Net;
using Gazetier.Features.Products;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Access;

public class AccessPagesTests
{
    [Theory]
    [InlineData("camille@example.org", "3", "peut lire l’article par « Formule Individuelle », jusqu’au 23 août 2027.")]
    [InlineData("noe@example.org", "/3/le-syndicat-coupe-deux-forages/", "allait jusqu’au 3 novembre 2026.")]
    [InlineData("", "3", "Un visiteur ne peut pas lire l’article")]
    [InlineData("personne@example.org", "3", "Aucun compte n’a l’adresse personne@example.org.")]
    public async Task The_desk_is_told_why_in_a_sentence(string reader, string article, string sentence)
    {
        await using var site = await Site.OpenAsync();
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var page = await dora.GetAsync($"/redaction/pourquoi?lecteur={Uri.EscapeDataString(reader)}&article={Uri.EscapeDataString(article)}");
        page.Text("[role=status]").ShouldContain(sentence);
    }

    [Fact]
    public async Task The_whole_list_stands_beneath()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            db.Add(new Gazetier.Features.Subscriptions.Subscription { AccountId = Newsroom.Camille, From = site.Now.AddDays(-1), Until = site.Now.AddDays(30), Origin = "Club Finances", Products = ProductSet.Of(1) });
            await db.SaveChangesAsync();
        });
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var held = (await dora.GetAsync("/redaction/pourquoi?lecteur=camille@example.org&article=3")).Texts("main li");
        held.ShouldContain("Par « Formule Individuelle », jusqu’au 23 août 2027 : ouvre l’article.");
        held.ShouldContain("Par « Club Finances », jusqu’au 23 décembre 2026 : n’ouvre pas les produits que l’article demande.");
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.GetAsync("/redaction/pourquoi")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_rules_are_set_and_hold_at_once()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.PostAsync("/redaction/acces", ("visiteurs", "31"), ("inscrits", ""), ("offerts", "5"), ("jours", "0"), ("ouvertures", "10"), ("appareils", "5"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ines.PostAsync("/redaction/acces", ("visiteurs", "2"), ("inscrits", "3"), ("offerts", "0"), ("jours", "7"), ("ouvertures", "1"), ("appareils", "5"))).Location.ShouldBe("/redaction/acces?fait=enregistre");
        await site.FollowChangesAsync();
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await camille.PostAsync("/mon-compte/offrir/3")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_club_says_what_opens_it_and_the_subscriber_of_the_paper_that_theirs_does_not()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            db.Add(new Product { Number = 1, Slug = "finances", Name = "Club Finances" });
            await db.SaveChangesAsync();
            await db.Articles.Where(a => a.Id == Newsroom.Locked).ExecuteUpdateAsync(a => a.SetProperty(x => x.AnyOf, ProductSet.Of(1)));
        });
        using var camille = await site.SignInAsync(Newsroom.Camille);
        var page = await camille.GetAsync("/3/le-syndicat-coupe-deux-forages/");
        page.Body.ShouldNotContain(Newsroom.Secret);
        page.Text(".wall .why").ShouldContain("Club Finances");
        page.Text(".wall .why").ShouldContain("Votre abonnement ne le comprend pas.");
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/3/le-syndicat-coupe-deux-forages/")).Text(".wall .why").ShouldNotContain("Votre abonnement");
    }

    [Fact]
    public async Task What_is_open_until_a_date_is_open_to_all_until_then()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(db => db.Articles.Where(a => a.Id == Newsroom.Locked).ExecuteUpdateAsync(a => a.SetProperty(x => x.OpenUntil, site.Now.AddMinutes(5))));
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/3/le-syndicat-coupe-deux-forages/")).Body.ShouldContain(Newsroom.Secret);
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        (await visitor.GetAsync("/3/le-syndicat-coupe-deux-forages/")).Body.ShouldNotContain(Newsroom.Secret);
    }
}
