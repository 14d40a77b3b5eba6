using System.Net;
using Gazetier.Data;
using Gazetier.Features.SenderHealth;
using Gazetier.Locales;
using Gazetier.Mail.Dkim;
using Gazetier.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shouldly;

namespace Gazetier.Tests.Features.SenderHealth;

/// <summary>E-08: the doctor says what a receiver sees of the sender's domain. No network: the DNS is a double.</summary>
public sealed class InspectSenderTests : IDisposable
{
    private static readonly Phrases T = new(Language.English);
    private readonly string _folder = Directory.CreateTempSubdirectory("doctor").FullName;
    private readonly Zone _zone = new();
    private readonly NewspaperOptions _options;

    public InspectSenderTests()
    {
        _options = new NewspaperOptions
        {
            Data = _folder,
            Mail = new() { From = "L'Échelon <lettres@exemple.fr>", Smtp = "smtp://relais.exemple.fr", Dkim = new DkimOptions { Selector = "g1" } },
        };
        var key = new DkimKeys(_options).FindOrMake("g1");
        _zone.Texts["exemple.fr"] = ["autre chose", "v=spf1 mx include:_spf.relais.example -all"];
        _zone.Texts["_spf.relais.example"] = ["v=spf1 ip4:192.0.2.0/24 a:a.example a:b.example ~all"];
        _zone.Texts["g1._domainkey.exemple.fr"] = [key.Record];
        _zone.Texts["_dmarc.exemple.fr"] = ["v=DMARC1; p=reject; rua=mailto:dmarc@exemple.fr"];
        _zone.MailServers["exemple.fr"] = ["mx1.exemple.fr", "mx2.exemple.fr"];
        _zone.Tls["mx1.exemple.fr"] = _zone.Tls["mx2.exemple.fr"] = TlsAnswer.Valid;
        _zone.Texts["_mta-sts.exemple.fr"] = ["v=STSv1; id=20261126"];
        _zone.Policy = "version: STSv1\r\nmode: enforce\r\nmx: *.exemple.fr\r\nmax_age: 604800\r\n";
        _zone.Addresses["relais.exemple.fr"] = ["198.51.100.7"];
        _zone.Names["198.51.100.7"] = ["relais.exemple.fr"];
    }

    [Fact]
    public async Task E_08_a_domain_in_order_is_in_order()
    {
        var found = await RunAsync();
        found.ShouldAllBe(finding => finding.Level == FindingLevel.Good);
        found.Select(finding => finding.About).ShouldBe(["SPF", "DKIM", "DMARC", "PTR", "MX", "TLS", "TLS", "MTA-STS"]);
        found[0].Said.ShouldBe("SPF is in place and asks for 4 look-ups of 10.");
    }

    [Fact]
    public async Task E_08_look_ups_of_spf_are_counted_through_all_inclusions_and_circles_end()
    {
        _zone.Texts["exemple.fr"] = ["v=spf1 include:a.example include:b.example exists:%{i}.x.example -all"];
        _zone.Texts["a.example"] = ["v=spf1 a mx ptr include:b.example include:a.example ?all"];
        _zone.Texts["b.example"] = ["v=spf1 a:1.example a:2.example a:3.example redirect=a.example"];
        var spf = (await RunAsync()).First(finding => finding.About == "SPF");
        (spf.Level, spf.Said).ShouldBe((FindingLevel.Wrong, "SPF asks for 12 look-ups; above 10 it is taken for broken. Remove inclusions."));
    }

    [Theory]
    [InlineData("v=spf1 a -all;;v=spf1 mx -all", FindingLevel.Wrong, "2 SPF records")]
    [InlineData("", FindingLevel.Wrong, "No SPF record")]
    [InlineData("v=spf1 +all", FindingLevel.Wrong, "everybody may write")]
    [InlineData("v=spf1 a ?all", FindingLevel.Advice, "refuses nobody")]
    [InlineData("v=spf1 a", FindingLevel.Advice, "refuses nobody")]
    [InlineData("v=spf1 include:gone.example -all", FindingLevel.Wrong, "includes gone.example")]
    public async Task E_08_what_is_wrong_with_spf_is_said(string records, FindingLevel level, string said)
    {
        _zone.Texts["exemple.fr"] = records.Split(";;", StringSplitOptions.RemoveEmptyEntries);
        (await RunAsync()).ShouldContain(finding => finding.About == "SPF" && finding.Level == level && finding.Said.Contains(said));
    }

