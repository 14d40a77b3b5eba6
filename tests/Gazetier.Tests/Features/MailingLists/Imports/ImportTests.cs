using System.Net;
using System.Text;
using Gazetier.Features.Digests;
using Gazetier.Features.MailingLists;
using Gazetier.Features.MailingLists.Imports;
using Gazetier.Features.Suppressions;
using Gazetier.Tests.Features.Digests;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.MailingLists.Imports;

public class ImportTests
{
    private const string Statement = "Bulletins signés sur notre stand, gardés au siège.";

    private const string Table = """
        adresse;date;texte;origine;nom
        ann@valmorel.example;2026-03-01;Je veux Ma Gazette;Salon des maires;Ann
        camille@example.org;2026-03-01;Je veux Ma Gazette;Salon des maires;
        lou@example.org;2026-03-01;Je veux Ma Gazette;Salon des maires;
        noe@example.org;2026-03-01;Je veux Ma Gazette;Salon des maires;
        noe@example.org;2026-03-01;Je veux Ma Gazette;Salon des maires;
        loin@refus.example;2026-03-01;Je veux Ma Gazette;Salon des maires;
        bob@gmial.com;2026-03-01;Je veux Ma Gazette;Salon des maires;
        sans preuve@;2026-03-01;;;
        eve@valmorel.example;2026-03-01;;Salon des maires;
        """;

    [Fact]
    public async Task L_52_a_list_is_checked_first_and_then_added_with_its_proof()
    {
        await using var site = await OpenAsync();
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var path = (await SendAsync(dora, Table)).Location!;
        var report = await dora.GetAsync(path);
        report.Texts("[aria-labelledby=rapport] tbody tr").ShouldBe(
        [
            "à ajouter 2", "déjà inscrites 1", "écartées : retours ou plaintes 1", "désinscrites depuis 1", "adresses illisibles 1",
            "sans doute mal tapées 1", "en double dans le fichier 1", "sans preuve de consentement 1",
        ]);
        report.Texts("[aria-labelledby=refus] tbody tr").ShouldContain("eve@valmorel.example 10 Il manque le texte accepté ou son origine : sans preuve, l’adresse est refusée.");
        report.Texts("[aria-labelledby=refus] tbody tr").ShouldContain("bob@gmial.com 8 Sans doute bob@gmail.com : corrigez le fichier si c’est le cas.");
        (await dora.GetAsync(path + "?csv=1")).Body.ShouldContain("\r\n8;bob@gmial.com;");
        (await OnAsync(site)).ShouldBe(["camille@example.org"]);
        (await site.DoAsync(db => db.Accounts.CountAsync(a => a.Email == "ann@valmorel.example"))).ShouldBe(0, "a dry run");

        (await dora.PostAsync(path, ("action", "appliquer"))).Location.ShouldBe(path);
        (await dora.PostAsync(path, ("action", "appliquer"))).Location.ShouldBe(path);
        (await dora.GetAsync(path)).Text(".notice").ShouldBe("C’est fait : 2 adresses reçoivent désormais cette liste.");
        (await OnAsync(site)).ShouldBe(["ann@valmorel.example", "camille@example.org", "noe@example.org"]);
        var proof = await site.DoAsync(db => db.Consents.AsNoTracking().SingleAsync(c => db.Accounts.Any(a => a.Id == c.AccountId && a.Email == "ann@valmorel.example")));
        (proof.List, proof.IsGiven, proof.Text, proof.Origin).ShouldBe(("digest", true, "Je veux Ma Gazette", "Salon des maires (import clients.csv par Dora)"));
        proof.At.ShouldBe(new DateTime(2026, 2, 28, 23, 0, 0, DateTimeKind.Utc));
        (await site.DoAsync(db => db.Acts.AsNoTracking().Where(a => a.What == "list.imported").Select(a => a.ByName + " " + a.Detail).ToListAsync())).ShouldBe(["Dora Ma Gazette : clients.csv"]);
        site.Mails.ShouldBeEmpty();
        await site.PostOutboxAsync();
        site.Mails.ShouldBeEmpty("nobody asked for a mail");
        (await dora.PostAsync(path, ("action", "abandonner"))).Location.ShouldBe(path, "what is done is not undone");
    }

    [Fact]
    public async Task Who_is_added_is_told_where_the_desk_asks_for_it()
    {
        await using var site = await OpenAsync();
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var path = (await SendAsync(dora, Table)).Location!;
        await dora.PostAsync(path, ("action", "appliquer"), ("prevenir", "true"));
        await site.PostOutboxAsync();
        site.Mails.Select(mail => mail.To).Order().ShouldBe(["ann@valmorel.example", "noe@example.org"]);
        var mail = site.Mails[0];
        mail.Subject.ShouldBe("Vous recevrez Ma Gazette");
        mail.Text.ShouldContain("Salon des maires");
        var link = mail.Text.Split('\n').Single(line => line.Contains("/u/", StringComparison.Ordinal));
        using var visitor = site.Visitor();
        (await visitor.GetAsync(new Uri(link).AbsolutePath)).Text("h1").ShouldBe("Mes envois");
    }

