using CsCheck;
using Gazetier.Features.Access;
using Gazetier.Features.Organisations;
using Gazetier.Features.Products;
using Gazetier.Tests.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Organisations;

public class LicenceOfRequestTests
{
    private static readonly DateTime Now = Newsroom.Now.UtcDateTime;

    private static readonly Gen<Grant> Grants = Gen.Select(Gen.Enum<GrantSource>(), Gen.ULong[0, 7], Gen.Bool, Gen.Bool, (source, bits, isActive, may) =>
        new Grant(source, Now.AddDays(-1), isActive ? Now.AddDays(1) : Now, "", new ProductSet(bits), MayRedistribute: may && source is GrantSource.Seat or GrantSource.Address));

    /// <summary>Pages are shared by products, class and what sets them apart: what the page says must follow from these.</summary>
    [Fact]
    public void A_11_readers_who_share_a_page_read_the_same_terms() =>
        Gen.Select(Grants.Array[0, 4], Grants.Array[0, 4], Gen.ULong[0, 7]).Sample((one, other, bits) =>
        {
            var (first, second) = (LicenceOfRequest.Of(Held(one), Now), LicenceOfRequest.Of(Held(other), Now));
            var asked = new Asked(Requirement.Subscription, new ProductSet(bits));
            return first?.Apart != second?.Apart || first?.MayRedistribute(asked) == second?.MayRedistribute(asked);
        });

    [Fact]
    public void A_11_terms_are_told_where_an_organisation_opened_it_and_nowhere_else() =>
        Gen.Select(Grants.Array[0, 5], Gen.ULong[0, 7]).Sample((grants, bits) =>
        {
            var asked = new Asked(Requirement.Subscription, new ProductSet(bits));
            var decision = Decision.Of(asked, Held(grants), Now);
            var told = LicenceOfRequest.Of(Held(grants), Now)?.MayRedistribute(asked);
            var byOrganisation = decision is { MayReadAll: true, Through.Source: GrantSource.Seat or GrantSource.Address };
            return byOrganisation == told.HasValue && (told != true || grants.Any(g => g.MayRedistribute && g.IsActive(Now) && g.Covers(asked)));
        });

    [Fact]
    public async Task A_11_the_desk_allows_a_press_review_the_cockpit_shows_it_and_the_article_tells_who_reads_by_a_seat()
    {
        await using var site = await Site.OpenAsync(AccountSteps.FromAnywhere);
        var organisation = await site.AddOrganisationAsync();
        await site.AddStewardAsync(organisation, Newsroom.Noe);
        var contract = await site.AddContractAsync(organisation);
        await site.ClaimAsync(contract, Newsroom.Lou);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        using var noe = await site.SignInAsync(Newsroom.Noe);
        using var camille = await site.SignInAsync(Newsroom.Camille);
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var path = (await lou.GetAsync($"/{Newsroom.Locked}")).Location!;
        (await lou.GetAsync(path)).Text(".article .licence").ShouldContain("ne peut être ni rediffusé ni repris");
        (await camille.GetAsync(path)).Has(".article .licence").ShouldBeFalse();
        (await noe.GetAsync($"/organisation/{organisation.Id}")).Text(".licence").ShouldContain("revue de presse non comprise");

        var form = $"/redaction/organismes/{organisation.Id}/contrats/{contract.Id}";
        (await dora.GetAsync(form)).Has("[name=revue][checked]").ShouldBeFalse();
        (await dora.PostAsync(form, Terms("beaucoup", "oui"))).Text(".error").ShouldBe("Écrivez un nombre de 0 à 100.");
        (await dora.PostAsync(form, Terms("4", "oui"))).Location.ShouldNotBeNull();
        // Another desk that had it open is told, though the contract itself says what it said.
        (await dora.PostAsync(form, Terms("9", "non"))).Text(".error-summary").ShouldContain("entre-temps");
        (await dora.GetAsync(form)).Has("[name=revue][checked]").ShouldBeTrue();
        (await lou.GetAsync(path)).Text(".article .licence").ShouldContain("peut être rediffusé en son sein");
        (await camille.GetAsync(path)).Has(".article .licence").ShouldBeFalse();
        var cockpit = await noe.GetAsync($"/organisation/{organisation.Id}");
        cockpit.Text(".licence").ShouldBe("La licence : 4 appareils à la fois par personne ; revue de presse comprise : les articles peuvent être rediffusés dans l’organisme.");
        (await noe.GetAsync($"/organisation/{organisation.Id}/renouvellement")).Text(".facts").ShouldContain("revue de presse comprise");
        (await site.DoAsync(db => db.Acts.Where(a => a.What == OrganisationActs.ContractChanged).Select(a => a.Detail).SingleAsync())).ShouldEndWith(", 4 appareils, revue de presse");

        (string, string)[] Terms(string sessions, string review) =>
            [("version", "0"), ("origine", contract.Origin), ("produits", "0"), ("du", "2026-10-23"), ("au", "2027-10-23"), ("places", "3"), ("appareils", sessions), ("revue", review)];
    }

    [Fact]
    public async Task A_11_who_reads_by_an_address_is_told_too()
    {
        await using var site = await Site.OpenAsync(AccountSteps.FromAnywhere);
        var organisation = await site.AddOrganisationAsync();
        var contract = await site.AddContractAsync(organisation);
        await site.DoAsync(async db =>
        {
            db.Add(new Licence { SubscriptionId = contract.Id, MayRedistribute = true });
            await db.SaveChangesAsync();
        });
        await site.WithAsync<KeepRanges, (RangeRefusal?, string)>(keep => keep.AddAsync(organisation.Id, "185.24.184.0/24", false, site.Desk(), default));
        await site.FollowChangesAsync();
        using var visitor = site.Visitor();
        var path = (await visitor.GetAsync($"/{Newsroom.Locked}")).Location!;
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Test-Address", "185.24.184.7");
        (await visitor.SendAsync(request)).Text(".article .licence").ShouldContain("peut être rediffusé en son sein");
        (await visitor.GetAsync(path)).Has(".article .licence").ShouldBeFalse();
    }

    private static Rights Held(Grant[] grants) => new() { IsRegistered = true, Grants = grants };
}
