using System.Net;
using Gazetier.Features.Accounts;
using Gazetier.Features.Partners;
using Gazetier.Tests.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Partners;

public class LeadTests
{
    private const string Form = "/partenaires/1/contact";

    [Fact]
    public async Task A_reader_sees_which_way_the_data_go_before_writing_a_word()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var page = await visitor.GetAsync(Form);
        page.Texts("#chemin ~ .prose li").Count.ShouldBe(3);
        page.Body.ShouldContain("Mutuelle des Bourgs");
        page.Body.ShouldNotContain("conseil@mutuelle.example");
        page.Has("#accord[checked]").ShouldBeFalse();

        (await visitor.PostAsync(Form, Fields("false"))).Texts(".error-summary li").ShouldBe(["Cochez la case pour que nous le transmettions à Mutuelle des Bourgs."]);
        (await site.DoAsync(db => db.Leads.CountAsync())).ShouldBe(0);
        (await visitor.PostAsync(Form, Fields("true"))).Location.ShouldBe(Form + "?fait=envoye");
        await site.PostOutboxAsync();
        var mail = (await site.MailsToAsync("conseil@mutuelle.example")).ShouldHaveSingleItem();
        mail.Text.ShouldContain("regisseuse@valmorel.example");
        mail.Text.ShouldContain("<b>Bonjour</b>, quel tarif ?");
        (await site.MailsToAsync("regisseuse@valmorel.example")).ShouldBeEmpty("no mail goes to an address that nobody proved");
    }

    [Fact]
    public async Task It_is_forgotten_after_thirty_days_and_with_the_account()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        await visitor.PostAsync(Form, Fields("true"));
        await visitor.PostAsync(Form, [.. Fields("true").Where(f => f.Name != "email"), ("email", "lou@example.org")]);
        await site.PostOutboxAsync();
        await site.GivePasswordAsync(Newsroom.Lou);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.PostAsync("/mon-compte/supprimer", ("password", AccountSteps.Good))).Location.ShouldBe("/compte-supprime");
        (await site.DoAsync(db => db.Leads.Select(l => l.Email).ToListAsync())).ShouldBe(["regisseuse@valmorel.example"]);
        site.Clock.Advance(TimeSpan.FromDays(Lead.DaysKept) + TimeSpan.FromMinutes(1));
        (await site.WithAsync<ForgetLeads, int>(forget => forget.RunAsync(CancellationToken.None))).ShouldBe(1);
        (await site.DoAsync(db => db.OutgoingMails.CountAsync(m => m.Kind == "partner.lead"))).ShouldBe(0);
    }

    [Fact]
    public async Task One_network_writes_to_twenty_an_hour()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        for (var i = 0; i < RequestLimits.LeadsPerNetwork; i++)
        {
            (await visitor.PostAsync(Form, Fields("true"))).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        (await visitor.PostAsync(Form, Fields("true"))).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Without_an_address_or_after_its_time_there_is_no_form()
    {
        await using var site = await Site.OpenAsync();
        await site.AddAsync(Newsroom.News.Id);
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/partenaires/2/contact")).Status.ShouldBe(HttpStatusCode.NotFound);
        site.Clock.Advance(TimeSpan.FromDays(61));
        (await visitor.GetAsync(Form)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static (string Name, string Value)[] Fields(string accord) =>
    [
        ("nom", "Nadia Roux"), ("email", "regisseuse@valmorel.example"), ("fonction", "Régisseuse"), ("organisme", "Valmorel"), ("message", "<b>Bonjour</b>, quel tarif ?"), ("accord", accord),
    ];
}