    [Fact]
    public async Task E_08_a_key_that_is_missing_or_another_is_said_with_the_record_to_set()
    {
        var right = _zone.Texts["g1._domainkey.exemple.fr"][0];
        _zone.Texts.Remove("g1._domainkey.exemple.fr");
        (await OfAsync("DKIM")).Record.ShouldBe($"g1._domainkey.exemple.fr. TXT \"{right}\"");
        _zone.Texts["g1._domainkey.exemple.fr"] = [DkimKey.MakeRsa().Record];
        (await OfAsync("DKIM")).Level.ShouldBe(FindingLevel.Wrong);
        _zone.Texts["g1._domainkey.exemple.fr"] = [right.Replace("v=DKIM1;", "v=DKIM1; t=y;", StringComparison.Ordinal)];
        (await OfAsync("DKIM")).Level.ShouldBe(FindingLevel.Advice);
        // Some zones cut the text into parts with blanks between.
        _zone.Texts["g1._domainkey.exemple.fr"] = [right.Insert(100, " ")];
        (await OfAsync("DKIM")).Level.ShouldBe(FindingLevel.Good);
        File.Delete(new DkimKeys(_options).FileOf("g1"));
        (await OfAsync("DKIM")).Said.ShouldContain("gazetier dkim");
    }

    [Fact]
    public async Task E_08_dmarc_is_looked_for_up_the_tree()
    {
        _options.Mail.From = "lettres@a.b.c.d.e.f.g.h.exemple.fr";
        _options.Mail.Dkim.Selector = "";
        _zone.Texts["_dmarc.exemple.fr"] = ["v=DMARC1; p=reject; sp=none"];
        var found = await RunAsync();
        found.ShouldContain(finding => finding.About == "DMARC" && finding.Level == FindingLevel.Advice && finding.Said.Contains("none on exemple.fr"));
        found.ShouldContain(finding => finding.About == "DMARC" && finding.Said.Contains("rua"));
        _zone.Asked.Where(name => name.StartsWith("_dmarc", StringComparison.Ordinal)).ShouldBe(
        [
            "_dmarc.a.b.c.d.e.f.g.h.exemple.fr", "_dmarc.d.e.f.g.h.exemple.fr", "_dmarc.e.f.g.h.exemple.fr", "_dmarc.f.g.h.exemple.fr", "_dmarc.g.h.exemple.fr", "_dmarc.h.exemple.fr",
            "_dmarc.exemple.fr", "_dmarc.fr",
        ]);
    }

    [Fact]
    public async Task E_08_below_a_public_suffix_the_organisation_is_one_lower()
    {
        _zone.Texts["_dmarc.gouv.example"] = ["v=DMARC1; p=none; psd=y"];
        var found = await new DmarcWalk(_zone).FindAsync("lettres.ville.gouv.example", CancellationToken.None);
        (found.At, found.Organisation).ShouldBe(("gouv.example", "ville.gouv.example"));
        _zone.Texts["_dmarc.ville.gouv.example"] = ["v=DMARC1; p=reject; psd=n"];
        (await new DmarcWalk(_zone).FindAsync("lettres.ville.gouv.example", CancellationToken.None)).Organisation.ShouldBe("ville.gouv.example");
    }

