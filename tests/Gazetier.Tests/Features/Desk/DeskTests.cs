using System.Net;
using Gazetier.Features.Follows;
using Gazetier.Features.Organisations;
using Gazetier.Features.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Desk;

/// <summary>The desk finds a reader, sees everything they hold, puts it right, and leaves a trace (S-09).</summary>
public class DeskTests
{
    private const string Locked = "/3/le-syndicat-coupe-deux-forages/";

    [Theory]
    [InlineData("cam", "Camille")]
    [InlineData("CAMILLE@EXAMPLE", "Camille")]
    [InlineData("Noé", "Noé")]
    public async Task A_reader_is_found_by_the_beginning_of_an_address_or_a_name(string asked, string name)
    {
        await using var site = await Site.OpenAsync();
        using var dora = await site.SignInAsync(Newsroom.Dora);
        (await dora.GetAsync("/redaction/lecteurs?q=" + Uri.EscapeDataString(asked))).Text("tbody th").ShouldBe(name);
        (await dora.GetAsync("/redaction/lecteurs?q=personne")).Has("table").ShouldBeFalse();
        (await dora.GetAsync("/redaction/lecteurs?q=ines")).Has("table").ShouldBeFalse();
    }

    [Fact]
    public async Task By_the_reference_of_a_subscription_too()
    {
        await using var site = await Site.OpenAsync();
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var reference = await site.DoAsync(db => db.Subscriptions.Where(s => s.AccountId == Newsroom.Noe).Select(s => s.Reference).SingleAsync());
        (await dora.GetAsync("/redaction/lecteurs?q=" + reference.ToLowerInvariant())).Text("tbody th").ShouldBe("Noé");
    }

    [Fact]
    public async Task What_the_desk_gives_opens_at_once_and_is_recorded()
    {
        await using var site = await Site.OpenAsync();
        using var dora = await site.SignInAsync(Newsroom.Dora);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync(Locked)).Body.ShouldNotContain(Newsroom.Secret);
        (await dora.PostAsync($"/redaction/lecteurs/{Newsroom.Lou}", ("jusqu", "2026-11-01"), ("nom", ""))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await dora.PostAsync($"/redaction/lecteurs/{Newsroom.Lou}", ("produits", "0"), ("jusqu", "2026-12-31"), ("nom", "Service de presse"))).Location.ShouldBe($"/redaction/lecteurs/{Newsroom.Lou}?fait=offert");
        (await lou.GetAsync(Locked)).Body.ShouldContain(Newsroom.Secret);
        var given = await site.DoAsync(db => db.Subscriptions.SingleAsync(s => s.AccountId == Newsroom.Lou));
        (given.Kind, given.Until).ShouldBe((SubscriptionKind.Complimentary, new DateTime(2026, 12, 31, 23, 0, 0, DateTimeKind.Utc)));
        (await site.DoAsync(db => db.Acts.SingleAsync(a => a.What == "subscription.granted"))).AboutName.ShouldBe("Lou");
    }

    [Fact]
    public async Task An_end_is_moved_a_subscription_suspended_and_taken_up()
    {
        await using var site = await Site.OpenAsync();
        using var dora = await site.SignInAsync(Newsroom.Dora);
        using var camille = await site.SignInAsync(Newsroom.Camille);
        var reference = await site.DoAsync(db => db.Subscriptions.Where(s => s.AccountId == Newsroom.Camille).Select(s => s.Reference).SingleAsync());
        var here = $"/redaction/abonnements/{reference}";
        (await camille.GetAsync(Locked)).Body.ShouldContain(Newsroom.Secret);
        await dora.PostAsync(here, ("acte", "suspendre"));
        (await camille.GetAsync(Locked)).Body.ShouldNotContain(Newsroom.Secret);
        await dora.PostAsync(here, ("acte", "reprendre"));
        (await camille.GetAsync(Locked)).Body.ShouldContain(Newsroom.Secret);
        (await dora.PostAsync(here, ("acte", "fin"), ("jusqu", "2020-01-01"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await dora.PostAsync(here, ("acte", "fin"), ("jusqu", "2026-11-22"));
        (await camille.GetAsync(Locked)).Body.ShouldNotContain(Newsroom.Secret);
        await dora.PostAsync(here, ("acte", "fin"), ("jusqu", "2028-02-29"));
        (await camille.GetAsync(Locked)).Body.ShouldContain(Newsroom.Secret);
        (await site.DoAsync(db => db.Acts.CountAsync(a => a.What.StartsWith("subscription.") && a.AboutId == Newsroom.Camille))).ShouldBe(4);
    }

    [Fact]
    public async Task The_contract_of_an_organisation_is_kept_on_the_page_with_its_seats()
    {
        await using var site = await Site.OpenAsync();
        var (organisation, contract) = (new Organisation { Name = "Ville de Valmorel", CreatedAt = site.Now }, new Subscription { From = site.Now, Until = site.Now.AddYears(1), Origin = "Marché" });
        contract.OrganisationId = organisation.Id;
        await site.DoAsync(async db =>
        {
            db.AddRange(organisation, contract);
            await db.SaveChangesAsync();
        });
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var here = $"/redaction/abonnements/{contract.Reference}";
        (await dora.GetAsync(here)).Location.ShouldBe($"/redaction/organismes/{organisation.Id}/contrats/{contract.Id}");
        await dora.PostAsync(here, ("acte", "suspendre"));
        (await site.DoAsync(db => db.Subscriptions.SingleAsync(s => s.Id == contract.Id))).SuspendedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_accounts_one_is_left_with_what_both_had()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            db.AddRange(
                new Follow { AccountId = Newsroom.Camille, Kind = FollowKind.Theme, SubjectId = Newsroom.Water.Id, CreatedAt = site.Now },
                new Follow { AccountId = Newsroom.Camille, Kind = FollowKind.Theme, SubjectId = Newsroom.Digital.Id, CreatedAt = site.Now },
                new Follow { AccountId = Newsroom.Lou, Kind = FollowKind.Theme, SubjectId = Newsroom.Water.Id, CreatedAt = site.Now });
            await db.SaveChangesAsync();
        });
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var here = $"/redaction/lecteurs/{Newsroom.Lou}/fusion";
        (await dora.PostAsync(here, ("autre", "ines@example.org"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await dora.PostAsync(here, ("autre", "camille@example.org"))).Text(".warn").ShouldContain("camille@example.org");
        (await site.DoAsync(db => db.Accounts.AnyAsync(a => a.Id == Newsroom.Camille))).ShouldBeTrue();
        (await dora.PostAsync(here, ("autre", "camille@example.org"), ("certain", Newsroom.Camille.ToString()))).Location.ShouldBe("/redaction/lecteurs?fait=fusion");
        (await site.DoAsync(db => db.Accounts.AnyAsync(a => a.Id == Newsroom.Camille))).ShouldBeFalse();
        (await site.DoAsync(db => db.Follows.CountAsync(f => f.AccountId == Newsroom.Lou))).ShouldBe(2);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync(Locked)).Body.ShouldContain(Newsroom.Secret);
        await site.PostOutboxAsync();
        site.Mails.ShouldContain(m => m.To == "camille@example.org");
    }

    [Theory]
    [InlineData("/redaction/lecteurs")]
    [InlineData("/redaction/lecteurs/01900000-0000-7000-8000-000000000001")]
    public async Task The_newsroom_sees_nothing_of_it(string path)
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
