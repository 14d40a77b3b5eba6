using System.IO.Compression;
using System.Text;
using CsCheck;
using Gazetier.Features.Bounces;
using Gazetier.Features.Bounces.WaysIn;
using Gazetier.Features.DmarcReports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Shouldly;

namespace Gazetier.Tests.Features.DmarcReports;

/// <summary>E-09: what receivers report of the mails in our name is read, kept once, and summed up.</summary>
public class DmarcReportTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("gz", "xmlns=\"urn:ietf:params:xml:ns:dmarc-2.0\"")]
    [InlineData("zip", "")]
    [InlineData("xml", "")]
    public void E_09_reports_are_read_packed_or_not_with_or_without_a_namespace(string kind, string space)
    {
        var report = ReadDmarcReport.Of(Mail(kind, Xml("1", space: space))).ShouldNotBeNull();
        (report.Reporter, report.Number, report.Domain).ShouldBe(("google.com", "1", "courrier.example"));
        (report.From, report.Until).ShouldBe((new DateTime(2026, 11, 21, 0, 0, 0, DateTimeKind.Utc), new DateTime(2026, 11, 21, 23, 59, 59, DateTimeKind.Utc)));
        report.Sources.Select(s => (s.Address, s.Count, s.HasDkim, s.HasSpf, s.Disposition)).ShouldBe(
        [
            ("192.0.2.1", 120, true, true, "none"),
            ("192.0.2.1", 3, true, false, "none"),
            ("2001:db8::7", 5, false, false, "quarantine"),
        ]);
    }

    [Fact]
    public async Task E_09_they_come_in_by_the_ways_of_bounces_count_once_and_are_summed_up()
    {
        await using var site = await Site.OpenAsync();
        var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.GetAsync("/redaction/expedition/dmarc")).Text(".notice").ShouldContain("Aucun rapport");
        var takeIn = site.Services.GetRequiredService<TakeIn>();
        foreach (var number in new[] { "1", "1", "2" })
        {
            (await takeIn.RunAsync(Mail("gz", Xml(number)), null, None)).ShouldBe(Receipt.NoBounce);
        }

        (await site.DoAsync(db => db.DmarcReports.CountAsync())).ShouldBe(2);
        var page = await ines.GetAsync("/redaction/expedition/dmarc");
        page.Texts("tbody th").ShouldBe(["192.0.2.1", "2001:db8::7"]);
        page.Texts("tbody tr:first-child td").ShouldBe(["246", "246", "240", "0", "0"]);
        page.Texts("tbody tr:last-child td").ShouldBe(["10", "0", "0", "10", "10"]);
        page.Text("main").ShouldContain("2 rapports de trente jours de google.com. 96,1");
    }

    [Theory]
    [InlineData("autre.example", false)]
    [InlineData("example", false)]
    [InlineData("lettres.courrier.example", true)]
    public async Task E_09_only_reports_about_our_own_domain_are_kept(string domain, bool isKept)
    {
        await using var site = await Site.OpenAsync();
        (await site.WithAsync<ReceiveDmarcReport, bool>(receive => receive.RunAsync(Mail("xml", Xml("1", domain)), None))).ShouldBe(isKept);
        (await site.DoAsync(db => db.DmarcReports.AnyAsync())).ShouldBe(isKept);
    }

    [Fact]
    public async Task E_09_old_reports_go_and_those_of_another_age_do_not_stay()
    {
        await using var site = await Site.OpenAsync();
        await site.WithAsync<ReceiveDmarcReport, bool>(receive => receive.RunAsync(Mail("xml", Xml("1")), None));
        site.Clock.Advance(TimeSpan.FromDays(401));
        await site.WithAsync<ReceiveDmarcReport, bool>(receive => receive.RunAsync(Mail("xml", Xml("2")), None));
        (await site.DoAsync(db => db.DmarcReports.AnyAsync())).ShouldBeFalse();
        (await site.DoAsync(db => db.Set<DmarcSource>().AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public void What_unpacks_without_end_and_what_names_entities_is_no_report()
    {
        ReadDmarcReport.Of(Mail("gz", new string(' ', ReadDmarcReport.Longest + 1))).ShouldBeNull();
        ReadDmarcReport.Of(Mail("xml", "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" + Xml("1"))).ShouldBeNull();
        ReadDmarcReport.Of(Mail("xml", "<feedback/>")).ShouldBeNull();
        ReadDmarcReport.Of(Encoding.UTF8.GetBytes("Subject: Bonjour\r\n\r\nRien.")).ShouldBeNull();
    }

    [Fact]
    public void Whatever_the_bytes_something_is_answered()
    {
        var whole = Mail("gz", Xml("1"));
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, whole.Length]).Sample(
            (at, with, length) =>
            {
                var broken = whole.ToArray();
                broken[at] = with;
                (ReadDmarcReport.Of(broken.AsMemory(0, length))?.Sources.Count ?? 0).ShouldBeLessThanOrEqualTo(3);
            },
            iter: 300);
    }

    private static string Xml(string number, string domain = "courrier.example", string space = "") =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <feedback {space}>
          <report_metadata><org_name>google.com</org_name><email>noreply@google.com</email><report_id>{number}</report_id>
            <date_range><begin>1795219200</begin><end>1795305599</end></date_range></report_metadata>
          <policy_published><domain>{domain}</domain><p>none</p></policy_published>
          {Record("192.0.2.1", 100, "none", "pass", "pass")}{Record("192.0.2.1", 20, "none", "pass", "pass")}{Record("192.0.2.1", 3, "none", "pass", "fail")}
          {Record("2001:db8::7", 5, "quarantine", "fail", "fail")}{Record("nonsense", 9, "none", "pass", "pass")}{Record("192.0.2.9", -4, "none", "pass", "pass")}
        </feedback>
        """;

    private static string Record(string address, int count, string did, string dkim, string spf) =>
        $"<record><row><source_ip>{address}</source_ip><count>{count}</count><policy_evaluated><disposition>{did}</disposition><dkim>{dkim}</dkim><spf>{spf}</spf></policy_evaluated></row></record>";

    private static byte[] Mail(string kind, string xml)
    {
        using var packed = new MemoryStream();
        switch (kind)
        {
            case "gz":
                using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
                {
                    gzip.Write(Encoding.UTF8.GetBytes(xml));
                }

                break;
            case "zip":
                using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
                {
                    using var entry = zip.CreateEntry("report.xml").Open();
                    entry.Write(Encoding.UTF8.GetBytes(xml));
                }

                break;
            default:
                packed.Write(Encoding.UTF8.GetBytes(xml));
                break;
        }

        packed.Position = 0;
        using var message = new MimeMessage { Subject = "Report Domain: courrier.example", Body = new Multipart("mixed") { new TextPart("plain") { Text = "A report." }, new MimePart("application", "octet-stream") { FileName = "report." + kind, Content = new MimeContent(packed), ContentTransferEncoding = ContentEncoding.Base64 } } };
        using var whole = new MemoryStream();
        message.WriteTo(whole);
        return whole.ToArray();
    }
}
