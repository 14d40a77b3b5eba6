using System.Net;
using Gazetier.Features.Accounts;
using Gazetier.Features.Audit;
using Gazetier.Features.Staff;
using Gazetier.Tests.Features.Accounts;
using Gazetier.Tests.Features.Accounts.Factors;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Staff;

public class AppointStaffTests
{
    private const string Team = "/redaction/equipe";

    [Fact]
    public async Task The_administrator_sees_who_is_what_and_since_when_they_are_safe()
    {
        await using var site = await Site.OpenAsync();
        await site.GiveAuthenticatorAsync(Newsroom.Rose);
        using var odile = await site.SignInAsync(Newsroom.Odile);
        var page = await odile.GetAsync(Team);
        page.Texts("tbody tr").ShouldContain("Rose rose@example.org Chef ou cheffe de rubrique Juridique oui jamais");
        page.Texts("tbody tr").ShouldContain("Paul paul@example.org Journaliste — pas encore jamais");
        page.Body.ShouldNotContain("camille@example.org");
        page.Texts("header nav a").ShouldContain("L’équipe");
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.GetAsync(Team)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ines.GetAsync("/redaction")).Texts("header nav a").ShouldNotContain("L’équipe");
    }

    [Fact]
    public async Task Who_is_added_gets_a_link_that_leads_to_the_newsroom()
    {
        await using var site = await Site.OpenAsync();
        using var odile = await site.SignInAsync(Newsroom.Odile);
        foreach (var (fields, wrong) in new[]
        {
            (new[] { ("nom", "Zoé"), ("email", "zoe"), ("fonction", "Journalist") }, "email"),
            ([("nom", " "), ("email", "zoe@courrier.example"), ("fonction", "Journalist")], "nom"),
            ([("nom", "Zoé"), ("email", "zoe@courrier.example"), ("fonction", "Pope")], "fonction"),
            ([("nom", "Inès"), ("email", "ines@example.org"), ("fonction", "Journalist")], "email"),
        })
        {
            var refused = await odile.PostAsync(Team + "/nouveau", fields);
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            refused.Document.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#" + wrong);
        }

        (await odile.PostAsync(Team + "/nouveau", ("nom", "Zoé Petit"), ("email", "Zoe@courrier.example"), ("fonction", "SectionEditor"), ("rubrique", Newsroom.News.Id.ToString()), ("rubrique", Newsroom.Law.Id.ToString())))
            .Location.ShouldBe(Team + "?fait=ajout");
        var zoe = await site.DoAsync(db => db.Accounts.SingleAsync(a => a.Email == "zoe@courrier.example"));
        (zoe.Role, zoe.DisplayName).ShouldBe((StaffRole.SectionEditor, "Zoé Petit"));
        (await site.DoAsync(db => db.StaffSections.CountAsync(c => c.AccountId == zoe.Id))).ShouldBe(2);
        (await site.MailsToAsync("zoe@courrier.example")).ShouldHaveSingleItem().Subject.ShouldBe("Bienvenue à la rédaction");
        using var browser = site.Visitor();
        (await browser.PostAsync(await site.LinkToAsync("zoe@courrier.example"))).Location.ShouldBe("/redaction");
        (await browser.GetAsync("/redaction")).Location!.ShouldStartWith("/connexion/second-facteur");
        var act = await site.DoAsync(db => db.Acts.SingleAsync(a => a.What == ActNames.Added));
        (act.ByName, act.AboutName, act.Detail).ShouldBe(("Odile", "Zoé Petit", "SectionEditor"));
    }

    [Fact]
    public async Task Another_role_counts_at_once()
    {
        await using var site = await Site.OpenAsync();
        using var odile = await site.SignInAsync(Newsroom.Odile);
        using var paul = await site.SignInAsync(Newsroom.Paul);
        (await paul.GetAsync("/redaction/journal")).Status.ShouldBe(HttpStatusCode.NotFound);
        var form = await odile.GetAsync($"{Team}/{Newsroom.Paul}");
        form.Document.QuerySelector("input[name=fonction][checked]")!.GetAttribute("value").ShouldBe("Journalist");
        (await odile.PostAsync($"{Team}/{Newsroom.Paul}", ("fonction", "EditorInChief"))).Location.ShouldBe(Team + "?fait=fonction");
        (await paul.IsSignedInAsync()).ShouldBeFalse();
        using var again = await site.SignInAsync(Newsroom.Paul);
        (await again.GetAsync("/redaction/journal")).Status.ShouldBe(HttpStatusCode.OK);
        (await odile.GetAsync("/redaction/journal")).Texts("tbody td").ShouldContain("Journaliste → Rédaction en chef");
        // Sections are a section editor's: they go with the role.
        (await odile.PostAsync($"{Team}/{Newsroom.Rose}", ("fonction", "SubEditor"), ("rubrique", Newsroom.Law.Id.ToString()))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await site.DoAsync(db => db.StaffSections.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Dismissal_ends_sessions_and_links_at_once_and_leaves_a_reader()
    {
        await using var site = await Site.OpenAsync();
        await site.GivePasswordAsync(Newsroom.Paul);
        using var odile = await site.SignInAsync(Newsroom.Odile);
        using var paul = await site.SignInAsync(Newsroom.Paul);
        (await paul.GetAsync("/redaction")).Status.ShouldBe(HttpStatusCode.OK);
        await paul.PostAsync("/connexion", ("email", "paul@example.org"), ("par", "lien"), ("retour", "/redaction"));
        var link = await site.LinkToAsync("paul@example.org");
        (await odile.GetAsync($"{Team}/{Newsroom.Paul}/depart")).Text("h1").ShouldContain("Paul");
        (await odile.PostAsync($"{Team}/{Newsroom.Paul}/depart")).Location.ShouldBe(Team + "?fait=depart");
        (await paul.IsSignedInAsync()).ShouldBeFalse();
        (await paul.PostAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        using var reader = site.Visitor();
        await reader.SignInAsync("paul@example.org", AccountSteps.Good);
        (await reader.IsSignedInAsync()).ShouldBeTrue();
        (await reader.GetAsync("/redaction")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await odile.GetAsync($"{Team}/{Newsroom.Paul}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_appoints_themself_and_an_administrator_always_stays()
    {
        await using var site = await Site.OpenAsync();
        using var odile = await site.SignInAsync(Newsroom.Odile);
        (await odile.GetAsync($"{Team}/{Newsroom.Odile}")).Has("input[name=fonction]").ShouldBeFalse();
        foreach (var path in new[] { $"{Team}/{Newsroom.Odile}", $"{Team}/{Newsroom.Odile}/depart" })
        {
            (await odile.PostAsync(path, ("fonction", "Journalist"))).Text(".error-summary").ShouldContain("Personne ne change sa propre fonction");
        }

        (await odile.PostAsync($"{Team}/{Newsroom.Odile}/remise-a-zero")).Status.ShouldBe(HttpStatusCode.NotFound);
        await site.GivePasswordAsync(Newsroom.Odile);
        (await odile.PostAsync("/mon-compte/supprimer", ("password", AccountSteps.Good))).Text(".error-summary").ShouldContain("dernière personne à l’administration");
        await Should.ThrowAsync<ArgumentException>(() => site.WithAsync<AddAccount, string>(add => add.RunAsync("odile@example.org", "", StaffRole.Journalist)));
        (await site.DoAsync(db => db.Accounts.CountAsync(a => a.Role == StaffRole.Administrator))).ShouldBe(1);
    }

    [Fact]
    public async Task Two_administrators_who_dismiss_each_other_leave_one()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(db => db.Accounts.Where(a => a.Id == Newsroom.Ines).ExecuteUpdateAsync(a => a.SetProperty(x => x.Role, StaffRole.Administrator)));
        var answers = await Task.WhenAll(
            DismissAsync(site, Newsroom.Odile, Newsroom.Ines),
            DismissAsync(site, Newsroom.Ines, Newsroom.Odile));
        answers.Count(refusal => refusal is null).ShouldBe(1);
        (await site.DoAsync(db => db.Accounts.CountAsync(a => a.Role == StaffRole.Administrator))).ShouldBe(1);
    }

    [Fact]
    public async Task Who_lost_everything_is_reset_and_starts_anew()
    {
        await using var site = await Site.OpenAsync();
        await site.GivePasswordAsync(Newsroom.Rose);
        await site.GiveAuthenticatorAsync(Newsroom.Rose);
        using var odile = await site.SignInAsync(Newsroom.Odile);
        using var rose = await site.SignInAsync(Newsroom.Rose);
        (await rose.GetAsync("/redaction")).Status.ShouldBe(HttpStatusCode.OK);
        (await odile.PostAsync($"{Team}/{Newsroom.Rose}/remise-a-zero")).Location.ShouldBe($"{Team}/{Newsroom.Rose}?fait=zero");
        (await rose.IsSignedInAsync()).ShouldBeFalse();
        (await site.MailsToAsync("rose@example.org"))[^1].Text.ShouldContain("remises à zéro par l’administration");
        using var again = site.Visitor();
        await again.SignInAsync("rose@example.org", AccountSteps.Good);
        (await again.GetAsync((await again.GetAsync("/redaction")).Location!)).Location.ShouldBe("/mon-compte/securite/second-facteur?retour=%2Fredaction");
    }

    [Fact]
    public async Task A_colleagues_devices_are_signed_out()
    {
        await using var site = await Site.OpenAsync();
        using var odile = await site.SignInAsync(Newsroom.Odile);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.IsSignedInAsync()).ShouldBeTrue();
        (await odile.PostAsync($"{Team}/{Newsroom.Ines}/deconnexion")).Location.ShouldBe($"{Team}/{Newsroom.Ines}?fait=deconnexion");
        (await ines.IsSignedInAsync()).ShouldBeFalse();
        (await odile.PostAsync($"{Team}/{Newsroom.Camille}/deconnexion")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_does_what_asks_for_a_fresh_proof()
    {
        await using var site = await Site.OpenAsync();
        using var odile = await site.SignInAsync(Newsroom.Odile);
        site.Clock.Advance(TimeSpan.FromMinutes(20));
        (await odile.GetAsync(Team)).Status.ShouldBe(HttpStatusCode.OK);
        (await odile.GetAsync($"{Team}/{Newsroom.Paul}/depart")).Location!.ShouldStartWith("/connexion/second-facteur");
        site.Clock.Advance(TimeSpan.FromMinutes(20));
        (await odile.PostAsync($"{Team}/{Newsroom.Paul}/depart")).Location!.ShouldStartWith("/connexion/second-facteur");
        (await site.DoAsync(db => db.Accounts.SingleAsync(a => a.Id == Newsroom.Paul))).Role.ShouldBe(StaffRole.Journalist);
    }

    [Fact]
    public async Task A_section_editor_publishes_in_the_sections_in_their_care_and_below()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            db.Add(new StaffSection { AccountId = Newsroom.Rose, SectionId = Newsroom.News.Id });
            await db.StaffSections.Where(c => c.SectionId == Newsroom.Law.Id).ExecuteDeleteAsync();
            await db.SaveChangesAsync();
        });
        async Task<bool[]> MayAsync(Guid who, StaffRole role)
        {
            var staff = new SignedIn(who, Guid.Empty, "", role, Language.French, Proof.Passkey, site.Now, true);
            return await site.DoAsync(async db => new[]
            {
                await db.MayPublishInAsync(staff, Newsroom.News.Id, CancellationToken.None),
                await db.MayPublishInAsync(staff, Newsroom.France.Id, CancellationToken.None),
                await db.MayPublishInAsync(staff, Newsroom.Law.Id, CancellationToken.None),
            });
        }

        (await MayAsync(Newsroom.Rose, StaffRole.SectionEditor)).ShouldBe([true, true, false]);
        (await MayAsync(Newsroom.Ines, StaffRole.EditorInChief)).ShouldBe([true, true, true]);
        (await MayAsync(Newsroom.Paul, StaffRole.Journalist)).ShouldBe([false, false, false]);
        (await MayAsync(Newsroom.Dora, StaffRole.SubscriptionDesk)).ShouldBe([false, false, false]);
    }

    private static Task<AppointmentRefusal?> DismissAsync(Site site, Guid by, Guid whom) => site.WithAsync<AppointStaff, AppointmentRefusal?>(appoint =>
        appoint.RunAsync(new SignedIn(by, Guid.Empty, "", StaffRole.Administrator, Language.French, Proof.Passkey, site.Now, true), whom, Appointment.None, CancellationToken.None));
}
