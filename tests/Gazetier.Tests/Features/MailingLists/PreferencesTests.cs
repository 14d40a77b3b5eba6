using System.Net;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Digests;
using Gazetier.Features.MailingLists;
using Gazetier.Features.Suppressions;
using Gazetier.Locales;
using Gazetier.Tests.Features.Digests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.MailingLists;

public class PreferencesTests
{
    [Fact]
    public async Task E_02_who_has_a_mail_sees_all_lists_without_signing_in_and_little_else()
    {
        await using var site = await OpenAsync();
        using var visitor = site.Visitor();
        var path = await PathAsync(site);
        var page = await visitor.GetAsync(path);
        page.Text("h1").ShouldBe("Mes envois");
        page.Texts(".mailings strong").ShouldBe(["Ma Gazette", "Alertes", "La semaine"]);
        page.Document.QuerySelectorAll(".mailings input[type=checkbox][checked]").Length.ShouldBe(2);
        page.Body.ShouldContain("l…@example.org");
        page.Body.ShouldNotContain("lou@example.org");
        page.Body.ShouldNotContain(">Lou<");
        (page.Headers["Cache-Control"], page.Headers["X-Robots-Tag"], page.Headers["Referrer-Policy"]).ShouldBe(("no-store", "noindex", "no-referrer"));
        (await visitor.GetAsync("/u/x/envois")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.PostAsync("/u/x/envois")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await OnAsync(site)).ShouldBe(["digest", "semaine"]);
    }

    [Fact]
    public async Task What_is_unticked_is_left_at_once_and_what_was_not_shown_stays()
    {
        await using var site = await OpenAsync();
        using var visitor = site.Visitor();
        var path = await PathAsync(site);
        var done = await visitor.PostAsync(path, ("vues", "digest"), ("vues", "inconnue"), ("listes", "inconnue"));
        done.Location.ShouldBe(path + "?fait=enregistre");
        (await visitor.GetAsync(done.Location!)).Text(".notice").ShouldBe("C’est enregistré.");
        (await OnAsync(site)).ShouldBe(["semaine"]);
        await visitor.PostAsync(path, ("vues", "digest"), ("vues", "semaine"), ("listes", "digest"), ("listes", "semaine"));
        (await OnAsync(site)).ShouldBe(["digest", "semaine"]);
        var consents = await site.DoAsync(db => db.Consents.AsNoTracking().OrderBy(c => c.Id).ToListAsync());
        consents.Skip(1).Select(c => (c.List, c.IsGiven, c.Text, c.Origin)).ShouldBe(
        [
            ("digest", false, "Ne plus recevoir Ma Gazette", "page des envois, par le lien d’un mail"),
            ("digest", true, "Recevoir Ma Gazette : Ce qui est paru dans ce que vous suivez, à l’heure que vous avez choisie.", "page des envois, par le lien d’un mail"),
        ]);
    }

    [Fact]
    public async Task All_is_stopped_in_one_gesture_and_taken_up_in_another()
    {
        await using var site = await OpenAsync();
        using var visitor = site.Visitor();
        var path = await PathAsync(site);
        var stopped = await visitor.PostAsync(path, ("vues", "digest"), ("vues", "semaine"), ("listes", "digest"), ("listes", "semaine"), ("action", "tout-arreter"));
        (await OnAsync(site)).ShouldBeEmpty();
        var page = await visitor.GetAsync(stopped.Location!);
        page.Has("button[value=tout-arreter]").ShouldBeFalse();
        var names = page.Document.QuerySelectorAll(".notice input[name=listes]").Select(input => ("listes", input.GetAttribute("value")!)).ToArray();
        names.Select(name => name.Item2).ShouldBe(["digest", "semaine"]);
        await visitor.PostAsync(path, [.. names, .. names.Select(name => ("vues", name.Item2))]);
        (await OnAsync(site)).ShouldBe(["digest", "semaine"]);
    }