    [Fact]
    public async Task E_08_a_signature_of_another_organisation_does_not_count()
    {
        _options.Mail.Dkim.Domain = "prestataire.example";
        _zone.Texts["g1._domainkey.prestataire.example"] = _zone.Texts["g1._domainkey.exemple.fr"];
        (await RunAsync()).ShouldContain(finding => finding.About == "DMARC" && finding.Level == FindingLevel.Wrong && finding.Said.Contains("prestataire.example"));
        _options.Mail.Dkim.Domain = "lettres.exemple.fr";
        _zone.Texts["g1._domainkey.lettres.exemple.fr"] = _zone.Texts["g1._domainkey.exemple.fr"];
        (await RunAsync()).ShouldAllBe(finding => finding.Level == FindingLevel.Good);
        _zone.Texts["_dmarc.exemple.fr"] = ["v=DMARC1; p=reject; adkim=s; rua=mailto:a@exemple.fr"];
        (await RunAsync()).ShouldContain(finding => finding.About == "DMARC" && finding.Level == FindingLevel.Wrong);
    }

    [Fact]
    public async Task E_08_a_machine_without_a_name_and_one_on_a_blocklist_are_said()
    {
        _zone.Names["198.51.100.7"] = ["ailleurs.example"];
        _zone.Addresses["7.100.51.198.zen.spamhaus.org"] = ["127.0.0.4"];
        var found = await RunAsync();
        found.ShouldContain(finding => finding.About == "PTR" && finding.Level == FindingLevel.Advice);
        found.ShouldContain(finding => finding.About == "Blocklists" && finding.Level == FindingLevel.Wrong);
        _zone.Addresses["7.100.51.198.zen.spamhaus.org"] = ["127.255.255.254"];
        (await OfAsync("Blocklists")).Level.ShouldBe(FindingLevel.Unknown);
        _zone.Addresses["relais.exemple.fr"] = ["10.0.0.7"];
        (await OfAsync("PTR")).Level.ShouldBe(FindingLevel.Unknown);
    }

    [Fact]
    public async Task E_08_mail_servers_without_tls_and_policies_that_forget_them_are_said()
    {
        _zone.Tls["mx1.exemple.fr"] = TlsAnswer.WrongCertificate;
        _zone.Tls["mx2.exemple.fr"] = TlsAnswer.NotOffered;
        _zone.Policy = "version: STSv1\nmode: testing\nmx: mx1.exemple.fr\n";
        var found = await RunAsync();
        found.Count(finding => finding.About == "TLS" && finding.Level == FindingLevel.Wrong).ShouldBe(2);
        found[^1].Said.ShouldBe("The MTA-STS policy forgets mx2.exemple.fr.");
        _zone.Policy = null;
        (await RunAsync())[^1].Level.ShouldBe(FindingLevel.Wrong);
        _zone.MailServers.Clear();
        (await OfAsync("MX")).Level.ShouldBe(FindingLevel.Wrong);
    }

    [Fact]
    public async Task E_08_without_a_network_it_says_so_in_a_sentence()
    {
        _zone.IsAway = true;
        var finding = (await RunAsync()).ShouldHaveSingleItem();
        (finding.Level, finding.Said).ShouldBe((FindingLevel.Unknown, "The DNS does not answer this machine: nothing could be checked."));
        _options.Mail.From = "Gazetier <gazetier@localhost>";
        (await RunAsync()).ShouldHaveSingleItem().Level.ShouldBe(FindingLevel.Wrong);
    }

    [Fact]
    public async Task E_08_the_newsroom_sees_it_when_it_asks()
    {
        _zone.Texts["courrier.example"] = ["v=spf1 mx -all"];
        await using var site = await Site.OpenAsync(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<IAskDns>(_zone));
            services.Replace(ServiceDescriptor.Singleton<IReachServers>(_zone));
        });
        var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.GetAsync("/redaction/expedition/controle")).Has("tbody").ShouldBeFalse("nobody asked yet");
        var found = await ines.PostAsync("/redaction/expedition/controle");
        found.Texts("tbody tr:first-child th").ShouldBe(["DMARC"]);
        found.Text("tbody").ShouldContain("_dmarc.courrier.example. TXT");
        (await (await site.SignInAsync(Newsroom.Paul)).PostAsync("/redaction/expedition/controle")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<IReadOnlyList<Finding>> RunAsync() => new InspectSender(_zone, _zone, new DkimKeys(_options), _options).RunAsync(T, CancellationToken.None);

    private async Task<Finding> OfAsync(string about) => (await RunAsync()).First(finding => finding.About == about);
}