    [Fact]
    public async Task Sent_twice_it_is_one_import_and_abandoned_nothing_is_left_of_it()
    {
        await using var site = await OpenAsync();
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(dora, Table)));
        sent.Select(answer => answer.Location).Distinct().ShouldHaveSingleItem();
        (await site.DoAsync(db => db.ListImports.CountAsync())).ShouldBe(1);
        (await dora.PostAsync(sent[0].Location!, ("action", "abandonner"))).Location.ShouldBe("/redaction/lettres/importer?fait=abandonne");
        (await site.DoAsync(db => db.ListImportLines.CountAsync())).ShouldBe(0);
        (await dora.GetAsync(sent[0].Location!)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Applied_by_many_at_once_each_line_counts_once()
    {
        await using var site = await OpenAsync();
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var many = "adresse;date;texte;origine\n" + string.Concat(Enumerable.Range(0, 250).Select(n => $"lecteur{n}@valmorel.example;2026-03-01;Oui;Salon\n"));
        var path = (await SendAsync(dora, many)).Location!;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => dora.PostAsync(path, ("action", "appliquer"))));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => site.WithAsync<ApplyImport, bool>(async apply =>
        {
            await apply.RunAsync(TimeSpan.FromMinutes(1), CancellationToken.None);
            return true;
        })));
        var import = await site.DoAsync(db => db.ListImports.AsNoTracking().SingleAsync());
        (import.State, import.Lines, import.Added).ShouldBe((ImportState.Applied, 250, 250));
        (await site.DoAsync(db => db.Consents.CountAsync(c => c.Text == "Oui"))).ShouldBe(250);
        (await site.DoAsync(db => db.Acts.CountAsync(a => a.What == "list.imported"))).ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_proof_nothing_is_read_and_the_form_says_why()
    {
        await using var site = await OpenAsync();
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var refused = await SendAsync(dora, Table, statement: "oui");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Body.ShouldContain("Sans preuve, rien n’est importé");
        (await SendAsync(dora, Table, list: "autre")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SendAsync(dora, "\r\n")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SendAsync(dora, Table, statement: "", proof: "<html>")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var sent = await SendAsync(dora, Table, statement: "", proof: "%PDF-1.4 bulletins");
        var proof = await dora.GetAsync(sent.Location + "/preuve");
        (proof.Headers["Content-Type"], proof.Body).ShouldBe(("application/pdf", "%PDF-1.4 bulletins"));
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.GetAsync(sent.Location!)).Status.ShouldBe(HttpStatusCode.NotFound, "the newsroom sees nothing of subscribers (S-09)");
    }

    [Fact]
    public async Task Its_lines_are_forgotten_after_a_month_and_the_consents_stay()
    {
        await using var site = await OpenAsync();
        using var dora = await site.SignInAsync(Newsroom.Dora);
        await dora.PostAsync((await SendAsync(dora, Table)).Location!, ("action", "appliquer"));
        var consents = await site.DoAsync(db => db.Consents.CountAsync());
        site.Clock.Advance(ListImport.KeepsLines - TimeSpan.FromHours(1));
        await site.WithAsync<ForgetImportLines, int>(forget => forget.RunAsync(CancellationToken.None));
        (await site.DoAsync(db => db.ListImportLines.CountAsync())).ShouldBe(9);
        site.Clock.Advance(TimeSpan.FromHours(2));
        await site.WithAsync<ForgetImportLines, int>(forget => forget.RunAsync(CancellationToken.None));
        (await site.DoAsync(db => db.ListImportLines.CountAsync())).ShouldBe(0);
        (await site.DoAsync(db => db.Consents.CountAsync())).ShouldBe(consents);
    }

    /// <summary>Camille is on, Lou has left since, one address complained.</summary>
    private static async Task<Site> OpenAsync()
    {
        var site = await Site.OpenAsync();
        await site.FollowAsync(Newsroom.Camille, Frequency.EachMorning, Morning.Theme(Newsroom.Water));
        await site.FollowAsync(Newsroom.Lou, Frequency.EachMorning, Morning.Theme(Newsroom.Water));
        await site.WithAsync<ListsOfReader, bool?>(lists => lists.LeaveAsync(Newsroom.Lou, Digest.List, ConsentWords.OneClick, CancellationToken.None));
        await site.DoAsync(async db =>
        {
            db.Add(new Suppression { Email = "loin@refus.example", Reason = SuppressionReason.Complaint, At = site.Now });
            await db.SaveChangesAsync();
        });
        return site;
    }

    private static Task<Answer> SendAsync(Browser desk, string table, string statement = Statement, string list = Digest.List, string? proof = null)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(list), "liste" },
            { new StringContent(statement), "declaration" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(table)), "fichier", "clients.csv" },
        };
        if (proof is not null)
        {
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(proof)), "preuve", "Preuve.pdf");
        }

        var request = new HttpRequestMessage(HttpMethod.Post, "/redaction/lettres/importer") { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return desk.SendAsync(request);
    }

    private static Task<List<string?>> OnAsync(Site site) => site.DoAsync(db =>
        db.DigestRhythms.Where(r => r.Frequency != Frequency.Never).OrderBy(r => r.Account.Email).Select(r => r.Account.Email).ToListAsync());
}