    [Fact]
    public async Task Who_gets_nothing_at_the_moment_is_told_and_whose_account_is_gone_finds_nothing()
    {
        await using var site = await OpenAsync();
        using var visitor = site.Visitor();
        var path = await PathAsync(site);
        await site.DoAsync(async db =>
        {
            db.Add(new Suppression { Email = "lou@example.org", Reason = SuppressionReason.Complaint, At = site.Now });
            await db.SaveChangesAsync();
        });
        (await visitor.GetAsync(path)).Text(".notice").ShouldStartWith("Rien ne part vers cette adresse");
        await site.DoAsync(db => db.Accounts.Where(a => a.Id == Newsroom.Lou).ExecuteDeleteAsync());
        (await visitor.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.PostAsync(path, ("vues", "digest"), ("listes", "digest"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task L_52_a_reader_sees_their_lists_and_what_they_agreed_to_and_so_does_the_desk()
    {
        await using var site = await OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var page = await lou.GetAsync("/mon-compte/envois");
        page.Has(".mailings a[href='/mon-compte/ma-gazette']").ShouldBeTrue();
        page.Text("nav [aria-current=page]").ShouldBe("Mes envois");
        (await lou.PostAsync("/mon-compte/envois", ("vues", "digest"))).Location.ShouldBe("/mon-compte/envois?fait=enregistre");
        var lines = (await lou.GetAsync("/mon-compte/envois")).Texts("[aria-labelledby=consentements] tbody tr");
        lines.ShouldBe(
        [
            "Ma Gazette 23 novembre 2026 à 5 h 30 retiré « Ne plus recevoir Ma Gazette » /mon-compte/envois",
            "Ma Gazette 23 novembre 2026 à 5 h 30 donné « Ma Gazette : le matin, les jours choisis » /mon-compte/ma-gazette",
        ]);
        using var dora = await site.SignInAsync(Newsroom.Dora);
        (await dora.GetAsync($"/redaction/lecteurs/{Newsroom.Lou}")).Texts("[aria-labelledby=consentements] tbody tr").ShouldBe(lines);
    }

    [Fact]
    public async Task Choosing_an_hour_alone_is_no_consent()
    {
        await using var site = await OpenAsync();
        await site.FollowAsync(Newsroom.Lou, Frequency.Weekly, Morning.Theme(Newsroom.Water));
        (await site.DoAsync(db => db.Consents.CountAsync())).ShouldBe(1);
        await site.FollowAsync(Newsroom.Lou, Frequency.Never, Morning.Theme(Newsroom.Water));
        await site.FollowAsync(Newsroom.Lou, Frequency.Never, Morning.Theme(Newsroom.Water));
        (await site.DoAsync(db => db.Consents.OrderBy(c => c.Id).Select(c => c.IsGiven).ToListAsync())).ShouldBe([true, false]);
        using var visitor = site.Visitor();
        await visitor.PostAsync(await PathAsync(site), ("vues", "digest"), ("listes", "digest"));
        (await site.DoAsync(db => db.DigestRhythms.Select(r => r.Frequency).SingleAsync())).ShouldBe(Frequency.Weekly, "as before it was left");
    }

    private static async Task<Site> OpenAsync()
    {
        var more = new OneMoreList();
        var site = await Site.OpenAsync(services => services.AddScoped<IMailingLists>(_ => more));
        await site.FollowAsync(Newsroom.Lou, Frequency.EachMorning, Morning.Theme(Newsroom.Water));
        return site;
    }

    private static async Task<string> PathAsync(Site site) =>
        "/u/" + (await site.Services.GetRequiredService<UnsubscribeLink>().ForAsync(Digest.List, CancellationToken.None))(Newsroom.Lou) + "/envois";

    private static Task<List<string>> OnAsync(Site site) => site.WithAsync<ListsOfReader, List<string>>(async lists =>
        [.. (await lists.OfAsync(Newsroom.Lou, new Phrases(Gazetier.Web.Language.French), CancellationToken.None)).Where(list => list.IsOn).Select(list => list.Name)]);

    /// <summary>Another feature's list, kept in memory.</summary>
    private sealed class OneMoreList : IMailingLists
    {
        private bool _isOn = true;

        public Task<IReadOnlyList<MailingList>> OfAsync(Guid accountId, Phrases t, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<MailingList>>([new MailingList("semaine", "La semaine", "Chaque vendredi.", _isOn)]);

        public Task<bool?> LeaveAsync(Guid accountId, string list, CancellationToken cancel) => Task.FromResult(Set(list, false));

        public Task<bool?> JoinAsync(Guid accountId, string list, CancellationToken cancel) => Task.FromResult(Set(list, true));

        private bool? Set(string list, bool isOn)
        {
            if (list != "semaine")
            {
                return null;
            }

            var was = _isOn;
            _isOn = isOn;
            return was != isOn;
        }
    }
}
